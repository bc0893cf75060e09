import type { Texts } from '#kernel';

/** Exit codes of every command. */
export const DONE = 0;
export const FAILED = 1;
export const WRONG_USAGE = 2;

/** Why a command ends without having done its work: said in both languages, or as one JSON document. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
  readonly exitCode: typeof FAILED | typeof WRONG_USAGE;
  readonly code: string;
  readonly messages: Texts;
  constructor(code: string, messages: Texts, exitCode: typeof FAILED | typeof WRONG_USAGE = FAILED) {
    super(messages.en);
    this.code = code;
    this.messages = messages;
    this.exitCode = exitCode;
  }
}

/** Chinese first, English behind it. */
export const bilingual = ({ zh, en }: Texts): string => `${zh} / ${en}`;

/** The one JSON document of a `--json` run; nothing else is ever written to standard output with it. */
export function printJson(document: unknown): void {
  process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
}

/** A bar on standard error, drawn where a person watches; elsewhere nothing. */
export function progressBar(label: string, stream: NodeJS.WriteStream = process.stderr) {
  const WIDTH = 30;
  let drawn = -1;
  return {
    draw(done: number, of: number): void {
      const percent = Math.floor((done * 100) / Math.max(of, 1));
      if (!stream.isTTY || percent === drawn) return;
      drawn = percent;
      const full = Math.round((percent * WIDTH) / 100);
      stream.write(`\r${label} [${'█'.repeat(full)}${'·'.repeat(WIDTH - full)}] ${percent}% ${done}/${of}`);
    },
    end(): void {
      if (stream.isTTY && drawn >= 0) stream.write('\r\u001b[K');
    },
  };
}

/** Columns lined up on a screen where a Chinese character is two cells wide. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const texts = rows.map((row) => row.map(String));
  const widths = (texts[0] ?? []).map((_, i) => Math.max(...texts.map((row) => screenWidth(row[i] ?? ''))));
  return texts
    .map((row) => row.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - screenWidth(cell))).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}

function screenWidth(text: string): number {
  return [...text].reduce((width, character) => width + cellsOf(character), 0);
}

function cellsOf(character: string): 1 | 2 {
  return /[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\uff60]/u.test(character) ? 2 : 1;
}

/** A line broken where the screen ends. */
export function wrapped(line: string, width: number): string[] {
  const lines = [''];
  let filled = 0;
  for (const character of line) {
    const cells = cellsOf(character);
    if (filled + cells > width) {
      lines.push('');
      filled = 0;
    }
    lines[lines.length - 1] += character;
    filled += cells;
  }
  return lines;
}
