import type { Json, Texts } from '#kernel';
import { HTTP_CODES, httpTexts, titleOf, type HttpCodeName } from './codes.ts';
import { errorOf, type FieldError, type FieldFault } from './fields/fault.ts';
import type { Language } from './language.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** The body of every error (RFC 9457); `code` and `errors[].code` are stable, texts may be reworded. */
export interface ProblemBody {
  readonly type: string;
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly messages: Texts;
  readonly params: Readonly<Record<string, Json>>;
  readonly requestId: string;
  readonly errors?: readonly FieldError[];
  readonly changes?: readonly Json[];
}

interface Parts {
  readonly status: number;
  readonly code: string;
  readonly messages: Texts;
  readonly params?: Readonly<Record<string, Json>>;
  readonly errors?: readonly FieldError[];
  readonly changes?: readonly Json[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that is an error. Thrown by whoever notices, written by the problem filter. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly parts: Parts;

  constructor(parts: Parts, options?: ErrorOptions) {
    super(parts.messages.en, options);
    this.parts = parts;
  }

  get status(): number {
    return this.parts.status;
  }

  /** The body in a language. `title` and `detail` follow it, everything else does not. */
  body(language: Language, requestId: string): ProblemBody {
    const { status, code, messages, params = {}, errors, changes } = this.parts;
    return {
      type: `urn:taizhang:problem:${code}`,
      status,
      code,
      title: titleOf(status)[language],
      detail: messages[language],
      messages,
      params,
      requestId,
      ...(errors && { errors }),
      ...(changes && { changes }),
    };
  }
}

/** A problem of the HTTP layer by its code. */
export function problem(
  code: HttpCodeName,
  params: Readonly<Record<string, Json>> = {},
  more: Partial<Pick<Parts, 'changes' | 'headers'>> & ErrorOptions = {},
): Problem {
  const { cause, ...parts } = more;
  return new Problem(
    { status: HTTP_CODES[code].status, code, messages: httpTexts(code, params), params, ...parts },
    cause === undefined ? undefined : { cause },
  );
}

/** 400 with every fault named by field, code and in both languages. */
export function invalid(faults: readonly FieldFault[]): Problem {
  const params = { count: faults.length };
  return new Problem({
    status: HTTP_CODES.ValidationFailed.status,
    code: 'ValidationFailed',
    messages: httpTexts('ValidationFailed', params),
    params,
    errors: faults.map(errorOf),
  });
}
