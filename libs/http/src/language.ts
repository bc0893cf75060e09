export type Language = 'zh' | 'en';

/** The language of `title` and `detail`; both are always in `messages`. Chinese unless English is asked for with more weight. */
export function languageOf(acceptLanguage: string | undefined): Language {
  if (acceptLanguage === undefined) return 'zh';
  let best: Language = 'zh';
  let weight = 0;
  for (const part of acceptLanguage.split(',', 20)) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language =
      tag === 'en' || tag.startsWith('en-') ? 'en' : tag === 'zh' || tag.startsWith('zh-') ? 'zh' : undefined;
    const q = parameters.find((parameter) => parameter.trim().startsWith('q='));
    const w = q === undefined ? 1 : Number(q.trim().slice(2));
    if (language !== undefined && w > weight) {
      best = language;
      weight = w;
    }
  }
  return best;
}
