import { randomUUID } from 'node:crypto';
import { given, openLedger, type Ledger } from './harness.ts';

describe('an event that a later program wrote', () => {
  let ledger: Ledger;

  beforeEach(async () => {
    ledger = await openLedger();
  });
  afterEach(() => ledger.close());

  /** Appends it as the second event of a project; answers its id. */
  async function written(projectId: string, type: string, schema: number): Promise<string> {
    const id = randomUUID();
    await ledger.app.parts.storedLog.append(`project-${projectId}`, [{ id, type, data: {}, metadata: { schema } }], 0n);
    return id;
  }

  it.each([
    ['of a type that nobody knows', 'ProjectPainted', 1],
    ['of a version that nobody knows', 'ConstructionStarted', 2],
  ])('%s refuses commands on its stream and makes nothing of it', async (_, type, schema) => {
    const { projectId, zoneId } = await given(ledger);
    await written(projectId, type, schema);
    const before = await ledger.events();
    const answer = await ledger.post(`/api/projects/${projectId}/sign`, { on: '2026-05' }).expect(503);
    expect(answer.body).toMatchObject({
      code: 'EventNotUnderstood',
      params: { stream: `project-${projectId}`, revision: '1', type },
    });
    expect(await ledger.events()).toBe(before);
    await ledger.post('/api/projects', { name: '另一个项目', zoneId }).expect(201);
  });

  it('stops the views that need it, which the server says, and no others', async () => {
    const { projectId } = await given(ledger);
    const eventId = await written(projectId, 'ConstructionStarted', 2);
    for (;;) {
      const ready = await ledger.get('/health/ready');
      const reasons = (ready.body as { params?: { reasons: string } }).params?.reasons ?? '';
      if (!reasons.includes('view project-ledger: stopped')) continue;
      expect(reasons).toContain(eventId);
      expect(reasons).toContain('ConstructionStarted is in version 2, this program knows versions up to 1');
      expect(reasons).not.toContain('view reassignments: stopped');
      break;
    }
  });
});

describe('the events of a project', () => {
  it('are answered as they stand in the log, page by page', async () => {
    const ledger = await openLedger();
    const { projectId } = await given(ledger);
    const signed = await ledger.post(`/api/projects/${projectId}/sign`, { on: '2026-05' }).expect(201);
    const { after } = signed.body as { after: string };
    const stored = await Array.fromAsync(ledger.app.parts.storedLog.readStream(`project-${projectId}`));
    const asText = stored.map(({ revision, stream, type, id, data, metadata }) => ({
      stream,
      revision: String(revision),
      type,
      id,
      data,
      metadata,
    }));
    interface Page {
      readonly items: readonly { readonly seq: number }[];
      readonly next: string | null;
    }
    const first = await ledger.get(`/api/projects/${projectId}/events?limit=1&after=${after}`).expect(200);
    const { items, next } = first.body as Page;
    const second = await ledger.get(`/api/projects/${projectId}/events?limit=1&cursor=${next}`).expect(200);
    const { items: rest, next: end } = second.body as Page;
    expect([...items, ...rest]).toMatchObject(asText);
    expect([...items, ...rest].map(({ seq }) => seq)).toEqual([2, 3]);
    expect(end).toBeNull();
    await ledger.close();
  });
});
