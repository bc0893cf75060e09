export * from './port.ts';
export * from './errors.ts';
export * from './stamp.ts';
export * from './token.ts';
export { prepareAppend, prefixesOf, requireFromZero, requireLimit } from './validate.ts';
export type { PreparedEvent } from './validate.ts';
export { openEmbeddedStore } from './embedded/open.ts';
export type { EmbeddedOptions } from './embedded/open.ts';
