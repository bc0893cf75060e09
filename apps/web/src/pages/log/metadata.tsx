import { useTranslation } from 'react-i18next';
import { Instant } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';

/** What the log says of how an event came about, in the order of its story. */
const KNOWN = [
  'actor',
  'source',
  'recordedAt',
  'filedAt',
  'filedAtClaimed',
  'commandId',
  'commandDigest',
  'correlationId',
  'causationId',
  'schema',
] as const;
type Known = (typeof KNOWN)[number];
const isKnown = (name: string): name is Known => (KNOWN as readonly string[]).includes(name);
const place = (name: string): number => (isKnown(name) ? KNOWN.indexOf(name) : KNOWN.length);

/** Everything that stands beside what an event says: who, from where, when, by which request. What another program added is shown too. */
export function Metadata({ metadata }: { readonly metadata: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation('log');
  const entries = Object.entries(metadata).sort(([a], [b]) => place(a) - place(b));
  return (
    <dl className="facts sheet metadata">
      {entries.map(([name, value]) => (
        <div key={name} className="row">
          <dt>{isKnown(name) ? t(`meta.${name}`) : name}</dt>
          <dd>
            <Said name={name} value={value} metadata={metadata} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface SaidProps {
  readonly name: string;
  readonly value: unknown;
  readonly metadata: Readonly<Record<string, unknown>>;
}

function Said({ name, value, metadata }: SaidProps) {
  const { t } = useTranslation(['log', 'shown']);
  if (typeof value === 'object' && value !== null) return <Parts value={value} />;
  if (typeof value === 'boolean') return <>{t(value ? 'shown:yes' : 'shown:no')}</>;
  const text = String(value);
  if (name === 'recordedAt' || name === 'filedAt') {
    return (
      <>
        <Instant value={text} /> <code className="quiet">{text}</code>
      </>
    );
  }
  // A command of its own is its own cause; what an order carried out was caused by the event that ordered it.
  if (name === 'causationId' && text !== metadata['commandId'])
    return <PointLink to={`/log/${text}`}>{text}</PointLink>;
  return <code>{text}</code>;
}

/** Who or where from, part by part. */
function Parts({ value }: { readonly value: object }) {
  const { t } = useTranslation('log');
  const wordOf = (part: string, said: unknown): string => {
    if (part === 'kind') return t(`sources.${String(said)}` as 'sources.api', String(said));
    if (part === 'role') return t(`roles.${String(said)}` as 'roles.coordinator', String(said));
    return Array.isArray(said) ? said.join(t('comma')) : String(said);
  };
  return (
    <span className="flow">
      {Object.entries<unknown>({ ...value }).map(([part, said]) => (
        <span key={part}>
          <span className="quiet">{t(`metaParts.${part}` as 'metaParts.id', part)}</span> {wordOf(part, said)}
        </span>
      ))}
    </span>
  );
}
