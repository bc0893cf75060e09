import type { Body } from '../../api/client.ts';
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
type MilestonePath = `/api/projects/{id}/${Verb}`;
type MilestoneBody = { readonly [P in MilestonePath]: Body<P> }[MilestonePath];
export const pathOf = (verb: Verb): MilestonePath => `/api/projects/{id}/${verb}`;

export const FILING_KINDS = ['approval', 'confirmation', 'filing'] as const;
export const SUPPLY_MODES = [
  'auction',
  'agreement',
  'allocation',
  'lease',
  'leaseFirst',
  'equity',
  'flexibleTerm',
] as const;
export const EXIT_KINDS = ['agreed', 'clearedForNonPerformance', 'investorWithdrew', 'other'] as const;

/** What is typed into the row; each command takes of it what it needs. */
export interface Typed {
  readonly verb?: Verb;
  readonly on?: string;
  readonly filingKind?: (typeof FILING_KINDS)[number];
  readonly mode?: (typeof SUPPLY_MODES)[number];
  readonly mu?: string;
  readonly exitKind?: (typeof EXIT_KINDS)[number];
  readonly reason?: string;
  readonly note?: string;
  readonly proof?: string;
}
export type Extra = 'filingKind' | 'mode' | 'mu' | 'exitKind' | 'reason';

const EXTRAS: Readonly<Partial<Record<Verb, readonly Extra[]>>> = {
  file: ['filingKind'],
  'supply-land': ['mode', 'mu'],
  suspend: ['reason'],
  exit: ['exitKind', 'reason'],
};

/** What a command needs beside the date. */
export const extrasOf = (verb: Verb): readonly Extra[] => EXTRAS[verb] ?? [];

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

/** A mu is a fifteenth of a hectare; areas count 0.01 ㎡. */
const UNITS_PER_MU = 2_000_000 / 3 / 10;
const MU = /^\d{1,6}(\.\d{1,4})?$/;

/** An area typed in 亩, in 0.01 ㎡; undefined for what is none. */
export function areaOf(mu: string | undefined): number | undefined {
  const area = MU.test(mu?.trim() ?? '') ? Math.round(Number(mu) * UNITS_PER_MU) : 0;
  return area > 0 ? area : undefined;
}

/** What is sent; undefined as long as something needed is missing. */
export function bodyOf(verb: Verb, typed: Typed): MilestoneBody | undefined {
  const { on, filingKind, mode, mu, exitKind, reason: why = '', note = '', proof = '' } = typed;
  if (on === undefined) return undefined;
  const reason = why.trim();
  const shared = { on, ...(note.trim() && { note: note.trim() }), ...(proof.trim() && { proof: proof.trim() }) };
  switch (verb) {
    case 'file':
      return filingKind && { ...shared, kind: filingKind };
    case 'supply-land': {
      const area = areaOf(mu);
      return mode && area !== undefined ? { ...shared, mode, area } : undefined;
    }
    case 'suspend':
      return reason ? { ...shared, reason } : undefined;
    case 'exit':
      return exitKind && reason ? { ...shared, kind: exitKind, reason } : undefined;
    default:
      return shared;
  }
}
