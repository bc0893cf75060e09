/** A small EventStoreDB server for tests: what the event-store contract says of the real one, in memory, with faults on demand. */
export { testCertificates } from './fake-server/certificates.ts';
export { startFakeCluster, type FakeCluster } from './fake-server/cluster.ts';
export type { Fault } from './fake-server/faults.ts';
export { FakeLog, type PlainEvent } from './fake-server/log.ts';
export { startFakeServer, type FakeServer, type FakeServerOptions } from './fake-server/server.ts';
