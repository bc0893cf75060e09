/** What is wrong in a JSON document, and where: `/columns/total/unit`. */
export interface Problem {
  readonly path: string;
  readonly zh: string;
  readonly en: string;
}

/** Checks a JSON value and says what is wrong with it; the answer is the value where nothing was said. */
export type Shape<T> = (value: unknown, path: string, problems: Problem[]) => T;
export type Shaped<S> = S extends Shape<infer T> ? T : never;

const wrong = (path: string, zh: string, en: string, problems: Problem[]): never => {
  problems.push({ path: path === '' ? '/' : path, zh, en });
  return undefined as never;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text: Shape<string> = (value, path, problems) =>
  typeof value === 'string' && value !== '' ? value : wrong(path, '应是文字', 'must be text', problems);

export const flag: Shape<boolean> = (value, path, problems) =>
  typeof value === 'boolean' ? value : wrong(path, '应是 true 或 false', 'must be true or false', problems);

export const nothing: Shape<null> = (value, path, problems) =>
  value === null ? null : wrong(path, '应是 null', 'must be null', problems);

export const anyObject: Shape<Record<string, unknown>> = (value, path, problems) =>
  isObject(value) ? value : wrong(path, '应是对象', 'must be an object', problems);

export function oneOf<const T extends string>(...values: readonly T[]): Shape<T> {
  return (value, path, problems) =>
    values.includes(value as T)
      ? (value as T)
      : wrong(path, `应是 ${values.join('、')} 之一`, `must be one of ${values.join(', ')}`, problems);
}

export function listOf<T>(item: Shape<T>): Shape<readonly T[]> {
  return (value, path, problems) =>
    Array.isArray(value)
      ? value.map((one, i) => item(one, `${path}/${i}`, problems))
      : wrong(path, '应是数组', 'must be an array', problems);
}

/** An object whose keys are names of the author's choice. */
export function dictionaryOf<T>(item: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value, path, problems) => {
    if (!isObject(value)) return wrong(path, '应是对象', 'must be an object', problems);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, item(one, `${path}/${key}`, problems)]));
  };
}

type Fields = Readonly<Record<string, Shape<unknown>>>;
type Required<F extends Fields> = { readonly [K in keyof F]: Shaped<F[K]> };
type Optional<F extends Fields> = { readonly [K in keyof F]?: Shaped<F[K]> };

/** An object with exactly these members; one that nobody knows is a typing mistake and is named. */
export function object<R extends Fields, O extends Fields = Record<never, never>>(
  required: R,
  optional: O = {} as O,
): Shape<Required<R> & Optional<O>> {
  return (value, path, problems) => {
    if (!isObject(value)) return wrong(path, '应是对象', 'must be an object', problems);
    const members: Record<string, unknown> = {};
    for (const [key, shape] of Object.entries(required)) {
      if (Object.hasOwn(value, key)) members[key] = shape(value[key], `${path}/${key}`, problems);
      else wrong(`${path}/${key}`, '缺少', 'is missing', problems);
    }
    for (const [key, member] of Object.entries(value)) {
      if (Object.hasOwn(required, key)) continue;
      const shape = Object.hasOwn(optional, key) ? optional[key] : undefined;
      if (shape) members[key] = shape(member, `${path}/${key}`, problems);
      else wrong(`${path}/${key}`, '不认识', 'is not known', problems);
    }
    return members as Required<R> & Optional<O>;
  };
}

/** One of several objects, told apart by which member they have. */
export function byMember<S extends Readonly<Record<string, Shape<unknown>>>>(shapes: S): Shape<Shaped<S[keyof S]>> {
  return (value, path, problems) => {
    const names = Object.keys(shapes);
    const name = isObject(value) ? names.find((key) => Object.hasOwn(value, key)) : undefined;
    if (name === undefined)
      return wrong(path, `应有 ${names.join('、')} 之一`, `must have ${names.join(' or ')}`, problems);
    return (shapes[name] as Shape<Shaped<S[keyof S]>>)(value, path, problems);
  };
}

/** The first of several shapes that fits; otherwise what the last one has against it. */
export function either<A, B>(a: Shape<A>, b: Shape<B>): Shape<A | B> {
  return (value, path, problems) => {
    const tried: Problem[] = [];
    const first = a(value, path, tried);
    return tried.length === 0 ? first : b(value, path, problems);
  };
}
