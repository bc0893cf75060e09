export * from './view.ts';
export * from './errors.ts';
export { startProjector, type ProgressMessage, type Projector, type ProjectorOptions } from './projector.ts';
export type { ViewStatus } from './version.ts';
export type { CatalogueEntry, Stopped } from './catalogue.ts';
export { openViews, type AsOf, type Views } from './readers.ts';
export type { Sequence, SequencePoint } from './sequence.ts';
export type { SqlValue } from './connection.ts';
