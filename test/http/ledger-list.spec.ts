import { given, openLedger, type Ledger } from './harness.ts';

const NAMES = ['丁', '丙', '乙', '甲', '戊'];

let ledger: Ledger;
let last: string;

beforeAll(async () => {
  ledger = await openLedger();
  const { zoneId } = await given(ledger, { name: NAMES[0] });
  for (const name of NAMES.slice(1)) {
    const answer = await ledger.post('/api/projects', { name, zoneId }).expect(201);
    last = (answer.body as { after: string }).after;
  }
});
afterAll(() => ledger.close());

interface List {
  readonly items: readonly { readonly name: string }[];
  readonly next: string | null;
}

async function list(query: string): Promise<List> {
  return (await ledger.get(`/api/projects?after=${last}&${query}`).expect(200)).body as List;
}

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

it('nothing but a list begins at a row', async () => {
  for (const path of ['projects/summary', 'projects/compare', 'exports/projects']) {
    expect(await faults(`${path}?offset=1`)).toContainEqual(
      expect.objectContaining({ field: 'offset', code: 'UnknownField' }),
    );
  }
});
