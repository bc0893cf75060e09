export * from './json.ts';
export * from './events.ts';
