import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Body, CommandPath } from '../../api/client.ts';
import { useCommand, type Command } from '../../api/commands.ts';
import { useRead } from '../../api/queries.ts';
import { useBegun } from '../../forms/begun.ts';
import { isSame, typed, type Data, type Typed } from '../../forms/fields.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useSaid } from '../../i18n/index.ts';
import { dueMonth } from '../../shown/due-month.ts';
import { Told } from './change.tsx';
import type { Event } from './events.ts';
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

type ActDialogProps = Omit<ComponentProps<typeof FormDialog>, 'draft' | 'sending' | 'done' | 'describe'> &
  Omit<ActProps, 'close'> & {
    readonly initial: Typed;
    readonly draftKey: string;
    readonly command: Command<CommandPath>;
    readonly send: (data: Data, revision: string) => ReturnType<Command<CommandPath>['send']>;
  };

/** The dialog of a command on the project. */
function ActDialog({ page, events, initial, draftKey, command, send, ...dialog }: ActDialogProps) {
  const { draft, revision } = useBegun(draftKey, page, initial);
  return (
    <FormDialog
      {...dialog}
      draft={draft}
      sending={{ ...command, send: (data) => send(data, revision) }}
      describe={describer(events)}
      done={dialog.close}
    />
  );
}

/** What a form begins with: of a plan that is moved, where it stands. */
function initialOf(verb: Verb, page: ProjectPage, given: Typed): Typed {
  const plan = page.plans.find(({ milestone }) => milestone === given['milestone']);
  return {
    ...given,
    ...(verb === 'reschedule' && plan && { from: plan.current }),
    ...(verb === 'set-annual-plan' && { year: page.effectiveOn.slice(0, 4) }),
    ...(verb.startsWith('report-') && verb !== 'report-permit-status' && { period: dueMonth(page.effectiveOn) }),
    ...(verb === 'assign-leader' && { lead: 'yes' }),
    ...(verb === 'record-funds' && { 'amount.currency': 'CNY' }),
    ...(verb === 'reclassify-industry' && { edition: '2017' }),
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
  const send: ActDialogProps['send'] = (data, revision) =>
    command.send({
      path: { id: page.id },
      body: data as Body<FilePath>,
      revision,
      title: `${title} · ${page.name}`,
      draft,
    });
  return (
    <ActDialog
      page={page}
      events={events}
      title={title}
      about={page.name}
      type={type}
      fields={fields}
      initial={initialOf(verb, page, given)}
      before={fixed}
      draftKey={draft}
      submitText={t('file')}
      command={command}
      send={send}
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

/** Corrects a fact: its whole data as it should be, the reason, and the document. Begins with what holds of it by now. */
export function Correct(props: MendProps) {
  const { page, event } = props;
  const path = { id: page.id, factId: event.eventId };
  const { data: fact, isPending } = useRead('/api/projects/{id}/facts/{factId}', { path });
  return isPending ? null : <CorrectForm {...props} holding={fact?.data ?? event.data} />;
}

function CorrectForm({ page, events, event, holding, close }: MendProps & { readonly holding: Data }) {
  const { t } = useTranslation('project');
  const said = useSaid();
  const command = useCommand('/api/projects/{id}/correct');
  const fields = formOfType(event.type)?.fields ?? [];
  const title = `${t('correct')}${t('colon')}${said(event.label)}`;
  const isUnchanged = ({ [REASON]: _, [DOC]: __, ...data }: Data): boolean => isSame(data, holding);
  const send: ActDialogProps['send'] = ({ [REASON]: reason, [DOC]: doc, ...data }, revision) =>
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
    });
  return (
    <ActDialog
      page={page}
      events={events}
      title={title}
      about={t('correctHint')}
      type={event.type}
      fields={[...fields, `${REASON}!`, DOC]}
      initial={typed(
        fields.map((field) => field.replace('!', '')),
        holding,
      )}
      before={holding}
      isUnchanged={isUnchanged}
      draftKey={`correct:${event.eventId}`}
      submitText={t('correct')}
      command={command}
      send={send}
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
  const send: ActDialogProps['send'] = ({ [REASON]: reason, [DOC]: doc }, revision) =>
    command.send({
      path: { id: page.id },
      body: { factId: event.eventId, reason: String(reason), ...(typeof doc === 'string' && { doc }) },
      revision,
      title: `${title} · ${page.name}`,
      draft: `revoke:${event.eventId}`,
    });
  return (
    <ActDialog
      page={page}
      events={events}
      title={title}
      about={t('revokeHint')}
      type={event.type}
      fields={[`${REASON}!`, DOC]}
      initial={{}}
      draftKey={`revoke:${event.eventId}`}
      submitText={t('revoke')}
      danger
      command={command}
      send={send}
      close={close}
    />
  );
}
