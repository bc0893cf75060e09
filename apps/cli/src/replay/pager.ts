import { emitKeypressEvents, type Key } from 'node:readline';
import type { ReadStream, WriteStream } from 'node:tty';
import { wrapped } from '../output.ts';

/** Where a reader is: on which page of which step, both from 0. */
export interface Place {
  readonly step: number;
  readonly page: number;
}

/** What a key asks for: another place, or the end. `pagesOf`: how many pages a step has on this screen. */
export function turned(
  { step, page }: Place,
  { name = '', ctrl = false, shift = false }: Pick<Key, 'name' | 'ctrl' | 'shift'>,
  { steps, pagesOf }: { readonly steps: number; readonly pagesOf: (step: number) => number },
): Place | 'quit' {
  if (name === 'q' || name === 'escape' || (ctrl && (name === 'c' || name === 'd'))) return 'quit';
  switch (name) {
    case 'return':
    case 'enter':
    case 'space':
    case 'down':
    case 'right':
    case 'pagedown':
    case 'n':
    case 'j':
      if (page + 1 < pagesOf(step)) return { step, page: page + 1 };
      return step + 1 < steps ? { step: step + 1, page: 0 } : { step, page };
    case 'b':
    case 'up':
    case 'left':
    case 'pageup':
    case 'p':
    case 'k':
      if (page > 0) return { step, page: page - 1 };
      return step > 0 ? { step: step - 1, page: 0 } : { step, page };
    case 'home':
      return { step: 0, page: 0 };
    case 'end':
      return { step: steps - 1, page: 0 };
    case 'g':
      return { step: shift ? steps - 1 : 0, page: 0 };
    default:
      return { step, page };
  }
}

const HELP = '回车/空格/↓ 下一步 next · b/↑ 上一步 back · g/G 首/末 first/last · q 退出 quit';
const OTHER_SCREEN = '\u001b[?1049h';
const OWN_SCREEN = '\u001b[?1049l';
const CLEAR = '\u001b[2J\u001b[H';

/** Lets somebody step through texts on a terminal until they have seen enough. The terminal is left as it was. */
export async function page(
  texts: readonly (readonly string[])[],
  { input, output }: { readonly input: ReadStream; readonly output: WriteStream },
): Promise<void> {
  const height = (): number => Math.max(1, (output.rows || 24) - 1);
  const linesOf = (step: number): string[] =>
    (texts[step] ?? []).flatMap((line) => wrapped(line, output.columns || 80));
  const pagesOf = (step: number): number => Math.max(1, Math.ceil(linesOf(step).length / height()));
  let place: Place = { step: 0, page: 0 };
  const draw = (): void => {
    const page = Math.min(place.page, pagesOf(place.step) - 1);
    const shown = linesOf(place.step).slice(page * height(), (page + 1) * height());
    const [help = ''] = wrapped(HELP, output.columns || 80);
    output.write(`${CLEAR}${shown.join('\r\n')}${'\r\n'.repeat(height() - shown.length + 1)}${help}`);
  };
  emitKeypressEvents(input);
  input.setRawMode(true);
  input.resume();
  output.write(OTHER_SCREEN);
  try {
    await new Promise<void>((done) => {
      input.on('keypress', (_: string, key: Key) => {
        const next = turned(place, key, { steps: texts.length, pagesOf });
        if (next === 'quit') return done();
        place = next;
        draw();
      });
      input.once('end', done);
      process.once('SIGTERM', done);
      process.once('SIGHUP', done);
      output.on('resize', draw);
      draw();
    });
  } finally {
    output.removeListener('resize', draw);
    input.removeAllListeners('keypress');
    input.setRawMode(false);
    input.pause();
    output.write(OWN_SCREEN);
  }
}
