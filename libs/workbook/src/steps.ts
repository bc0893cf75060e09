import type { Step } from './mapping.ts';

/** The name of a step, on which the ids of its events hang. */
export function stepName(step: Step): string {
  if (step.id !== undefined) return step.id;
  if ('say' in step) return step.say;
  if ('plan' in step) return `plan ${step.plan}`;
  if ('define' in step) return `define ${step.define}`;
  return 'reach' in step ? `reach ${step.reach}` : `take back ${step.takeBack}`;
}

/** The value names that a step reads: `$name` in its data, its dates, its conditions. */
export function valuesOf(step: Step): string[] {
  const { when = {}, ...rest } = step;
  const names = new Set([...Object.keys(when), ...referencesOf([rest, when])]);
  if ('forEach' in step && step.forEach !== undefined) names.add(step.forEach);
  if ('of' in step && step.of !== undefined) names.add(step.of);
  if ('define' in step) names.add(step.define);
  return [...names];
}

/** The value names in the texts of some data. */
export function referencesOf(data: unknown): string[] {
  const names: string[] = [];
  JSON.stringify(data, (_, value: unknown) => {
    if (typeof value === 'string') names.push(...referencesIn(value));
    return value;
  });
  return names;
}

/** What `$name` means by itself, whatever the columns. */
export const BUILT_IN = ['zone', 'project', 'item', 'first'];

function referencesIn(text: string): string[] {
  const whole = /^\$(\w+)\??$/.exec(text)?.[1];
  const names = whole !== undefined ? [whole] : [...text.matchAll(/\{\$(\w+)\}/g)].map((match) => match[1] as string);
  return names.filter((name) => !BUILT_IN.includes(name));
}

/** Whether a step is about units alone, and needs no project. */
export const isOfUnits = (step: Step): boolean => 'define' in step || ('say' in step && step.of !== undefined);
