import { derivedId, type JsonObject, type NewEvent } from '#kernel';
import { dialects } from '#database/testing';
import type { EventStore } from '#event-store';
import type { LedgerItem } from '../project-ledger/item.ts';
import { testLedger } from '../testing/ledger.ts';
import { contextOf } from '../testing/growing.ts';
import { asOfDay } from '../today.ts';
import { projectList } from './project-list.ts';

/** More than one page of an export. */
const PROJECTS = 520;

const event = (n: number, type: string, data: JsonObject): NewEvent => ({
  id: derivedId('export', `${n} ${type}`),
  type,
  data,
  metadata: { filedAt: '2026-11-20T04:00:00.000Z' } as NewEvent['metadata'],
});

async function register(store: EventStore, n: number): Promise<void> {
  await store.append(`project-p${n}`, [event(n, 'ProjectRegistered', { name: `项目${n}`, zoneId: 'z' })], 'none');
}

it.each(dialects)(
  'an export on %s has what was known at its event, whatever is told while it is written',
  async (_, fresh) => {
    const ledger = await testLedger(fresh, async (store) => {
      const zone = { name: '示例开发区', level: 'national', kind: 'other', hostCounty: '420303', from: '2018-01-01' };
      await store.append('zone-z', [event(0, 'ZoneDefined', zone)], 'none');
      for (let n = 1; n <= PROJECTS; n++) await register(store, n);
    });
    try {
      await ledger.settled();
      const context = contextOf(ledger);
      const asked = {
        filter: {},
        sort: 'number',
        descending: false,
        on: asOfDay('2026-11-22', 0),
        seq: PROJECTS + 1,
      } as const;
      const items: LedgerItem[] = [];
      for await (const page of projectList(context, asked, {}).pages()) {
        if (items.length === 0) {
          await ledger.store.append('zone-z', [event(0, 'ZoneRenamed', { name: '新名', from: '2018-01-01' })], 0n);
          for (const n of [1, 510, 515])
            await ledger.store.append(`project-p${n}`, [event(n, 'ProjectRenamed', { name: '改名' })], 0n);
          await ledger.store.append('project-p518', [event(518, 'ProjectVoided', { reason: '重复' })], 0n);
          await register(ledger.store, PROJECTS + 1);
          await ledger.settled();
        }
        items.push(...page);
      }
      expect(items.map(({ name }) => name)).toEqual(Array.from({ length: PROJECTS }, (_, i) => `项目${i + 1}`));
      expect(new Set(items.map(({ zoneName }) => zoneName))).toEqual(new Set(['示例开发区']));
    } finally {
      await ledger.close();
    }
  },
);
