import { eventStoreContract } from '#event-store/contract';
import { onFakeServer } from './fake-log.harness.ts';

eventStoreContract('EventStoreDB (fake server, as 23.10)', { open: () => onFakeServer() });
eventStoreContract('EventStoreDB (fake server, as 24.10)', { open: () => onFakeServer({ version: '24.10.4' }) });
