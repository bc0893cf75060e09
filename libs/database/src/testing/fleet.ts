import { derivedId } from '#kernel';
import { MemoryStore } from './memory-store.ts';
import { crewNamed, moored } from './toy.ts';

export const FLEET_EVENTS = 6_000;
const BOATS = 1_500;

/** The same log in every process that asks for it. */
export async function fleet(): Promise<MemoryStore> {
  const store = new MemoryStore({ storeId: 'fleet' });
  for (let i = 0; i < FLEET_EVENTS; i++) {
    const boat = i % BOATS;
    const round = Math.floor(i / BOATS);
    const day = String(1 + ((boat + round * 5) % 28)).padStart(2, '0');
    const { type, data } =
      i % 3 ? moored(`2026-01-${day}`, `place-${i % 17}`, i % 9) : crewNamed('Ann', `mate-${i % 5}`);
    const event = { id: derivedId('fleet', String(i)), type, data, metadata: {} };
    await store.append(`boat-${boat}`, [event], round === 0 ? 'none' : BigInt(round - 1));
  }
  return store;
}
