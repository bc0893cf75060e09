import type { Migration } from '../migrations.ts';

export const STAMPS: readonly Migration[] = [
  {
    id: 1,
    name: 'stamps',
    steps: [{ createTable: { name: 'stamps', columns: { who: 'text', n: 'integer' }, key: ['who', 'n'] } }],
  },
  { id: 2, name: 'a first stamp', steps: [{ sql: "INSERT INTO stamps (who, n) VALUES ('us', 0)" }] },
];
