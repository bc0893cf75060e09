import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/client.ts';
import { useSaid } from '../../i18n/index.ts';
import { countText, titled } from '../../shown/index.ts';
import { withParam } from './address.ts';
import { useSearchParams } from '../../time/use-search-params.ts';

interface KindsProps {
  readonly kinds: Answer<'/api/projects/compare/summary'>['kinds'];
  readonly projects: number;
  readonly kind: string | undefined;
}

/** How many projects changed in which way; each narrows the list to those. */
export function Kinds({ kinds, projects, kind }: KindsProps) {
  const { t } = useTranslation('compare');
  const said = useSaid();
  const [, setSearch] = useSearchParams();
  const choose = (value: string | undefined): void =>
    setSearch((now) => withParam(now, 'kind', value), { preventScrollReset: true });
  const all = { kind: undefined, text: t('allKinds'), projects };
  const each = kinds.map(({ kind: of, label, projects: n }) => ({ kind: of, text: titled(said(label)), projects: n }));
  return (
    <div className="kinds" role="group" aria-label={t('kinds')}>
      {[all, ...each].map((one) => (
        <button
          key={one.kind ?? 'all'}
          type="button"
          aria-pressed={one.kind === kind}
          disabled={one.projects === 0 && one.kind !== kind}
          onClick={() => choose(one.kind)}
        >
          {one.text} <span className="figure">{countText(one.projects)}</span>
        </button>
      ))}
    </div>
  );
}
