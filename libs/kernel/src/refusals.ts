import type { Json } from './json.ts';

/** A text in the two languages of the screen; `{name}` stands for a parameter. */
export type Texts = { readonly zh: string; readonly en: string };

/** What prevents a command, as a value: a stable code and what its texts need. Nothing is thrown, nothing is appended. */
export interface Refusal<Code extends string = string> {
  readonly refused: Code;
  readonly params: Readonly<Record<string, Json>>;
}

export function refused<Code extends string>(code: Code, params: Readonly<Record<string, Json>> = {}): Refusal<Code> {
  return { refused: code, params };
}

export function isRefusal(decision: unknown): decision is Refusal {
  return typeof decision === 'object' && decision !== null && 'refused' in decision;
}

/**
 * Both texts with the parameters put in, one that is texts itself in each language; a parameter nobody gave stays visible as
 * `{name}`.
 */
export function fill(texts: Texts, params: Readonly<Record<string, Json | Texts>>): Texts {
  const of = (language: keyof Texts): string => {
    const said = Object.entries(params).map(
      ([name, value]) => [name, isTexts(value) ? value[language] : value] as const,
    );
    return filled(texts[language], Object.fromEntries(said));
  };
  return { zh: of('zh'), en: of('en') };
}

function isTexts(value: Json | Texts): value is Texts {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}

/** One text likewise. */
export function filled(text: string, params: Readonly<Record<string, Json | undefined>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    params[name] === undefined ? whole : plain(params[name]),
  );
}

function plain(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
