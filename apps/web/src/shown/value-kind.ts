import { isFactDate } from '#kernel/dates';
import type { Sum } from './figures.ts';

/** What a value of an event or of a project is, so that it can be shown as that. */
type ValueKind =
  | 'nothing'
  | 'money'
  | 'area'
  | 'share'
  | 'date'
  | 'milestone'
  | 'standing'
  | 'person'
  | 'unit'
  | 'zone'
  | 'permit'
  | 'project'
  | 'event'
  | 'yesNo'
  | 'builder'
  | 'industry'
  | 'list'
  | 'object'
  | 'choice'
  | 'number'
  | 'text';

const BY_NAME: Readonly<Record<string, ValueKind>> = Object.fromEntries(
  (
    [
      [
        'date',
        'on from to until period agreedStart agreedProduction agreedHandover agreedCompletion plan reached first last progressReportedFor',
      ],
      ['milestone', 'stage possibleStage milestone'],
      ['standing', 'standing'],
      ['person', 'personId leaderId coLeaderIds responsiblePersonId replaces fromPersonId toPersonId'],
      ['unit', 'unitId responsibleUnitId agentUnitId jointUnitIds into parent'],
      ['zone', 'zoneId'],
      ['permit', 'item'],
      ['project', 'projectId partOf mergedInto'],
      ['event', 'factId evidence causationEventId'],
      ['area', 'area'],
      ['share', 'share'],
      ['builder', 'builder'],
      ['industry', 'industry'],
      ['choice', 'nature capital mode kind level category state permit keyList'],
    ] as const
  ).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind])),
);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Money, also a difference, which may be less than nothing. */
export const isSum = (value: unknown): value is Sum =>
  isObject(value) && 'fen' in value && 'currency' in value && typeof value.fen === 'string';

/** The kind of a value by its field (`plan.completed.二期` is a plan) and by what it is; one name means one thing everywhere. */
export function valueKind(field: string, value: unknown): ValueKind {
  const [name = ''] = field.split('.');
  const kind = BY_NAME[name];
  if (value === null || value === undefined || value === '') return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'boolean') return 'yesNo';
  if (isSum(value)) return 'money';
  if (kind === 'builder' || kind === 'industry') return isObject(value) ? kind : 'text';
  if (isObject(value)) return 'object';
  if (typeof value === 'number') return kind === 'area' || kind === 'share' ? kind : 'number';
  if (kind === 'date') return isFactDate(value) ? 'date' : 'text';
  return kind === 'area' || kind === 'share' || kind === undefined ? 'text' : kind;
}
