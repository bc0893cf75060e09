const TEXTS_KEPT_MAX = 1_000;
const known = new Map<string, string>();

/** `?` as PostgreSQL counts its parameters: `$1`, `$2`, … Those in quotes stay what they are. */
export function numbered(sql: string): string {
  let text = known.get(sql);
  if (text === undefined) {
    let n = 0;
    text = sql.replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g, (found) => (found === '?' ? `$${++n}` : found));
    if (known.size >= TEXTS_KEPT_MAX) known.clear();
    known.set(sql, text);
  }
  return text;
}
