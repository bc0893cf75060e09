import { useTranslation } from 'react-i18next';
import type { Body } from '../api/client.ts';
import { useCommand } from '../api/commands.ts';
import { useDraft } from '../api/drafts.ts';
import { today } from '../shown/index.ts';
import { DEFINITIONS, type Definable } from './definitions.ts';
import type { Typed } from './fields.ts';
import { FormDialog } from './form-dialog.tsx';

interface DefineProps {
  readonly what: Definable;
  /** Called with its id once it is there. */
  readonly defined: (id: string) => void;
  readonly close: () => void;
}

/** Most of what is defined was there before today. */
const initialOf = (what: Definable): Typed => (what === 'person' ? {} : { from: `${today().slice(0, 4)}-01-01` });

/** Defines a zone, a person, a unit or a catalogue of permits that a form needs and the ledger does not have. */
export function Define({ what, defined, close }: DefineProps) {
  const { t } = useTranslation('project');
  const { path, type, fields } = DEFINITIONS[what];
  const command = useCommand(path);
  const draftKey = `define:${what}`;
  const draft = useDraft<Typed>(draftKey, initialOf(what));
  const title = t(`define.${what}`);
  return (
    <FormDialog
      title={title}
      about={t(`defineHint.${what}`)}
      type={type}
      fields={fields.split(' ')}
      draft={draft}
      submitText={t('defineIt')}
      sending={{
        ...command,
        send: (data) =>
          command.send({
            body: data as Body<typeof path>,
            title: `${title} · ${String(data['name'])}`,
            draft: draftKey,
          }),
      }}
      done={({ id }) => {
        defined(id);
        close();
      }}
      close={close}
    />
  );
}
