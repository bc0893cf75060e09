import { dialects } from '#database/testing';
import { derivedId } from '#kernel';
import { copyRegistry } from './copy-registry.ts';
import { openRegistry } from './registry.ts';

const clock = () => 7;
/** More than one step reads at a time, by more than one row. */
const PEOPLE = 1_203;

describe.each(dialects.flatMap(([from, a]) => dialects.map(([to, b]) => [from, to, a, b] as const)))(
  'a registry copied from %s to %s',
  (_, __, freshFrom, freshTo) => {
    async function filled() {
      const place = await freshFrom();
      const registry = await openRegistry({ database: place.database, clock });
      for (let n = 0; n < PEOPLE; n++) {
        const unit = n % 3 === 0 ? {} : { unit: '招商局' };
        await registry.people.definePerson({
          id: derivedId('person', String(n)),
          name: `人员${n}`,
          phone: '13812345678',
          ...unit,
        });
      }
      const revision = { actor: 'eve', commandId: 'c1', change: { phone: '13899995678' } };
      await registry.people.revisePerson({ id: derivedId('person', '0'), ...revision });
      await registry.answers.keep(
        { actor: 'local', route: 'POST /x', key: 'k' },
        { digest: 'd', status: 409, headers: {}, body: { text: '引号"与\\反斜' } },
      );
      const batch = derivedId('batch');
      await registry.importBatches.start({ id: batch, set: 's', files: [], actor: 'local' });
      await registry.importBatches.addLines(batch, [
        { status: 'warned', file: 'a.csv', row: 3, rule: 'R', params: { n: 1 } },
        { status: 'refused', file: 'a.csv' },
      ]);
      await registry.close();
      return place;
    }

    it('has every row, once, and answers as before', async () => {
      const [from, to] = [await filled(), await freshTo()];
      expect(await copyRegistry({ from: from.database, to: to.database, clock })).toEqual({
        people: PEOPLE,
        people_phones: PEOPLE,
        people_revisions: 1,
        answers: 1,
        import_batches: 1,
        import_lines: 2,
      });
      const registry = await openRegistry({ database: to.database, clock });
      const all = await registry.people.listPeople({ limit: 2_000 });
      expect(all.items).toHaveLength(PEOPLE);
      const first = derivedId('person', '0');
      expect((await registry.people.getPeople([first])).get(first)).toMatchObject({ phone: '138****5678' });
      expect(await registry.people.formerDescriptions(first, 9)).toMatchObject([{ revisedBy: 'eve', revisedAt: 7 }]);
      const scope = { actor: 'local', route: 'POST /x', key: 'k' };
      expect((await registry.answers.find(scope))?.body).toEqual({ text: '引号"与\\反斜' });
      await registry.close();
      const again = copyRegistry({ from: from.database, to: to.database, clock });
      await expect(again).rejects.toMatchObject({ name: 'KeptOccupied' });
      await from.remove();
      await to.remove();
    });
  },
);
