/**
 * What travels between the caller's thread and the writer's: flat arrays, because cloning one array of strings costs a
 * fraction of cloning as many objects. Erasable syntax and no runtime imports: the writer runs on bare Node.
 */
export interface Parcel {
  /** The caller's clock, epoch ms, where one was injected. */
  readonly now: number | undefined;
  /** Per append: expected revision (-1 for none), number of events, then per event 1 where it claims a `filedAt`, else 0. */
  readonly numbers: number[];
  /** Per append: the stream, then per event id, type, data, metadata. */
  readonly strings: string[];
}

/** An append as the writer sees it: a window on its parcel. */
export interface PackedAppend {
  readonly parcel: Parcel;
  readonly stream: string;
  readonly expected: number;
  readonly count: number;
  /** Index of the first event's flag in `numbers`, and of its id in `strings`. */
  readonly flags: number;
  readonly texts: number;
}

export const STRINGS_PER_EVENT = 4;

/** The answer to the appends of a batch, in their order: {@link NUMBERS_PER_OUTCOME} numbers each. */
export interface Answer {
  readonly outcomes: Float64Array;
  /** Why those with {@link FAILED} failed. */
  readonly failure: string | undefined;
}

/** Code, revision, position, and when it was recorded (epoch ms, NaN where it had been written before). */
export const NUMBERS_PER_OUTCOME = 4;

export const WRITTEN = 0;
/** The revision is then the actual one, -1 for a stream without events. */
export const CONFLICT = 1;
export const FAILED = 2;

/** Takes a parcel apart. */
export function unpack(parcel: Parcel): PackedAppend[] {
  const { numbers, strings } = parcel;
  const appends: PackedAppend[] = [];
  let text = 0;
  for (let n = 0; n < numbers.length;) {
    const expected = numbers[n++] as number;
    const count = numbers[n++] as number;
    const stream = strings[text++] as string;
    appends.push({ parcel, stream, expected, count, flags: n, texts: text });
    n += count;
    text += count * STRINGS_PER_EVENT;
  }
  return appends;
}
