/** A sentence with slots: `{project}号项目总投资改为{amount}万`. The texts between the slots are one more than the slots. */
export interface Template {
  readonly texts: readonly string[];
  readonly slots: readonly string[];
}

/** What is wrong with a template, in both languages. */
export interface TemplateFault {
  readonly zh: string;
  readonly en: string;
}

const TEMPLATE_MAX = 200;
const SLOTS_MAX = 10;
/** A longer note is not read: nobody words a change so. */
const NOTE_MAX = 1_000;

/** A note as it is compared: without blanks, and with full-width forms made plain. */
export function plainNote(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

/** Reads a template. Two slots beside each other could be told apart in many ways, so something has to stand between them. */
export function readTemplate(text: string): Template | TemplateFault {
  if (text.length > TEMPLATE_MAX) return { zh: `超过 ${TEMPLATE_MAX} 字`, en: `is longer than ${TEMPLATE_MAX}` };
  const parts = text.split(/\{(\w+)\}/);
  const slots = parts.filter((_, i) => i % 2 === 1);
  const texts = parts.filter((_, i) => i % 2 === 0).map(plainNote);
  if (slots.length > SLOTS_MAX) return { zh: `超过 ${SLOTS_MAX} 个空`, en: `has more than ${SLOTS_MAX} slots` };
  if (texts.some((part) => /[{}]/.test(part))) return { zh: '花括号不成对', en: 'has a brace that names no slot' };
  if (new Set(slots).size < slots.length) return { zh: '同一个空出现两次', en: 'names a slot twice' };
  if (texts.slice(1, -1).includes(''))
    return { zh: '两个空之间没有文字', en: 'has two slots with nothing between them' };
  if (texts.every((part) => part === '')) return { zh: '只有空，没有文字', en: 'has no text' };
  return { texts, slots };
}

/**
 * What stands in the slots of a note, which must be like the template as a whole. A slot ends where the text behind it
 * first stands; nothing is tried twice, so the time is that of reading the note once. Undefined: it is not alike.
 */
export function matchTemplate({ texts, slots }: Template, note: string): Readonly<Record<string, string>> | undefined {
  if (note.length > NOTE_MAX) return undefined;
  const text = plainNote(note);
  const [head = '', ...behind] = texts;
  if (!text.startsWith(head)) return undefined;
  if (slots.length === 0) return text === head ? {} : undefined;
  const found: Record<string, string> = {};
  let at = head.length;
  for (const [i, slot] of slots.entries()) {
    const next = behind[i] as string;
    const isLast = i === slots.length - 1;
    if (isLast && !text.endsWith(next)) return undefined;
    const end = isLast ? text.length - next.length : text.indexOf(next, at + 1);
    if (end <= at) return undefined;
    found[slot] = text.slice(at, end);
    at = end + next.length;
  }
  return found;
}

const NUMBERS_MAX = 200;

/** The numbers that a text lists: `7`, `74-77`, `78和79`, `1、3-5`. Undefined where it is no such list, or too long a one. */
export function numbersIn(text: string): readonly string[] | undefined {
  const numbers = new Set<string>();
  for (const part of plainNote(text).split(/[和及与、,]/)) {
    const [, first, last = first] = /^(\d{1,6})(?:[-~至](\d{1,6}))?$/.exec(part) ?? [];
    if (first === undefined || last === undefined) return undefined;
    const span = Number(last) - Number(first);
    if (span < 0 || numbers.size + span >= NUMBERS_MAX) return undefined;
    for (let number = Number(first); number <= Number(last); number++) numbers.add(String(number));
  }
  return [...numbers];
}
