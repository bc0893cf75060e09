import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shelf } from '../../api/kept.ts';
import { seenAs, viewOf } from './address.ts';
import { Menu } from './menu.tsx';
import { keepViews, VIEWS_MAX, viewsOn, withoutView, withView, type SavedView } from './views.ts';
import { useSearchParams } from '../../time/use-search-params.ts';

/** Views that were given a name, to go to; and the way to give the present one a name. */
export function ViewMenu() {
  const { t } = useTranslation('ledger');
  const [search, setSearch] = useSearchParams();
  const [place] = useState(shelf);
  const [views, setViews] = useState(() => viewsOn(place));
  const [name, setName] = useState('');
  const [open, setOpen] = useState(false);
  const [isFull, setFull] = useState(false);
  const now = viewOf(search);
  const put = (next: readonly SavedView[]): void => {
    setFull(false);
    keepViews(place, next);
    setViews(next);
  };
  const save = (): void => {
    if (name.trim() === '') return;
    const next = withView(viewsOn(place), { name: name.trim(), view: now });
    setFull(next === undefined);
    if (next === undefined) return;
    put(next);
    setName('');
  };
  const content = (
    <div className="view-list">
      {views.length === 0 && <p className="quiet">{t('views.none')}</p>}
      <ul>
        {views.map((view) => (
          <li key={view.name}>
            <button
              type="button"
              className="act"
              aria-current={view.view === now}
              onClick={() => {
                setSearch((search) => seenAs(view.view, search));
                setOpen(false);
              }}
            >
              {view.name}
            </button>
            <button
              type="button"
              className="act"
              aria-label={t('views.remove', { name: view.name })}
              onClick={() => put(withoutView(viewsOn(place), view.name))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Input
          value={name}
          maxLength={40}
          aria-label={t('views.name')}
          placeholder={t('views.name')}
          onChange={({ target }) => setName(target.value)}
        />
        <Button htmlType="submit" disabled={name.trim() === ''}>
          {t(views.some((view) => view.name === name.trim()) ? 'views.replace' : 'views.save')}
        </Button>
      </form>
      {isFull && (
        <p className="wrong" role="alert">
          {t('views.full', { max: VIEWS_MAX })}
        </p>
      )}
      <p className="quiet">{t('views.kept')}</p>
    </div>
  );
  return (
    <Menu label={t('views.label')} open={open} change={setOpen}>
      {content}
    </Menu>
  );
}
