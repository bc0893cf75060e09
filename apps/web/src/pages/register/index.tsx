import { useTranslation } from 'react-i18next';
import type { Body } from '../../api/client.ts';
import { useCommand } from '../../api/commands.ts';
import { useDraft } from '../../api/drafts.ts';
import type { Typed } from '../../forms/fields.ts';
import { Form } from '../../forms/form.tsx';
import { Page } from '../../shown/index.ts';
import { useGo, usePoint } from '../../time/use-point.ts';
import { REGISTERED } from '../project/forms.ts';
import './register.css';

const DRAFT = 'register';

/** Registers a project, and leads to its page. */
export default function Register() {
  const { t } = useTranslation('register');
  const { past, go: goToPoint } = usePoint();
  const go = useGo();
  const register = useCommand('/api/projects');
  const draft = useDraft<Typed>(DRAFT, {});
  return (
    <Page title={t('title')}>
      <div className="register sheet">
        {past ? (
          <div className="empty">
            <p>{t('past')}</p>
            <button type="button" onClick={() => goToPoint({})}>
              {t('toNow')}
            </button>
          </div>
        ) : (
          <>
            <p className="quiet">{t('hint')}</p>
            <Form
              type={REGISTERED.type}
              fields={REGISTERED.fields}
              draft={draft}
              submitText={t('submit')}
              sending={{
                ...register,
                send: (data) =>
                  register.send({
                    body: data as Body<'/api/projects'>,
                    title: `${t('title')} · ${String(data['name'])}`,
                    draft: DRAFT,
                  }),
              }}
              done={({ id }) => go(`/projects/${id}`)}
              giveUp={() => go('/projects')}
            />
          </>
        )}
      </div>
    </Page>
  );
}
