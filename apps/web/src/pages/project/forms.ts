import type { CommandPath } from '../../api/client.ts';

type ProjectPath = Extract<CommandPath, `/api/projects/{id}/${string}`>;
type VerbOf<P> = P extends `/api/projects/{id}/${infer V}` ? V : never;
/** The commands of a project, by the last part of their address. */
export type Verb = Exclude<VerbOf<ProjectPath>, 'correct' | 'revoke'>;

export type Group = 'milestone' | 'plan' | 'report' | 'people' | 'site' | 'registration' | 'other';

/** What the menu offers; what explains a finding, the only one of the other group, is filed from that finding. */
export const MENU = [
  'milestone',
  'plan',
  'report',
  'people',
  'site',
  'registration',
] as const satisfies readonly Group[];

/** What is filed with a command: its fields in order, `!` where one cannot do without. */
export interface FormOf {
  readonly type: string;
  readonly group: Group;
  readonly fields: readonly string[];
}

const form = (type: string, group: Group, fields: string): FormOf => ({ type, group, fields: fields.split(' ') });
const milestone = (type: string, more = ''): FormOf =>
  form(type, 'milestone', `on! ${more} phase proof note`.replace('  ', ' '));
/** Of the whole project, not of a phase. */
const turn = (type: string, more = ''): FormOf => form(type, 'milestone', `on! ${more} proof note`.replace('  ', ' '));

/** Every command of a project and the fact it reports; the fact's data has the same fields. */
export const FORMS: Readonly<Record<Verb, FormOf>> = {
  'record-planning': milestone('ProjectPlanned'),
  'record-lead': milestone('LeadRecorded', 'contact'),
  admit: milestone('ProjectAdmitted', 'meeting conditions'),
  'sign-framework-agreement': milestone('FrameworkAgreementSigned'),
  sign: milestone('ProjectSigned', 'contractNo contractAmount agreedStart agreedProduction'),
  file: milestone('ProjectFiled', 'kind! doc'),
  'supply-land': milestone(
    'LandSupplied',
    'mode! area! termYears contractNo agreedHandover agreedStart agreedCompletion standardLand parcelId',
  ),
  'hand-over-land': milestone('LandHandedOver', 'parcelId'),
  'obtain-construction-permit': milestone('ConstructionPermitObtained', 'permitNo'),
  'start-construction': milestone('ConstructionStarted'),
  'enter-statistics': milestone('EnteredStatistics'),
  complete: milestone('ProjectCompleted'),
  'start-production': milestone('ProductionStarted'),
  'reach-full-capacity': milestone('FullCapacityReached'),
  suspend: turn('ProjectSuspended', 'reason!'),
  resume: turn('ProjectResumed'),
  exit: turn('ProjectExited', 'kind! reason! doc'),
  'plan-milestone': form('MilestonePlanned', 'plan', 'milestone! on! phase note'),
  reschedule: form('MilestoneRescheduled', 'plan', 'milestone! from! to! reason! phase note'),
  'set-annual-plan': form('AnnualPlanSet', 'plan', 'year! investment! goal phase note'),
  'set-quarter-plan': form('QuarterPlanSet', 'plan', 'year! quarter! goal! investment phase note'),
  'report-investment': form(
    'InvestmentReported',
    'report',
    'period! inPeriod cumulativeInYear cumulative unitId phase note',
  ),
  'report-progress': form('ProgressReported', 'report', 'period! text! nextSteps difficulties unitId phase note'),
  'record-funds': form('FundsArrived', 'report', 'on! amount! amount.currency! phase note'),
  'report-permit-status': form('PermitStatusReported', 'report', 'catalogue! item! state! on unitId phase note'),
  'explain-finding': form('FindingExplained', 'other', 'text! note'),
  'assign-leader': form('LeaderAssigned', 'people', 'personId! lead! from! doc note'),
  'release-leader': form('LeaderReleased', 'people', 'personId! until! reason note'),
  'assign-responsible-unit': form('ResponsibleUnitAssigned', 'people', 'unitId! from! joint doc note'),
  'release-responsible-unit': form('ResponsibleUnitReleased', 'people', 'unitId! until! reason note'),
  'assign-responsible-person': form('ResponsiblePersonAssigned', 'people', 'personId! from! doc note'),
  'release-responsible-person': form('ResponsiblePersonReleased', 'people', 'personId! until! reason note'),
  'assign-agent-unit': form('AgentUnitAssigned', 'people', 'unitId! from! joint doc note'),
  'release-agent-unit': form('AgentUnitReleased', 'people', 'unitId! until! reason note'),
  'record-site-visit': form('SiteVisited', 'site', 'on! personId! found note'),
  'record-help-action': form('HelpActionRecorded', 'site', 'on! personId! text! note'),
  rename: form('ProjectRenamed', 'registration', 'name! note'),
  'give-code': form('ProjectCodeGiven', 'registration', 'code! note'),
  'change-builder': form('BuilderChanged', 'registration', 'builder.name! builder.creditCode note'),
  'revise-content': form('ContentRevised', 'registration', 'content! note'),
  'change-total-investment': form('TotalInvestmentChanged', 'registration', 'amount! reason! doc note'),
  'reclassify-industry': form('IndustryReclassified', 'registration', 'edition! code! note'),
  'move-to-zone': form('ProjectMovedToZone', 'registration', 'zoneId! reason! doc note'),
  'list-as-key-project': form('ListedAsKeyProject', 'registration', 'level! year! category! doc note'),
  'remove-from-key-list': form('RemovedFromKeyList', 'registration', 'level! year! reason! note'),
  'split-from': form('ProjectSplitFrom', 'registration', 'projectId! share note'),
  'merge-into': form('ProjectMergedInto', 'registration', 'projectId! reason! note'),
  void: form('ProjectVoided', 'registration', 'reason! note'),
};

/** What a project is registered with. */
export const REGISTERED = form(
  'ProjectRegistered',
  'registration',
  'name! zoneId! code builder.name builder.creditCode totalInvestment nature capital industry place source content note',
);

/** The form of a fact's data, for correcting it; undefined for what no form is for. */
export function formOfType(type: string): FormOf | undefined {
  return [REGISTERED, ...Object.values(FORMS)].find((one) => one.type === type);
}

export const isVerb = (text: string | null): text is Verb => text !== null && Object.hasOwn(FORMS, text);

export const pathOf = (verb: Verb): `/api/projects/{id}/${Verb}` => `/api/projects/{id}/${verb}`;

/** Where a type of event belongs, for the filter of the timeline. */
export function groupOf(type: string): Group | 'mending' {
  if (type === 'FactCorrected' || type === 'FactRevoked') return 'mending';
  return formOfType(type)?.group ?? 'other';
}

const VERBS: Readonly<Record<string, Verb>> = {
  planned: 'record-planning',
  lead: 'record-lead',
  admitted: 'admit',
  frameworkAgreement: 'sign-framework-agreement',
  signed: 'sign',
  filed: 'file',
  landSupplied: 'supply-land',
  landHandedOver: 'hand-over-land',
  permitted: 'obtain-construction-permit',
  constructionStarted: 'start-construction',
  inStatistics: 'enter-statistics',
  completed: 'complete',
  inProduction: 'start-production',
  atCapacity: 'reach-full-capacity',
};

/** How it is filed that a milestone was reached. */
export const verbOf = (milestone: string): Verb | undefined => VERBS[milestone];
