import { dayOf, instantOf, type Json, type Texts } from '#kernel';
import type { ReplayStep } from '#views';
import { STAGE_TEXTS } from '#ledger';
import { printable, both, dataLines, dateText, valueText } from './values.ts';
import type { NameOf } from './names.ts';

const SHANGHAI_MS = 8 * 3_600_000;

/** An instant as a clock in Shanghai shows it. */
export function inShanghai(instant: string): string {
  return `${dayOf(instant)} ${instantOf(Date.parse(instant) + SHANGHAI_MS).slice(11, 19)}`;
}

/** A step of a replay as lines of text: what was said, when and by whom, what it changed, how the project stood then. */
export function stepText(step: ReplayStep, total: number, nameOf: NameOf): string[] {
  const { on, mends, changes, actor, source } = step;
  const claimed = step.filedAtClaimed ? '（来源自述 claimed）' : '';
  return [
    `第 ${step.step}/${total} 步 step · 序号 seq ${step.seq} · 版本 revision ${step.revision}`,
    `${step.label.zh} ${step.label.en}`,
    `  发生 happened  ${on === null ? '—' : dateText(on.date)}`,
    `  填报 filed     ${inShanghai(step.filedAt)}${claimed}`,
    `  入账 recorded  ${inShanghai(step.recordedAt)}`,
    `  经手 by        ${printable(nameOf(actor.id))} (${printable(actor.role)}) · ${sourceText(source)}`,
    ...(mends ? [`  针对 mends     #${mends.seq} ${mends.label.zh} ${mends.label.en}`] : []),
    '  内容 says',
    ...indented(dataLines(step.data as never, nameOf)),
    '  改变 changed',
    ...indented(changes.length === 0 ? ['—'] : changes.map((change) => changeText(change, nameOf))),
    `  其后 after (${step.after.day})`,
    ...indented([stateText(step.after, nameOf)]),
  ];
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);

function sourceText(source: ReplayStep['source']): string {
  return Object.values(source)
    .map((part) => printable(String(part)))
    .join(' · ');
}

interface Change {
  readonly field: string;
  readonly label: Texts;
  readonly from: unknown;
  readonly to: unknown;
}

/** What a field was, and what it is now. */
export function changeText({ field, label, from, to }: Change, nameOf: NameOf): string {
  const [name = ''] = field.split('.');
  const named = label.zh === label.en ? label.zh : `${label.zh} ${label.en}`;
  return `${withNames(named, nameOf)}: ${valueText(name, from as Json, nameOf)} → ${valueText(name, to as Json, nameOf)}`;
}

/** A label may name a permit catalogue by its id. */
function withNames(text: string, nameOf: NameOf): string {
  return printable(text.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, nameOf));
}

function stateText(after: ReplayStep['after'], nameOf: NameOf): string {
  const { stage, possibleStage, standingLabel, leaderId, invested } = after;
  const parts = [
    ...(stage === null ? [] : [both(STAGE_TEXTS[stage])]),
    ...(possibleStage === undefined ? [] : [`可能 possibly ${both(STAGE_TEXTS[possibleStage])}`]),
    both(standingLabel),
    ...(leaderId === null ? [] : [`牵头 lead ${printable(nameOf(leaderId))}`]),
    ...(invested === null ? [] : [`完成投资 invested ${valueText('invested', { ...invested }, nameOf)}`]),
  ];
  return parts.join(' · ');
}
