import { given, openLedger, type Ledger } from './harness.ts';

const NAMES = ['丁', '丙', '乙', '甲', '戊'];

let ledger: Ledger;
let last: string;
const ids: string[] = [];

beforeAll(async () => {
  ledger = await openLedger();
  const { zoneId, projectId } = await given(ledger, { name: NAMES[0] });
  ids.push(projectId);
  for (const name of NAMES.slice(1)) ids.push((await told('projects', { name, zoneId })).id);
  await told(`projects/${ids[1]}/sign`, { on: '2026-11-02' });
  await told(`projects/${ids[2]}/sign`, { on: '2026-11-03' });
  await told(`projects/${ids[2]}/start-construction`, { on: '2026-11-12' });
  await told(`projects/${ids[3]}/complete`, { on: '2026-11-20' });
});

async function told(path: string, body: object): Promise<{ readonly id: string }> {
  const answer = await ledger.post(`/api/${path}`, body).expect(201);
  const { after, ...created } = answer.body as { readonly id: string; readonly after: string };
  last = after;
  return created;
}

async function asked<T>(path: string): Promise<T> {
  const answer = await ledger.get(`/api/${path}${path.includes('?') ? '&' : '?'}after=${last}`).expect(200);
  return answer.body as T;
}
afterAll(() => ledger.close());

interface List {
  readonly items: readonly { readonly name: string }[];
  readonly next: string | null;
}

const list = (query: string): Promise<List> => asked<List>(`projects?${query}`);

const namesIn = ({ items }: List): string[] => items.map(({ name }) => name);

/** What a wrong query is refused with: the fields and their codes. */
async function faults(path: string): Promise<readonly object[]> {
  const answer = await ledger.get(`/api/${path}`).expect(400);
  const { code, errors } = answer.body as { readonly code: string; readonly errors: readonly object[] };
  expect(code).toBe('ValidationFailed');
  return errors;
}

describe('a list', () => {
  it('begins where it is told to, and goes on from there', async () => {
    const page = await list('offset=2&limit=2');
    expect(namesIn(page)).toEqual(NAMES.slice(2, 4));
    const rest = await list(`limit=2&cursor=${page.next as string}`);
    expect(namesIn(rest)).toEqual(NAMES.slice(4));
    expect(rest.next).toBeNull();
    expect(namesIn(await list('offset=0'))).toEqual(NAMES);
  });

  it('begins there in any order, as of any point', async () => {
    const sorted = NAMES.toSorted().reverse();
    expect(namesIn(await list('offset=3&sort=-name'))).toEqual(sorted.slice(3));
    // The zone, and three projects.
    expect(namesIn(await list('offset=1&knownAt=4'))).toEqual(NAMES.slice(1, 3));
  });

  it('is empty beyond its end', async () => {
    expect(await list('offset=5')).toMatchObject({ items: [], next: null });
    expect(await list('offset=1000000')).toMatchObject({ items: [], next: null });
  });

  it.each(['-1', '1.5', '', 'x', '1e3', '1000001', '10000000000000000000000'])(
    'refuses to begin at %p',
    async (offset) => {
      const params = { min: 0, max: 1_000_000 };
      expect(await faults(`projects?offset=${offset}`)).toMatchObject([
        { field: 'offset', code: 'NotAWholeNumber', params },
      ]);
    },
  );

  it('begins at one place: of a cursor it knows the place', async () => {
    const { next } = await list('limit=2');
    expect(await faults(`projects?offset=1&limit=2&cursor=${next}`)).toMatchObject([
      { field: 'offset', code: 'NotBoth', params: { other: 'cursor' } },
    ]);
  });
});

describe('the stages asked for', () => {
  const namesAt = async (query: string): Promise<string[]> => namesIn(await list(query));

  it('may be one or several, in any order', async () => {
    expect(await namesAt('stage=signed')).toEqual(['丙']);
    expect(await namesAt('stage=signed,completed')).toEqual(['丙', '甲']);
    expect(await namesAt('stage=completed,signed&sort=-name')).toEqual(['甲', '丙']);
    expect(await namesAt('stage=signed,constructionStarted&effectiveOn=2026-11-10')).toEqual(['丙', '乙']);
    expect(await namesAt('stage=atCapacity,filed')).toEqual([]);
  });

  it('are one question in whatever order they are named', async () => {
    const { next } = await list('stage=registered,completed&limit=1');
    const rest = await list(`stage=completed,registered&limit=2&cursor=${next}`);
    expect(namesIn(rest)).toEqual(['甲', '戊']);
  });

  it('narrow sums, curves, comparisons and exports alike', async () => {
    const stage = 'stage=signed,constructionStarted';
    expect(await asked(`projects/summary?${stage}`)).toMatchObject({ projects: 2 });
    const range = 'by=day&clock=effective&from=2026-11-02&to=2026-11-03';
    const { items } = await asked<{ items: { projects: number }[] }>(`projects/summary/series?${range}&${stage}`);
    expect(items.map(({ projects }) => projects)).toEqual([1, 2]);
    const compared = await asked<{ items: { id: string }[] }>(`projects/compare?${stage}&fromEffectiveOn=2026-11-01`);
    expect(compared.items.map(({ id }) => id)).toEqual([ids[1], ids[2]]);
    const sums = await asked(`projects/compare/summary?${stage}&fromEffectiveOn=2026-11-01`);
    expect(sums).toMatchObject({ projects: 2 });
    const exported = await asked<{ items: { name: string }[] }>(`exports/projects?${stage}`);
    expect(exported.items.map(({ name }) => name)).toEqual(['丙', '乙']);
  });

  it.each([
    ['', 'NotOneOf'],
    ['signed,', 'NotOneOf'],
    ['signed,ready', 'NotOneOf'],
    ['signed, completed', 'NotOneOf'],
    ['suspended', 'NotOneOf'],
    ['signed,completed,signed', 'TwiceInList'],
  ])('are not %p', async (stage, code) => {
    const range = 'by=day&clock=effective&from=2026-11-02&to=2026-11-03&';
    const paths = ['?', '/summary?', `/summary/series?${range}`, '/compare?', '/compare/summary?'];
    for (const path of [...paths.map((path) => `projects${path}`), 'exports/projects?'])
      expect(await faults(`${path}stage=${stage}`)).toContainEqual(expect.objectContaining({ field: 'stage', code }));
  });
});

describe('what nobody leads', () => {
  const nobody = 'leaderId=nobody';
  let unled: string[];

  beforeAll(async () => {
    const person = await ledger.post('/api/people', { name: '张三' }).expect(201);
    const personId = (person.body as { id: string }).id;
    await told(`projects/${ids[0]}/assign-leader`, { personId, lead: true, from: '2026-11-22' });
    await told(`projects/${ids[1]}/assign-leader`, { personId, lead: false, from: '2026-11-22' });
    await told(`projects/${ids[2]}/exit`, { on: '2026-11-22', kind: 'other', reason: '解约' });
    unled = [ids[1], ids[3], ids[4]] as string[];
  });

  it('is what the leaders’ board shows: neither led nor exited, and entered by then', async () => {
    const { items } = await asked<{ items: { id: string }[] }>('leaders/nobody');
    expect(items.map(({ id }) => id)).toEqual(unled);
    const listed = await asked<{ items: { id: string; leaderId: null }[] }>(`projects?${nobody}`);
    expect(listed.items.map(({ id }) => id)).toEqual(unled);
    expect(listed.items.map(({ leaderId }) => leaderId)).toEqual([null, null, null]);
    // Signed, but in no ledger yet.
    expect(namesIn(await list(`${nobody}&effectiveOn=2026-11-10`))).toEqual([]);
    expect(namesIn(await list(`${nobody}&knownAt=4`))).toEqual(NAMES.slice(0, 3));
  });

  it('narrows sums, curves, comparisons and exports alike', async () => {
    expect(await asked(`projects/summary?${nobody}`)).toMatchObject({ projects: 3 });
    const range = 'by=day&clock=effective&from=2026-11-21&to=2026-11-22';
    const { items } = await asked<{ items: { projects: number }[] }>(`projects/summary/series?${range}&${nobody}`);
    expect(items.map(({ projects }) => projects)).toEqual([0, 3]);
    const compared = await asked<{ items: { id: string }[] }>(`projects/compare?${nobody}&fromKnownAt=4`);
    expect(compared.items.map(({ id }) => id)).toEqual(ids);
    const exported = await asked<{ items: { id: string }[] }>(`exports/projects?${nobody}`);
    expect(exported.items.map(({ id }) => id)).toEqual(unled);
  });

  it.each(['Nobody', 'nobody,', 'null', '', '00000000-0000-4000-8000-00000000000A'])(
    'is not named %p',
    async (leaderId) => {
      expect(await faults(`projects?leaderId=${leaderId}`)).toMatchObject([{ field: 'leaderId', code: 'NotALeader' }]);
    },
  );
});

it('nothing but a list begins at a row', async () => {
  for (const path of ['projects/summary', 'projects/compare', 'exports/projects']) {
    expect(await faults(`${path}?offset=1`)).toContainEqual(
      expect.objectContaining({ field: 'offset', code: 'UnknownField' }),
    );
  }
});
