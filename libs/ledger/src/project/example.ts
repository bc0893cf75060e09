import { exampleId } from '../command-row.ts';

/** What the examples of a project's commands name. */
export const zoneId = exampleId('zones');
/** A second zone, for a project to move to. */
export const otherZoneId = exampleId('zones', 'other');
export const personId = exampleId('people');
export const unitId = exampleId('organizations');
/** A second project, for what one project says of another. */
export const otherProjectId = exampleId('projects', 'other');
/** An amount in 亿元. */
export const yi = (amount: number) => ({ fen: String(amount * 10_000_000_000), currency: 'CNY' });
