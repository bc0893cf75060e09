import type { Difference, NotCompared, SqlValue, Verdict, VerifyProgress } from '#database';
import type { Texts } from '#kernel';
import { bilingual, progressBar } from '../output.ts';

/** A verdict in lines for people. */
export function textOf(verdict: Verdict): string {
  const name = verdict.version === undefined ? verdict.view : `${verdict.view} v${verdict.version}`;
  switch (verdict.outcome) {
    case 'equal':
      return `${name}: ${bilingual({ zh: '一致', en: 'equal' })} (seq ${verdict.seq}, ${verdict.rows} 行 rows)`;
    case 'different':
      return [
        `${name}: ${bilingual({ zh: '不一致', en: 'different' })} (seq ${verdict.seq})`,
        ...differenceLines(verdict.difference).map((line) => `  ${line}`),
      ].join('\n');
    case 'not-compared':
      return `${name}: ${bilingual({ zh: '未核对', en: 'not compared' })}: ${bilingual(whyNot(verdict))}`;
  }
}

const KINDS: Readonly<Record<Difference['kind'], Texts>> = {
  changed: { zh: '值不同', en: 'another value' },
  missing: { zh: '缺少一行', en: 'a row is missing' },
  extra: { zh: '多出一行', en: 'a row too many' },
  'no-column': { zh: '缺少表或列', en: 'no such table or column' },
};

function differenceLines({ table, kind, key, column, running, rebuilt }: Difference): string[] {
  const parts = Object.entries(key).map(([name, value]) => `${name}=${shown(value)}`);
  const lines = [`${bilingual(KINDS[kind])}`, `表 table ${table}`];
  if (parts.length) lines.push(`键 key ${parts.join(', ')}`);
  if (column !== undefined) lines.push(`列 column ${column}`);
  if (running !== undefined) lines.push(`现有 running ${shown(running)}`);
  if (rebuilt !== undefined) lines.push(`应为 rebuilt ${shown(rebuilt)}`);
  return lines;
}

function whyNot(why: NotCompared): Texts {
  switch (why.reason) {
    case 'missing':
      return { zh: '还没有建过，请先启动一次服务', en: 'it was never built; start the server once' };
    case 'building':
      return { zh: '还在建，请稍后再核对', en: 'it is being built; verify it later' };
    case 'foreign':
      return {
        zh: '它由另一个日志建成；若日志无误，请运行 taizhang rebuild',
        en: 'it was built from another log; if this log is the right one, run `taizhang rebuild`',
      };
    case 'other-version':
      return {
        zh: `正在使用的是第 ${why.serves} 版，由另一版本的程序维护`,
        en: `version ${why.serves} answers, which another version of the program keeps`,
      };
    case 'unreadable':
      return {
        zh: `文件已损坏，请停下服务后运行 taizhang rebuild（${why.message}）`,
        en: `the disk gives nonsense; stop the server and run \`taizhang rebuild\` (${why.message})`,
      };
    case 'stopped':
      return {
        zh: `它停在它不能处理的事件 ${why.stopped.seq}（${why.stopped.stream}）`,
        en: `it stands at event ${why.stopped.seq} of ${why.stopped.stream}, which it cannot take: ${why.stopped.message}`,
      };
    case 'rebuild-stopped':
      return {
        zh: `本程序不能处理事件 ${why.stopped.seq}（${why.stopped.stream}），正在使用的视图由另一版本的程序建成`,
        en: `this program cannot take event ${why.stopped.seq} of ${why.stopped.stream}, so another version built what runs: ${why.stopped.message}`,
      };
  }
}

/** A verdict as JSON has it: whole numbers beyond 2^53 as text. */
export function jsonOf(verdict: Verdict): unknown {
  return JSON.parse(
    JSON.stringify(verdict, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  );
}

function shown(value: SqlValue): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

const PHASES: Readonly<Record<VerifyProgress['phase'], string>> = {
  numbering: '编号 number',
  building: '另建 build',
  comparing: '比对 compare',
};
/** Where nobody watches a bar, a line says now and then how far it is. */
const LINE_MS = 10_000;

/** Draws a bar on standard error for each step, or says a line now and then where nobody watches. */
export function teller(): { readonly told: (progress: VerifyProgress) => void; readonly end: () => void } {
  let label = '';
  let bar = progressBar(label);
  let saidAt = performance.now();
  const told = ({ view, phase, done, of }: VerifyProgress): void => {
    const now = `${view}: ${PHASES[phase]}`;
    if (now !== label) {
      bar.end();
      bar = progressBar((label = now));
    }
    if (of !== undefined) bar.draw(done, of);
    if (process.stderr.isTTY || performance.now() - saidAt < LINE_MS) return;
    saidAt = performance.now();
    process.stderr.write(`${now}: ${done}${of === undefined ? '' : `/${of}`}\n`);
  };
  return { told, end: () => bar.end() };
}
