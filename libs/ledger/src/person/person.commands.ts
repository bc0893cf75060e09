import type { FactDate } from '#kernel';
import { Id, OnDate, Text } from '#http';
import { exampleFactId, exampleId, rowsOf, type CommandTable, type DataOf } from '../command-row.ts';
import { mendingRows } from '../mending.commands.ts';
import { personSlice } from '../slices.ts';
import type { PersonCommand } from './person.ts';

class AppointPerson implements DataOf<PersonCommand, 'AppointPerson'> {
  @Id({ about: '单位，须已定义 / the unit, which must be defined' })
  unitId!: string;
  @Text({ max: 100, about: '职务 / post', example: '副主任' })
  post!: string;
  @OnDate({ about: '任职首日 / first day held' })
  from!: FactDate;
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
}

class LeavePost implements DataOf<PersonCommand, 'LeavePost'> {
  @Id({ about: '单位 / the unit' })
  unitId!: string;
  @Text({
    optional: true,
    max: 100,
    about: '职务；不写即在该单位的全部职务 / post; without it, every post at the unit',
  })
  post?: string;
  @OnDate({ about: '不再任职的首日 / first day not held' })
  until!: FactDate;
}

const unitId = exampleId('organizations');

/** The posts of people. Who they are is defined in the registry: see `PeopleController`. */
export const personCommands: CommandTable = {
  slice: personSlice,
  collection: 'people',
  label: { zh: '人员', en: 'people' },
  rows: rowsOf<PersonCommand>({
    AppointPerson: {
      dto: AppointPerson,
      verb: 'appoint',
      summary: { zh: '任职', en: 'Appoint a person' },
      example: { unitId, post: '副主任', from: '2021-05-08', doc: '区委干〔2021〕12号' },
    },
    LeavePost: {
      dto: LeavePost,
      verb: 'leave-post',
      summary: { zh: '离任', en: 'Leave a post' },
      example: { unitId, post: '副主任', until: '2026-09-01' },
    },
    ...mendingRows('Person', {
      correct: {
        factId: exampleFactId('appoint', 'people'),
        data: { unitId, post: '副主任', from: '2021-05-18', doc: '区委干〔2021〕12号' },
        reason: '日期填错',
      },
      revoke: { factId: exampleFactId('leave-post', 'people'), reason: '尚未离任' },
    }),
  }),
};
