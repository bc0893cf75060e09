import { fieldsOf, type Typed } from '../../forms/fields.ts';
import { FORMS } from '../project/forms.ts';
import type { Item } from './rows.ts';

/** What can be recorded of a project with a date: its way along the spine, and leaving it. */
export const VERBS = [
  'record-planning',
  'record-lead',
  'admit',
  'sign-framework-agreement',
  'sign',
  'file',
  'supply-land',
  'hand-over-land',
  'obtain-construction-permit',
  'start-construction',
  'enter-statistics',
  'complete',
  'start-production',
  'reach-full-capacity',
  'suspend',
  'resume',
  'exit',
] as const;
export type Verb = (typeof VERBS)[number];

const BESIDE = ['phase', 'proof', 'note'];

/** What the row asks for: what the command cannot do without, and what is said beside it; the rest is filed on the project's page. */
export const fieldsInRow = (verb: Verb): readonly string[] =>
  FORMS[verb].fields.filter((field) =>
    fieldsOf([field]).some(({ name, required }) => required || BESIDE.includes(name)),
  );

const NEXT: Readonly<Record<Item['stage'], Verb>> = {
  registered: 'record-planning',
  planned: 'record-lead',
  lead: 'admit',
  admitted: 'sign',
  signed: 'file',
  filed: 'supply-land',
  landSupplied: 'obtain-construction-permit',
  permitted: 'start-construction',
  constructionStarted: 'complete',
  completed: 'start-production',
  inProduction: 'reach-full-capacity',
  atCapacity: 'reach-full-capacity',
};

/** What is most likely to be recorded next; a real project may skip it. */
export const nextVerb = ({ stage, standing }: Pick<Item, 'stage' | 'standing'>): Verb =>
  standing === 'suspended' ? 'resume' : NEXT[stage];

/** What was chosen in the form. */
export const verbIn = ({ verb }: Typed): Verb | undefined => VERBS.find((one) => one === verb);
