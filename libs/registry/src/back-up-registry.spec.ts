import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dialects } from '#database/testing';
import { openKept } from '#database';
import { derivedId } from '#kernel';
import { backUpRegistry } from './back-up-registry.ts';
import { openRegistry } from './registry.ts';
import { REGISTRY_MIGRATIONS, type RegistryTables } from './tables.ts';

const clock = () => 7;
const PEOPLE = 1_203;
const personOf = (n: number) => ({ id: derivedId('person', String(n)), name: `人员${n}`, phone: '13812345678' });

describe.each(dialects)('a registry in %s, backed up', (_, fresh) => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'back-up-kept-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('has everybody of one moment with their phones, and no answers, while others write', async () => {
    const { database, remove } = await fresh();
    const registry = await openRegistry({ database, clock });
    for (let n = 0; n < PEOPLE; n++) await registry.people.definePerson(personOf(n));
    const answer = { digest: 'd', status: 409, headers: {}, body: { text: '引号' } };
    await registry.answers.keep({ actor: 'local', route: 'POST /x', key: 'k' }, answer);
    let done = false;
    const writing = (async () => {
      for (let n = PEOPLE; !done; n++) {
        await registry.people.definePerson(personOf(n));
        await new Promise(setImmediate);
      }
    })();
    const counts = await backUpRegistry({ from: database, folder, clock });
    done = true;
    await writing;
    expect(counts).toEqual({
      people: counts['people_phones'],
      people_phones: counts['people'],
      people_revisions: 0,
      import_batches: 0,
      import_lines: 0,
    });
    expect(counts['people']).toBeGreaterThanOrEqual(PEOPLE);
    expect(existsSync(join(folder, 'kept.db-wal'))).toBe(false);
    const copy = await openRegistry({ database: { folder }, clock });
    const { items } = await copy.people.listPeople({ limit: PEOPLE * 10 });
    expect(items).toEqual((await registry.people.listPeople({ limit: PEOPLE * 10 })).items.filter(isIn(items)));
    expect(items).toHaveLength(counts['people'] as number);
    expect(await copy.answers.find({ actor: 'local', route: 'POST /x', key: 'k' })).toBeUndefined();
    await copy.close();
    await registry.close();
    await remove();
  });

  it('stays on its migration, and the file too', async () => {
    const { database, remove } = await fresh();
    const older = REGISTRY_MIGRATIONS.slice(0, 1);
    const kept = await openKept<RegistryTables>({ database, migrations: older, clock });
    await kept.write('durable', (transaction) =>
      transaction
        .insertInto('people')
        .values({ person_id: 'p', name: '王', unit: null, post: null, search: '王' })
        .execute(),
    );
    expect(await backUpRegistry({ from: database, folder, clock })).toEqual({
      people: 1,
      import_batches: 0,
      import_lines: 0,
    });
    const same = await openKept<RegistryTables>({ database, migrations: older, clock });
    await same.close();
    await kept.close();
    const copy = await openKept<RegistryTables>({ database: { folder }, migrations: older, clock });
    await copy.close();
    const registry = await openRegistry({ database: { folder }, clock });
    expect(await registry.people.exists('p')).toBe(true);
    await registry.close();
    await remove();
  });

  it('may be none yet, and is not taken from a newer program', async () => {
    const { database, remove } = await fresh();
    expect(await backUpRegistry({ from: database, folder, clock })).toEqual({});
    const newer = { id: REGISTRY_MIGRATIONS.length + 1, name: 'later', steps: [{ sql: 'select 1' }] };
    const kept = await openKept({ database, migrations: [...REGISTRY_MIGRATIONS, newer], clock });
    await kept.close();
    rmSync(join(folder, 'kept.db'));
    const refused = backUpRegistry({ from: database, folder, clock });
    await expect(refused).rejects.toMatchObject({ name: 'KeptTooNew' });
    expect(existsSync(join(folder, 'kept.db'))).toBe(false);
    await remove();
  });
});

function isIn(items: readonly { readonly id: string }[]) {
  const ids = new Set(items.map(({ id }) => id));
  return ({ id }: { readonly id: string }) => ids.has(id);
}
