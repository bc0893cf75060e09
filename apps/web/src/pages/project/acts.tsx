import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/commands.ts';
import type { Body } from '../../api/client.ts';
import { useSaid } from '../../i18n/index.ts';
import { Told } from './change.tsx';
import type { Event } from './events.ts';
import { typed, type Data, type Typed } from './fields.ts';
import FormDialog, { type Sending } from './form-dialog.tsx';
import { FORMS, formOfType, pathOf, type Verb } from './forms.ts';
import type { ProjectPage } from './head.tsx';

interface ActProps {
  readonly page: ProjectPage;
  /** All that are known now. */
  readonly events: readonly Event[];
  readonly close: () => void;
}

/** What others did while a form was open, once the page has read it. */
const describer = (events: readonly Event[]) =>
  function describe({ id }: { readonly id: string }): ReactNode {
    const event = events.find(({ eventId }) => eventId === id);
    return event && <Told event={event} />;
  };

type FilePath = ReturnType<typeof pathOf>;

/** What a form begins with: of a plan that is moved, where it stands. */
function initialOf(verb: Verb, page: ProjectPage, given: Typed): Typed {
  const plan = page.plans.find(({ milestone }) => milestone === given['milestone']);
  return {
    ...given,
    ...(verb === 'reschedule' && plan && { from: plan.current }),
    ...(verb === 'set-annual-plan' && { year: page.effectiveOn.slice(0, 4) }),
    ...(verb.startsWith('report-') && verb !== 'report-permit-status' && { period: page.effectiveOn.slice(0, 7) }),
    ...(verb === 'assign-leader' && { lead: 'yes' }),
  };
}

interface FileProps extends ActProps {
  readonly verb: Verb;
  /** What the address says of the form already. */
  readonly given: Typed;
  /** What no field of the form shows. */
  readonly fixed?: Data;
}

/** Files a fact. */
export function File({ page, events, verb, given, fixed = {}, close }: FileProps) {
  const { t } = useTranslation('project');
  const command = useCommand<FilePath>(pathOf(verb));
  const { type, fields } = FORMS[verb];
  const title = t(`command.${verb}`);
  const draft = `${verb}:${page.id}:${Object.values(given).join()}:${JSON.stringify(fixed)}`;
  const sending: Sending = {
    ...command,
    send: (data, revision) =>
      command.send({
        path: { id: page.id },
        body: data as Body<FilePath>,
        revision,
        title: `${title} · ${page.name}`,
        draft,
      }),
  };
  return (
    <FormDialog
      title={title}
      about={page.name}
      type={type}
      fields={fields}
      initial={initialOf(verb, page, given)}
      before={fixed}
      draftKey={draft}
      revision={page.revision}
      submitText={t('file')}
      sending={sending}
      describe={describer(events)}
      close={close}
    />
  );
}

interface MendProps extends ActProps {
  readonly event: Event;
}

/** The reason and the document stand beside the fact's own fields, some of which have the same names. */
const REASON = 'mendReason';
const DOC = 'mendDoc';

/** Corrects a fact: its whole data as it should be, the reason, and the document. */
export function Correct({ page, events, event, close }: MendProps) {
  const { t } = useTranslation('project');
  const said = useSaid();
  const command = useCommand('/api/projects/{id}/correct');
  const fields = formOfType(event.type)?.fields ?? [];
  const holding = page.facts.find(({ id }) => id === event.eventId)?.data ?? event.data;
  const title = `${t('correct')}${t('colon')}${said(event.label)}`;
  const sending: Sending = {
    ...command,
    send: ({ [REASON]: reason, [DOC]: doc, ...data }, revision) =>
      command.send({
        path: { id: page.id },
        body: {
          factId: event.eventId,
          data,
          reason: String(reason),
          ...(typeof doc === 'string' && { doc }),
        },
        revision,
        title: `${title} · ${page.name}`,
        draft: `correct:${event.eventId}`,
      }),
  };
  return (
    <FormDialog
      title={title}
      about={t('correctHint')}
      type={event.type}
      fields={[...fields, `${REASON}!`, DOC]}
      initial={typed(
        fields.map((field) => field.replace('!', '')),
        holding,
      )}
      before={holding}
      draftKey={`correct:${event.eventId}`}
      revision={page.revision}
      submitText={t('correct')}
      sending={sending}
      describe={describer(events)}
      close={close}
    />
  );
}

/** Revokes a fact, a correction or a revocation. */
export function Revoke({ page, events, event, close }: MendProps) {
  const { t } = useTranslation('project');
  const said = useSaid();
  const command = useCommand('/api/projects/{id}/revoke');
  const title = `${t('revoke')}${t('colon')}${said(event.label)}`;
  const sending: Sending = {
    ...command,
    send: ({ [REASON]: reason, [DOC]: doc }, revision) =>
      command.send({
        path: { id: page.id },
        body: { factId: event.eventId, reason: String(reason), ...(typeof doc === 'string' && { doc }) },
        revision,
        title: `${title} · ${page.name}`,
        draft: `revoke:${event.eventId}`,
      }),
  };
  return (
    <FormDialog
      title={title}
      about={t('revokeHint')}
      type={event.type}
      fields={[`${REASON}!`, DOC]}
      initial={{}}
      draftKey={`revoke:${event.eventId}`}
      revision={page.revision}
      submitText={t('revoke')}
      danger
      sending={sending}
      describe={describer(events)}
      close={close}
    />
  );
}
