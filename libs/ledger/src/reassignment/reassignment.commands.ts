import type { FactDate } from '#kernel';
import { fault, field, Flag, good, Id, NestedList, OnDate, Text, type FieldOptions } from '#http';
import { exampleId, rowsOf, type CommandTable } from '../command-row.ts';
import { reassignmentSlice } from '../slices.ts';
import { REASSIGNMENT_ROWS_MAX, type ReassignmentRow } from './events.ts';
import type { OrderReassignment as Command } from './reassignment.ts';

const REVISION = /^(?:0|[1-9]\d{0,14})$/;
const REVISION_MAX = 999_999_999_999_999;

/** A stream's revision as decimal text. */
function Revision(options: FieldOptions): PropertyDecorator {
  return field(
    (value) => {
      if (value === undefined) return [fault('Required')];
      const isRevision = typeof value === 'string' && REVISION.test(value);
      return isRevision ? good : [fault('NotAWholeNumber', { min: 0, max: REVISION_MAX })];
    },
    { type: String, pattern: REVISION.source },
    options,
  );
}

/** What a row says before anyone has looked at the project. */
export class WantedRowData implements Omit<ReassignmentRow, 'revision'> {
  @Id({ about: '项目 / the project' })
  projectId!: string;
  @Id({ about: '接任人员，须已登记 / who is assigned; must be known' })
  personId!: string;
  @Flag({ about: '是否牵头领导；新牵头接替原牵头 / lead or co-lead; a new lead takes over from the old' })
  lead!: boolean;
  @Id({ optional: true, about: '同时免去的协助领导，仅用于协助领导 / the co-lead released by it; for co-leads only' })
  replaces?: string;
}

// The row is a wanted row and the revision it rests on; decorators are inherited, classes of commands may extend.
export class ReassignmentRowData extends WantedRowData implements ReassignmentRow {
  @Revision({ about: '预览时的项目版本，文字 / the revision in the preview, as text', example: '3' })
  revision!: string;
}

class OrderReassignment {
  @NestedList(ReassignmentRowData, REASSIGNMENT_ROWS_MAX, { about: '一个项目一行 / one row a project' })
  rows!: ReassignmentRow[];
  @OnDate({ known: true, about: '任职首日 / first day held' })
  from!: FactDate;
  @Text({ multiline: true, max: 2000, about: '原因 / reason' })
  reason!: string;
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
}

export const reassignmentCommands: CommandTable = {
  slice: reassignmentSlice,
  collection: 'reassignments',
  label: { zh: '包联领导批量调整', en: 'bulk reassignment of leaders' },
  rows: rowsOf<Command>({
    OrderReassignment: {
      dto: OrderReassignment,
      verb: undefined,
      summary: { zh: '下达包联领导批量调整令', en: 'Order a bulk reassignment of leaders' },
      example: {
        rows: [{ projectId: exampleId('projects'), personId: exampleId('people'), lead: true, revision: '0' }],
        from: '2026-09-01',
        reason: '领导班子分工调整',
        doc: '区办发〔2026〕15号',
      },
    },
  }),
};
