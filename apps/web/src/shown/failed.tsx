import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { hasFailed, isFinal, Problem, Unreached, type ProblemBody } from '../api/problem.ts';
import { useSaid } from '../i18n/index.ts';
import { PointLink } from '../time/point-link.tsx';
import { isOfPoint } from '../time/problem.ts';

/** What is not there, by the code of the answer. */
const MISSING = {
  ProjectNotFound: 'project',
  PersonNotFound: 'person',
  PersonUnknown: 'person',
  OrganizationNotFound: 'unit',
  UnitUnknown: 'unit',
  ReassignmentNotFound: 'order',
  TargetNotFound: 'target',
  EventNotFound: 'event',
} as const;
const NOT_YET = { ProjectNotKnownYet: 'project', EventNotKnownYet: 'event' } as const;
const LISTS = {
  project: '/projects',
  person: '/leaders',
  unit: '/leaders',
  order: '/reassignments',
  target: '/',
  event: '/log',
} as const;

/** What the server says of these is for programs: which values, ids and instants it takes. */
const WHY = { NotOneOf: 'noChoice', NotAnId: 'noChoice', NotAKnownAt: 'noPlace' } as const;

const valueOf = <T extends object>(table: T, key: string): T[keyof T] | undefined =>
  Object.hasOwn(table, key) ? table[key as keyof T] : undefined;

interface FailedProps {
  readonly error: unknown;
  /** Reads it again; offered unless the same request can only have the same answer. */
  readonly retry?: () => void;
}

/** Why something could not be read, in the words of the server, and what can be done about it. */
export function Failed({ error, retry }: FailedProps) {
  const { t } = useTranslation('shown');
  const { t: words } = useTranslation('failures');
  const said = useSaid();
  if (isOfPoint(error)) return <p className="quiet">{words('noPoint')}</p>; // the banner says why
  const { code, status, errors = [], messages, requestId } = error instanceof Problem ? error.body : {};
  const missing = code && valueOf(MISSING, code);
  if (missing) return <Missing what={missing} title={words(`missing.${missing}`)} />;
  const notYet = code && valueOf(NOT_YET, code);
  if (notYet) return <Missing what={notYet} title={words(`notYet.${notYet}`)} />;
  if (status === 400 && errors.length > 0) return <Wrong errors={errors} />;
  const why = hasFailed(error)
    ? words('server')
    : messages
      ? said(messages)
      : error instanceof Unreached && t('offline');
  return (
    <Alert
      type="error"
      role="alert"
      title={t('failed')}
      description={
        <>
          {why} {hasFailed(error) && requestId && <small>{words('request', { id: requestId })}</small>}
        </>
      }
      action={retry && !isFinal(error) && <Button onClick={retry}>{t('retry')}</Button>}
    />
  );
}

/** What does not exist, and the way to where others of its kind are. */
function Missing({ what, title }: { readonly what: keyof typeof LISTS; readonly title: string }) {
  const { t } = useTranslation('failures');
  return (
    <div className="empty" role="alert">
      <p>{title}</p>
      <PointLink to={LISTS[what]}>{t(`back.${what}`)}</PointLink>
    </div>
  );
}

/** What was asked for and cannot be, field by field; where it stands in the address, the address without it. */
function Wrong({ errors }: { readonly errors: NonNullable<ProblemBody['errors']> }) {
  const { t } = useTranslation(['failures', 'shown']);
  const said = useSaid();
  const { pathname, search } = useLocation();
  const asked = new URLSearchParams(search);
  const whyOf = (code: string): string | undefined => {
    const why = valueOf(WHY, code);
    return why && t(`why.${why}`);
  };
  const inAddress = errors.filter(({ field }) => asked.has(field));
  const without = new URLSearchParams([...asked].filter(([key]) => !errors.some(({ field }) => field === key)));
  return (
    <Alert
      type="error"
      role="alert"
      title={inAddress.length > 0 ? t('wrongFilters') : t('shown:failed')}
      description={
        <>
          <ul className="wrong-fields">
            {errors.map(({ field, code, messages }) => (
              <li key={`${field} ${code}`}>
                <strong>{t(`field.${field as 'stage'}`, field)}</strong>{' '}
                {asked.has(field)
                  ? t('wrongFilter', { value: asked.get(field), why: whyOf(code) ?? said(messages) })
                  : said(messages)}
              </li>
            ))}
          </ul>
          {inAddress.length > 0 && <Link to={{ pathname, search: `${without}` }}>{t('withoutFilters')}</Link>}
        </>
      }
    />
  );
}
