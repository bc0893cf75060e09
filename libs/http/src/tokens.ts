/** What the composition root provides to every module, by explicit tokens. */
export const EVENT_STORE = Symbol('EVENT_STORE');
/** The same log as it was stored, for what shows or proves what was written; nothing is folded from it. */
export const STORED_LOG = Symbol('STORED_LOG');
export const REGISTRY = Symbol('REGISTRY');
export const VIEWS_READER = Symbol('VIEWS_READER');
export const ANSWER_ONCE = Symbol('ANSWER_ONCE');
export const METRICS = Symbol('METRICS');
/** A Reading and a Cursors of `#http`, for the controllers of views. */
export const READING = Symbol('READING');
export const CURSORS = Symbol('CURSORS');
/** Epoch milliseconds. */
export const CLOCK = Symbol('CLOCK');
