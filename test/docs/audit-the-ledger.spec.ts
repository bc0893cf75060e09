import { readFileSync } from 'node:fs';
import { taizhang } from '../import/command-line.ts';
import { given, openLedger, type Ledger } from '../http/harness.ts';

const page = readFileSync(new URL('../../docs/how-to/audit-the-ledger.md', import.meta.url), 'utf8');
const sections = page.split(/^## (?=\d+\.)/m).slice(1);
const noon = (day: string): number => Date.parse(`${day}T04:00:00.000Z`);

describe('the ten questions of an audit', () => {
  let ledger: Ledger;
  let project: string;
  let leader: string;
  let unit: string;

  beforeAll(async () => {
    ledger = await openLedger();
    let after = '';
    const tell = async (verb: string, body: object): Promise<void> => {
      const told = await ledger.post(`/api/projects/${project}/${verb}`, body).expect(201);
      after = (told.body as { after: string }).after;
    };
    ledger.time.now = noon('2026-02-02');
    project = (await given(ledger)).projectId;
    leader = ((await ledger.post('/api/people', { name: '欧某某' }).expect(201)).body as { id: string }).id;
    await tell('assign-leader', { personId: leader, lead: true, from: '2026-02-01' });
    const office = { name: '示例建设局', kind: 'department', from: '2018-01-01' };
    unit = ((await ledger.post('/api/organizations', office).expect(201)).body as { id: string }).id;
    await tell('assign-responsible-unit', { unitId: unit, from: '2026-02-01' });
    await tell('plan-milestone', { milestone: 'constructionStarted', on: '2026-05' });
    await tell('plan-milestone', { milestone: 'completed', on: '2026-12' });
    ledger.time.now = noon('2026-08-03');
    await tell('start-construction', { on: '2026-06' });
    await tell('reschedule', { milestone: 'completed', from: '2026-12', to: '2027-03', reason: '征地' });
    ledger.time.now = noon('2026-10-08');
    for (const path of ['', '/summary', `/${project}`])
      await ledger.get(`/api/projects${path}`).query({ after }).expect(200);
    for (const path of ['/api/leaders', '/api/findings']) await ledger.get(path).query({ after }).expect(200);
  });
  afterAll(() => ledger.close());

  const filled = (text: string): string =>
    text.replaceAll('<project>', project).replaceAll('<leader>', leader).replaceAll('<unit>', unit);
  const requests = sections.flatMap((section) =>
    [...section.matchAll(/^curl -s 'http:\/\/127\.0\.0\.1:3000(.*)'$/gm)].map(([, path = '']) => path),
  );
  const commands = sections.flatMap((section) =>
    [...section.matchAll(/^npm run taizhang -- (.*)$/gm)].map(([, args = '']) => args),
  );

  it('are ten, and each has a request and a command', () => {
    expect(sections.map((section) => Number.parseInt(section, 10))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const section of sections) {
      expect(section).toMatch(/^curl -s 'http:\/\/127\.0\.0\.1:3000/m);
      expect(section).toMatch(/^npm run taizhang -- /m);
    }
  });

  it.each(requests)('%s is answered', async (path) => {
    const answer = await ledger.get(filled(path)).expect(200);
    expect(answer.body).toHaveProperty('asOf.seq');
  });

  it.each(commands)('taizhang %s does what it says', async (args) => {
    const { code, stdout } = await taizhang(filled(args).split(' '), ledger.dataDir).ended;
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(0);
  });

  it('is answered by a command as by the request', async () => {
    const command = commands.find((args) => args.includes('--kind learned'));
    const request = requests.find((path) => path.includes('kind=learned'));
    const { stdout } = await taizhang([...filled(command as string).split(' '), '--json'], ledger.dataDir).ended;
    const told = JSON.parse(stdout) as { asOf: object; items: object[] };
    const { asOf, items } = (await ledger.get(filled(request as string)).expect(200)).body as typeof told;
    expect(items).toHaveLength(1);
    expect([told.asOf, told.items]).toEqual([asOf, items]);
  });

  it('tells what was filed late from what happened', async () => {
    const [late] = requests.filter((path) => path.includes('learned'));
    const { items } = (await ledger.get(filled(late as string)).expect(200)).body as {
      items: { changes: { field: string; to: string; cause: string }[] }[];
    };
    expect(items.flatMap(({ changes }) => changes.map(({ field, to, cause }) => [field, to, cause]))).toEqual([
      ['reached.constructionStarted', '2026-06', 'late'],
      ['stage', 'constructionStarted', 'late'],
    ]);
  });

  it('finds whose plans slipped', async () => {
    const [slipped] = requests.filter((path) => path.includes('kind=slipped'));
    const { items } = (await ledger.get(filled(slipped as string)).expect(200)).body as {
      items: { id: string; changes: { field: string; kind: string; from: string; to: string }[] }[];
    };
    expect(items.map(({ id }) => id)).toEqual([project]);
    expect(items.flatMap(({ changes }) => changes.filter(({ kind }) => kind === 'slipped'))).toMatchObject([
      { field: 'plan.completed', from: '2026-12', to: '2027-03' },
    ]);
  });
});
