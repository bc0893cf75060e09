import { given, openLedger, type Ledger } from './harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

const TOTAL = { fen: '500000000000', currency: 'CNY' };
const cny = (fen: string) => ({ fen, currency: 'CNY' });

interface Made {
  readonly id: string;
  readonly after: string;
  readonly eventIds: readonly string[];
}

async function send(path: string, body: object): Promise<Made> {
  return (await ledger.post(`/api/${path}`, body).expect(201)).body as Made;
}

/** An answer as the bytes that came. */
async function bytes(path: string, query: Readonly<Record<string, string>>): Promise<string> {
  return (await ledger.get(`/api/${path}`).query(query).expect(200)).text;
}

async function asked<T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<T> {
  return (await ledger.get(`/api/${path}`).query(query).expect(200)).body as T;
}

interface Stands {
  readonly asOf: { readonly seq: number };
  readonly [field: string]: unknown;
}

/** How many events there are once everything that a command did can be seen. */
async function seqAfter(id: string, after: string): Promise<number> {
  return (await asked<Stands>(`projects/${id}`, { after })).asOf.seq;
}

describe('a project as it was known', () => {
  it('is answered later as it was then, byte for byte, whatever came in between', async () => {
    const { zoneId, projectId: id } = await given(ledger, { totalInvestment: TOTAL, code: 'AS-OF-1' });
    const { projectId: other } = await given(ledger, { name: '打包项目' });
    const { id: leader } = await send('people', { name: '欧某某' });
    const { id: unit } = await send('organizations', { name: '经发局', kind: 'department', from: '2018-01-01' });
    const catalogue = { name: '审批事项目录', from: '2026-01-01', items: [{ id: 'land', name: '用地预审' }] };

    const then: { readonly path: string; readonly query: Record<string, string>; readonly text: string }[] = [];
    const keep = async (after: string): Promise<void> => {
      const seq = await seqAfter(id, after);
      for (const path of ['', '/timeline', '/events', '/export']) {
        for (const effectiveOn of path === '' ? ['', '2026-06-15', '2020-01-01'] : ['']) {
          const query = { knownAt: String(seq), ...(effectiveOn !== '' && { effectiveOn }) };
          then.push({ path: `projects/${id}${path}`, query, text: await bytes(`projects/${id}${path}`, query) });
        }
      }
      const related = `projects/${other}`;
      then.push({
        path: related,
        query: { knownAt: String(seq) },
        text: await bytes(related, { knownAt: String(seq) }),
      });
      // What is answered as the latest is what the same point gives.
      const now = await bytes(`projects/${id}`, { effectiveOn: '2026-11-22' });
      expect(await bytes(`projects/${id}`, { effectiveOn: '2026-11-22', knownAt: String(seq) })).toBe(now);
    };
    const tell = async (verb: string, body: object): Promise<string> => {
      const { after, eventIds } = await send(`projects/${id}/${verb}`, body);
      await keep(after);
      return eventIds[0] as string;
    };

    const start = await tell('start-construction', { on: '2026-05' });
    await tell('assign-leader', { personId: leader, lead: true, from: '2026-04-01' });
    await tell('assign-responsible-unit', { unitId: unit, from: '2026-01-01' });
    await tell('plan-milestone', { milestone: 'completed', on: '2026-10' });
    const invested = await tell('report-investment', { period: '2026-07', inPeriod: cny('300'), unitId: unit });
    const first = await tell('correct', { factId: start, data: { on: '2026-04' }, reason: '以开工令为准' });
    await tell('correct', { factId: start, data: { on: '2026-03-15' }, reason: '更正有误' });
    await tell('correct', { factId: invested, data: { period: '2026-07', inPeriod: cny('900') }, reason: '少报' });
    await tell('revoke', { factId: first, reason: '第一次更正作废' });
    const revocation = await tell('revoke', { factId: start, reason: '误报' });
    await tell('revoke', { factId: revocation, reason: '撤销有误' });
    const { id: permits } = await send('catalogues', catalogue);
    await tell('report-permit-status', { catalogue: permits, item: 'land', state: 'done', on: '2026-05-20' });
    await tell('split-from', { projectId: other, share: 2500 });
    await send(`projects/${other}/rename`, { name: '打包项目（二期）' });
    await tell('rename', { name: '新材料项目（更名）' });
    await keep((await send(`zones/${zoneId}/rename`, { name: '示例高新区', from: '2026-01-01' })).after);
    await keep((await send(`zones/${zoneId}/relabel`, { labels: { 'stage.constructionStarted': '动工' } })).after);
    const split = await tell('merge-into', { projectId: other, reason: '重复' });
    await tell('revoke', { factId: split, reason: '不是同一项目' });
    const voided = await tell('void', { reason: '重复入库' });
    await tell('revoke', { factId: voided, reason: '并未重复' });

    for (const { path, query, text } of then) expect(await bytes(path, query)).toBe(text);
    expect(then.length).toBeGreaterThan(100);
    expect(new Set(then.map(({ text }) => text)).size).toBeGreaterThan(100);
  });

  it('is judged on one day as it was known on another', async () => {
    const { projectId: id } = await given(ledger);
    const { eventIds, after } = await send(`projects/${id}/start-construction`, { on: '2026-05' });
    const before = await seqAfter(id, after);
    const corrected = { factId: eventIds[0], data: { on: '2026-08' }, reason: '以开工令为准' };
    const seq = await seqAfter(id, (await send(`projects/${id}/correct`, corrected)).after);
    const stageAt = async (knownAt: number, effectiveOn: string) => {
      const page = await asked<Stands>(`projects/${id}`, { knownAt: String(knownAt), effectiveOn });
      expect(page).toMatchObject({ asOf: { seq: knownAt }, effectiveOn });
      return page['stage'];
    };
    expect(await stageAt(before, '2026-06-30')).toBe('constructionStarted');
    expect(await stageAt(seq, '2026-06-30')).toBe('registered');
    expect(await stageAt(seq, '2026-08-31')).toBe('constructionStarted');
    const etagAt = async (knownAt: number): Promise<unknown> =>
      (await ledger.get(`/api/projects/${id}`).query({ knownAt }).expect(200)).headers['etag'];
    expect([await etagAt(before), await etagAt(seq)]).toEqual(['"1"', '"2"']);
  });

  it('has a timeline on which nothing that came later has mended anything', async () => {
    const { projectId: id } = await given(ledger);
    const { eventIds, after } = await send(`projects/${id}/sign`, { on: '2026-01-15' });
    const [signed] = eventIds;
    const before = await seqAfter(id, after);
    const corrected = await send(`projects/${id}/correct`, {
      factId: signed,
      data: { on: '2026-01-16' },
      reason: '误',
    });
    const revoked = await send(`projects/${id}/revoke`, { factId: signed, reason: '误报' });
    const seq = await seqAfter(id, revoked.after);
    const statuses = async (knownAt: number): Promise<unknown[]> => {
      const { items } = await asked<{ items: { status: string; correctedBy?: string; revokedBy?: string }[] }>(
        `projects/${id}/timeline`,
        { knownAt: String(knownAt) },
      );
      return items.map(({ status, correctedBy, revokedBy }) => [status, correctedBy, revokedBy]);
    };
    const plain = ['effective', undefined, undefined];
    expect(await statuses(before)).toEqual([plain, plain]);
    expect(await statuses(seq - 1)).toEqual([plain, ['corrected', corrected.eventIds[0], undefined], plain]);
    expect(await statuses(seq)).toEqual([plain, ['revoked', corrected.eventIds[0], revoked.eventIds[0]], plain, plain]);
  });

  it.each(['timeline', 'events'])('has %s that are paged through as they were at first', async (list) => {
    const { projectId: id } = await given(ledger);
    const { id: personId } = await send('people', { name: '走访者' });
    const visit = async (found: string): Promise<string> =>
      (await send(`projects/${id}/record-site-visit`, { on: '2026-05-06', personId, found })).after;
    for (const found of ['一', '二']) await visit(found);
    const after = await visit('三');
    interface Page extends Stands {
      readonly items: readonly { readonly id: string }[];
      readonly next: string | null;
    }
    const whole = await asked<Page>(`projects/${id}/${list}`, { after });
    const paged: unknown[] = [];
    for (let query: Record<string, string> | undefined = {}; query;) {
      const page: Page = await asked<Page>(`projects/${id}/${list}`, { limit: '1', ...query });
      expect(page.asOf.seq).toBe(whole.asOf.seq);
      paged.push(...page.items);
      query = page.next === null ? undefined : { cursor: page.next };
      const next = whole.items[paged.length];
      if (next) await send(`projects/${id}/revoke`, { factId: next.id, reason: '误记' });
      await seqAfter(id, await visit(`又${paged.length}`));
    }
    expect(paged).toEqual(whole.items);
  });

  it('was not there before its first event, and says since when it is', async () => {
    const { zoneId } = await given(ledger);
    const made = await send('projects', { name: '后来者', zoneId });
    const since = await seqAfter(made.id, made.after);
    for (const path of ['', '/timeline', '/events', '/export']) {
      const answer = await ledger.get(`/api/projects/${made.id}${path}`).query({ knownAt: since - 1 });
      expect([answer.status, answer.body]).toMatchObject([
        404,
        { code: 'ProjectNotKnownYet', params: { id: made.id, seq: since - 1, since } },
      ]);
    }
    const nobody = '00000000-0000-4000-8000-000000000000';
    for (const id of [nobody, 'nobody']) {
      const answer = await ledger.get(`/api/projects/${id}`).query({ knownAt: since });
      expect([answer.status, answer.body]).toMatchObject([404, { code: 'ProjectNotFound' }]);
    }
  });

  it.each([
    ['knownAt', '-1', 'ValidationFailed'],
    ['knownAt', '0', 'ValidationFailed'],
    ['knownAt', '2026-02-30', 'ValidationFailed'],
    ['knownAt', '99999999', 'KnownSeqAhead'],
    ['knownAt', '2026-12-01', 'KnownAtAhead'],
    ['knownAt', '2001-01-01', 'KnownBeforeFirst'],
    ['effectiveOn', '2026-06-30T12:00:00Z', 'ValidationFailed'],
  ])('takes no %s of %s', async (name, value, code) => {
    const { projectId: id } = await given(ledger);
    const answer = await ledger.get(`/api/projects/${id}`).query({ [name]: value });
    expect([answer.status, answer.body]).toMatchObject([400, { code }]);
  });
});
