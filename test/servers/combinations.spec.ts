import { hasPostgres } from '#database/testing';
import { openLedger, ZONE, type Ledger } from '../http/harness.ts';
import { startServers, type Servers } from './servers.ts';

/** What is asked of a ledger after the story; answers name no position and no store. */
const QUESTIONS = [
  '/api/projects',
  '/api/projects?sort=totalInvestment&limit=2',
  '/api/projects?sort=name',
  '/api/projects?sort=-name',
  '/api/projects?text=材料',
  '/api/projects?text=项',
  '/api/projects?text=code&sort=-code',
  '/api/projects?standing=active&stage=signed',
  '/api/projects?effectiveOn=2026-05-01',
  '/api/projects?effectiveOn=2026-05-01&text=材料',
  '/api/projects/summary',
  '/api/projects/summary?text=材料',
  '/api/projects/summary?effectiveOn=2026-05-01',
  '/api/leaders',
  '/api/zones',
  '/api/organizations',
  '/api/people',
  '/api/people?text=示例',
];

interface Answered {
  readonly path: string;
  readonly status: number;
  readonly id?: string;
}

/** What a ledger on some places answers to the story, and to every question after it. */
async function told(places: Servers['places'] = {}): Promise<{ answers: Answered[]; found: unknown[] }> {
  const running = { ledger: await openLedger(undefined, places) };
  try {
    const answers = await story(running);
    return { answers, found: await asked(running.ledger, answers) };
  } finally {
    await running.ledger.close();
  }
}

/** A ledger's life: commands of every kind, refusals and repeats among them, and a restart in the middle. */
async function story(running: { ledger: Ledger }): Promise<Answered[]> {
  const answers: Answered[] = [];
  let keys = 0;
  const tell = async (path: string, body: object): Promise<string> => {
    running.ledger.time.now += 60_000;
    const headers = { 'Idempotency-Key': `key-${++keys}` };
    const answer = await running.ledger.post(path, body, headers);
    const { after: _, requestId: __, ...rest } = answer.body as { after?: string; requestId?: string; id?: string };
    answers.push({ path, status: answer.status, ...rest });
    return rest.id ?? '';
  };
  const zoneId = await tell('/api/zones', ZONE);
  const personId = await tell('/api/people', { name: '王示例', unit: '招商局' });
  const other = await tell('/api/people', { name: '李示例' });
  const projects: string[] = [];
  for (const name of ['新材料项目', '精密机械项目', '冷链物流项目']) {
    const fen = String((projects.length + 3) * 10_000_000_000);
    projects.push(
      await tell('/api/projects', { name, zoneId, totalInvestment: { fen, currency: 'CNY' }, code: `CODE-${name}` }),
    );
  }
  const [first, second] = projects as [string, string];
  await tell(`/api/projects/${first}/sign`, { on: '2026-03-01' });
  await tell(`/api/projects/${first}/assign-leader`, { personId, lead: true, from: '2026-03-02' });
  await tell(`/api/projects/${second}/assign-leader`, { personId: other, lead: true, from: '2026-04' });
  const { now } = running.ledger.time;
  running.ledger = await running.ledger.restarted();
  running.ledger.time.now = now;
  await tell(`/api/projects/${first}/supply-land`, { on: '2026-04-20', mode: 'auction', area: 6_000_000 });
  await tell(`/api/projects/${first}/start-construction`, { on: '2026-06' });
  await tell(`/api/projects/${first}/start-construction`, { on: '2026-07' });
  await tell(`/api/projects/${second}/void`, { reason: '重复入库' });
  await tell('/api/projects', { name: '另一项目', zoneId, code: `CODE-新材料项目` });
  keys -= 2; // a key that was used before
  await tell(`/api/projects/${second}/void`, { reason: '重复入库' });
  return answers;
}

async function asked(ledger: Ledger, answers: readonly Answered[]): Promise<unknown[]> {
  const { position } = (await ledger.app.parts.store.readLast()) ?? { position: 0n };
  for (const { view } of ledger.app.parts.projection.status()) {
    expect(await ledger.app.parts.views.waitFor(view, position, 20_000)).toBe(true);
  }
  const made = (path: string): string[] =>
    answers.flatMap((answer) => (answer.path === path && answer.id !== undefined ? [answer.id] : []));
  const paths = [
    ...QUESTIONS,
    ...made('/api/zones').map((id) => `/api/projects?zoneId=${id}&sort=invested&limit=1`),
    ...made('/api/people').flatMap((id) => [`/api/leaders/${id}`, `/api/projects?leaderId=${id}`]),
    ...made('/api/projects').flatMap((id) => [
      `/api/projects/${id}`,
      `/api/projects/${id}/timeline?limit=2`,
      `/api/projects/${id}/events`,
    ]),
  ];
  const found: unknown[] = [];
  for (const path of paths) {
    for (let cursor: string | null = ''; cursor !== null;) {
      const answer = await ledger.get(encodeURI(path) + cursor);
      found.push({ path, status: answer.status, body: withoutPlaces(answer.body) });
      const { next } = answer.body as { next?: string | null };
      cursor = next ? `${path.includes('?') ? '&' : '?'}cursor=${next}` : null;
    }
  }
  return found;
}

/** Cursors and tokens are good on one store only, and every request has an id of its own. */
function withoutPlaces(body: unknown): unknown {
  return JSON.parse(
    JSON.stringify(body, (key, value: unknown) =>
      ['after', 'next', 'requestId', 'correlationId'].includes(key) && value ? 'token' : value,
    ),
  );
}

const COMBINATIONS = [
  ['embedded log, PostgreSQL', { database: true }],
  ['EventStoreDB, embedded database', { eventStore: true }],
  ['EventStoreDB, PostgreSQL', { eventStore: true, database: true }],
] as const;

describe('a ledger on servers', () => {
  let expected: Awaited<ReturnType<typeof told>>;

  beforeAll(async () => {
    expected = await told();
  });

  it('is told a story with acceptances and refusals', () => {
    expect(new Set(expected.answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
  });

  it('has an answer to every question', () => {
    expect(expected.found.filter((answer) => (answer as Answered).status !== 200)).toEqual([]);
  });

  for (const [name, which] of COMBINATIONS) {
    const test = 'database' in which && !hasPostgres() ? it.skip : it;
    test(`answers as the embedded one does: ${name}`, async () => {
      const servers = await startServers(which);
      try {
        const { answers, found } = await told(servers.places);
        expect(answers).toEqual(expected.answers);
        expect(found).toEqual(expected.found);
      } finally {
        await servers.stop();
      }
    });
  }
});
