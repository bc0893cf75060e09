import { useTranslation } from 'react-i18next';
import { useSearchParams } from '../time/use-search-params.ts';

const KEY = 'exact';

/** Whether an address asks for money to the last 分, where many sums stand together. */
export const exactIn = (search: URLSearchParams): boolean => search.get(KEY) === 'true';

/** Whether the address of the page does. */
export function useExact(): boolean {
  const [search] = useSearchParams();
  return exactIn(search);
}

/** Turns all sums of the page from rounded to exact and back: for a finger and a keyboard too, as no title is. */
export function ExactSwitch() {
  const { t } = useTranslation('shown');
  const [search, setSearch] = useSearchParams();
  const set = (exact: boolean): void =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (exact) next.set(KEY, 'true');
        else next.delete(KEY);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <label className="exact-switch">
      <input type="checkbox" checked={exactIn(search)} onChange={({ target }) => set(target.checked)} />
      {t('exact')}
    </label>
  );
}
