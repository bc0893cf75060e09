export * from './fault.ts';
export { field, good, type Check, type FieldOptions } from './field.ts';
export * from './text.ts';
export * from './dates.ts';
export * from './choices.ts';
export * from './numbers.ts';
export * from './nested.ts';
export * from './scopes.ts';
