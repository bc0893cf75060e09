/** Stands after the last character, so that a single character is found as the beginning of a gram. */
const END = ' ';

/** The text as it is searched: one width (NFKC), one case, no blanks. */
export function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}

/**
 * Every two neighbouring characters of the texts, each once. Two-character words are what Chinese is searched by; a
 * trigram index misses them. Their number is bounded by the lengths that commands take.
 */
export function gramsOf(...texts: readonly string[]): string[] {
  const grams = new Set<string>();
  for (const text of texts) {
    const characters = [...searchable(text)];
    for (let i = 0; i < characters.length; i++) {
      grams.add(`${characters[i]}${characters[i + 1] ?? END}`);
    }
  }
  return [...grams].sort();
}

/** The grams that every text containing `query` has; for one character, the beginning they share. */
export function gramsOfQuery(query: string): { readonly grams: readonly string[]; readonly beginning?: string } {
  const characters = [...searchable(query)];
  if (characters.length === 1) return { grams: [], beginning: characters[0] as string };
  const grams = characters.slice(1).map((character, i) => `${characters[i]}${character}`);
  return { grams: [...new Set(grams)] };
}
