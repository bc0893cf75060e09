/** A small EventStoreDB server for tests: the semantics of `event-store-contract.md` §1, in memory, with faults on demand. */
export { startFakeServer, type FakeServer, type FakeServerOptions } from './fake-server/server.ts';
export { FakeLog } from './fake-server/log.ts';
export type { LogRecord, ProposedEvent } from './fake-server/records.ts';
