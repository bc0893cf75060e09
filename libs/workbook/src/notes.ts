import { isMisfit, readCell, type Value } from './cells.ts';
import type { NoteRule, NotesMapping } from './mapping.ts';
import type { DataRow } from './read-file.ts';
import { isOfUnits } from './steps.ts';
import { matchTemplate, numbersIn, readTemplate, type Template } from './templates.ts';
import { holds, plainText, valueOf } from './values.ts';

/** The slot that names the projects a note is about, by their numbers. */
export const PROJECT_SLOT = 'project';

/** What a rule reads out of a note: once for every project it names, with the slots as further values of the row. */
export interface NoteRead {
  readonly rule: NoteRule;
  readonly rows: readonly DataRow[];
}

/** Reads notes by the rules of a mapping: the first wording that is alike, and whose slots are what they should be, holds. */
export function noteReader({ notes }: NotesMapping): (row: DataRow) => NoteRead | undefined {
  const wordings = notes.rules.flatMap((rule) =>
    rule.like.map((like) => ({ rule, template: readTemplate(like) as Template })),
  );
  return (row) => {
    const note = plainText(valueOf(notes.text, { row }));
    for (const { rule, template } of wordings) {
      if (!holds(rule.when, { row, previous: undefined })) continue;
      const found = matchTemplate(template, note);
      const values = found && slotValues(notes.slots, found);
      const projects = values && projectsOf(row, found[PROJECT_SLOT]);
      const lacksProject = projects?.includes('') && !rule.steps.every(isOfUnits);
      if (projects && !lacksProject) return { rule, rows: projects.map((project) => rowOf(row, project, values)) };
    }
    return undefined;
  };
}

/** Undefined where a slot cannot be what its type says: then the note is worded in another way. */
function slotValues(
  slots: NotesMapping['notes']['slots'],
  found: Readonly<Record<string, string>>,
): Record<string, Value> | undefined {
  const values: Record<string, Value> = {};
  for (const [name, text] of Object.entries(found)) {
    const slot = slots[name];
    if (!slot) continue;
    const value = readCell(slot, () => text);
    if (isMisfit(value)) return undefined;
    values[name] = value;
  }
  return values;
}

/** A note names its projects, or stands in a row that does, or is about none. */
function projectsOf({ project }: DataRow, named: string | undefined): readonly string[] | undefined {
  return named === undefined ? [project] : numbersIn(named);
}

const rowOf = (row: DataRow, project: string, values: Readonly<Record<string, Value>>): DataRow => ({
  ...row,
  project,
  values: { ...row.values, ...values },
});
