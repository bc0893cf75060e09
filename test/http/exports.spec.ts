import { parse } from 'csv-parse/sync';
import { given, ofItsPoint, openLedger, type Ledger } from './harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

type Row = Readonly<Record<string, string>>;

/** The file as a spreadsheet program reads it. */
function table(text: string): Row[] {
  expect(text.startsWith('\u{feff}')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  return parse(text, { bom: true, columns: true, record_delimiter: '\r\n' });
}

describe('the facts of a project as a file', () => {
  interface Document {
    readonly asOf: { readonly seq: number };
    readonly items: readonly { type: string; seq: number; status: string; about: object[]; label: object }[];
  }

  it('are all there in log order, with what mended them, who, and when', async () => {
    const { projectId } = await given(ledger, { name: '=1+1，"引号"\u{2026}' });
    const tell = async (verb: string, body: object) =>
      (await ledger.post(`/api/projects/${projectId}/${verb}`, body).expect(201)).body as {
        after: string;
        eventIds: string[];
      };
    const unit = await ledger.post('/api/organizations', { name: '经发局', kind: 'department', from: '2018-01-01' });
    const { id: unitId } = unit.body as { id: string };
    const {
      eventIds: [started],
    } = await tell('start-construction', { on: '2026-05', phase: '一期', note: '第一行\n第二行' });
    await tell('report-progress', { period: '2026-05', text: '桩基', unitId });
    await tell('correct', { factId: started, data: { on: '2026-06', phase: '一期' }, reason: '日期填错', doc: '3号' });
    const {
      eventIds: [visited],
    } = await tell('enter-statistics', { on: '2026-07' });
    const { after } = await tell('revoke', { factId: visited, reason: '尚未入统' });

    const json = await ledger.get(`/api/projects/${projectId}/export`).query({ after }).expect(200);
    expect(json.headers['content-type']).toBe('application/json; charset=utf-8');
    const document = json.body as Document;
    const { seq } = document.asOf;
    expect(json.headers['content-disposition']).toBe(`attachment; filename="project-${projectId}-seq-${seq}.json"`);
    expect(document).toMatchObject({ id: projectId, lag: 0 });
    expect(document.items.map(({ type, status }) => [type, status])).toEqual([
      ['ProjectRegistered', 'effective'],
      ['ConstructionStarted', 'corrected'],
      ['ProgressReported', 'effective'],
      ['FactCorrected', 'effective'],
      ['EnteredStatistics', 'revoked'],
      ['FactRevoked', 'effective'],
    ]);
    expect(document.items[2]).toMatchObject({ about: [{ id: unitId, name: '经发局' }], label: { zh: '进展报告' } });

    const csv = await ledger.get(`/api/projects/${projectId}/export?format=csv`).expect(200);
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    const rows = table(csv.text);
    expect(rows).toHaveLength(6);
    const knownAt = document.items[1]?.seq;
    const then = await ledger.get(`/api/projects/${projectId}/export`).query({ format: 'csv', knownAt }).expect(200);
    const named = `attachment; filename="project-${projectId}-seq-${knownAt}.csv"`;
    expect(then.headers['content-disposition']).toBe(named);
    expect(table(then.text)).toHaveLength(2);
    expect(rows.map((row) => Number(row['序号 / seq']))).toEqual(document.items.map(({ seq }) => seq));
    expect(rows[1]).toMatchObject({
      '类型 / type': 'ConstructionStarted',
      '名称 / label': '开工 construction started',
      '时间 / on': '2026-05',
      '期次 / phase': '一期',
      '备注 / note': '第一行\n第二行',
      '状态 / status': '已更正 corrected',
      '事实编号 / fact id': started,
    });
    expect(JSON.parse(rows[1]?.['内容 / data'] ?? '')).toEqual({
      on: '2026-05',
      phase: '一期',
      note: '第一行\n第二行',
    });
    expect(rows[2]).toMatchObject({ '涉及 / about': '经发局', '时间 / on': '2026-05' });
    expect(rows[3]).toMatchObject({ '原因 / reason': '日期填错', '文号 / document': '3号' });
  });

  it('show the new date of a move, and name the projects and permits that they are about', async () => {
    const { projectId } = await given(ledger, { name: '打包项目' });
    const { projectId: part } = await given(ledger, { name: '子项目' });
    const made = async (path: string, body: object): Promise<unknown> =>
      (await ledger.post(`/api/${path}`, body).expect(201)).body;
    const tell = async (verb: string, body: object) =>
      (await made(`projects/${part}/${verb}`, body)) as { after: string };
    const items = [{ id: 'filing', name: '项目备案' }];
    const catalogue = (await made('catalogues', { name: '示例目录', from: '2018-01-01', items })) as { id: string };
    await tell('plan-milestone', { milestone: 'constructionStarted', on: '2026-03' });
    const move = { milestone: 'constructionStarted', from: '2026-03', to: '2026-06', reason: '用地' };
    await tell('reschedule', move);
    await tell('report-permit-status', { catalogue: catalogue.id, item: 'filing', state: 'done', on: '2026-05-01' });
    const { after } = await tell('split-from', { projectId });
    const csv = await ledger.get(`/api/projects/${part}/export`).query({ format: 'csv', after }).expect(200);
    expect(table(csv.text).map((row) => [row['类型 / type'], row['时间 / on'], row['涉及 / about']])).toEqual([
      ['ProjectRegistered', '', '示例经开区'],
      ['MilestonePlanned', '2026-03', ''],
      ['MilestoneRescheduled', '2026-06', ''],
      ['PermitStatusReported', '2026-05-01', '示例目录、项目备案'],
      ['ProjectSplitFrom', '', '打包项目'],
    ]);
  });

  it('are all there where they are more than a page', async () => {
    const { projectId } = await given(ledger);
    const person = await ledger.post('/api/people', { name: '李某某' }).expect(201);
    const { id: personId } = person.body as { id: string };
    const visits = Array.from({ length: 510 }, (_, i) => `第${i}次`);
    let after = '';
    for (const found of visits) {
      const body = { on: '2026-06-11', personId, found };
      const told = await ledger.post(`/api/projects/${projectId}/record-site-visit`, body).expect(201);
      after = (told.body as { after: string }).after;
    }
    const answer = await ledger.get(`/api/projects/${projectId}/export`).query({ after, format: 'csv' }).expect(200);
    const found = table(answer.text).map((row) => (JSON.parse(row['内容 / data'] ?? '') as { found?: string }).found);
    expect(found).toEqual([undefined, ...visits]);
  });

  it('of a project that is not there are a 404, in no other format than the two', async () => {
    await ledger.get('/api/projects/00000000-0000-4000-8000-000000000000/export').expect(404);
    await ledger.get('/api/projects/nobody/export').expect(404);
    const { projectId } = await given(ledger);
    await ledger.get(`/api/projects/${projectId}/export?format=xml`).expect(400);
    await ledger.get(`/api/projects/${projectId}/export?limit=3`).expect(400);
  });
});

describe('the ledger as a file', () => {
  it('has the rows of the list under the same filters and on the same day, and runs no formula', async () => {
    const { zoneId, projectId } = await given(ledger, {
      name: '=cmd|calc',
      totalInvestment: { fen: '1250000000', currency: 'CNY' },
      industry: { edition: '2017', code: 'C2651' },
      capital: 'foreign',
    });
    await ledger.post('/api/projects', { name: '另一项目', zoneId }).expect(201);
    const told = await ledger
      .post(`/api/projects/${projectId}/list-as-key-project`, { level: 'city', year: 2026, category: 'newStart' })
      .expect(201);
    const { after } = told.body as { after: string };
    const csv = await ledger
      .get('/api/exports/projects')
      .query({ format: 'csv', zoneId, sort: '-number', after })
      .expect(200);
    const { asOf } = (await ledger.get('/api/projects').query({ limit: 1 }).expect(200)).body as {
      asOf: { seq: number };
    };
    expect(csv.headers['content-disposition']).toBe(`attachment; filename="projects-2026-11-22-seq-${asOf.seq}.csv"`);
    expect(table(csv.text)).toMatchObject([
      { '项目名称 / name': '另一项目', '总投资（万元） / total investment (10 000 yuan)': '' },
      {
        '项目名称 / name': "'=cmd|calc",
        '开发区 / zone': '示例经开区',
        '阶段 / stage': '入库',
        '资金性质 / capital': '外资',
        '行业代码 / industry code': 'C2651',
        '总投资（万元） / total investment (10 000 yuan)': '1250',
        '编号 / id': projectId,
      },
    ]);
    for (const keyList of ['2026/city', '2026/city/newStart']) {
      const list = await ledger.get('/api/projects').query({ zoneId, keyList }).expect(200);
      const json = await ledger.get('/api/exports/projects').query({ zoneId, keyList }).expect(200);
      expect((json.body as { items: object[] }).items).toEqual((list.body as { items: object[] }).items);
      expect((json.body as { items: object[] }).items).toHaveLength(1);
    }
    const none = await ledger
      .get('/api/exports/projects')
      .query({ zoneId, keyList: '2026/city/continued' })
      .expect(200);
    expect(none.body).toMatchObject({ effectiveOn: '2026-11-22', items: [] });
    const early = await ledger.get('/api/exports/projects').query({ zoneId, effectiveOn: '2001-01-01' }).expect(200);
    expect(early.body).toMatchObject({ effectiveOn: '2001-01-01', items: [] });
    for (const wrong of ['2026', '2026/town', '2026/city/new', 'x/city']) {
      await ledger.get('/api/projects').query({ keyList: wrong }).expect(400);
    }
  });
});

interface Exported {
  readonly asOf: { readonly seq: number; readonly recordedAt: string };
  readonly items: readonly { readonly name: string; readonly zoneName: string }[];
}

describe('the ledger as a file, as of a point', () => {
  const exported = async (query: object): Promise<Exported> =>
    (await ledger.get('/api/exports/projects').query(query).expect(200)).body as Exported;

  it('is what the list said at that point, by its number, its instant and on the day asked for', async () => {
    const { zoneId, projectId } = await given(ledger, { name: '旧名' });
    await ledger.post(`/api/projects/${projectId}/sign`, { on: '2026-01-15' }).expect(201);
    const started = await ledger
      .post(`/api/projects/${projectId}/start-construction`, { on: '2026-05-01' })
      .expect(201);
    const { after } = started.body as { after: string };
    const then = ofItsPoint(await exported({ zoneId, after }));
    const early = ofItsPoint(await exported({ zoneId, effectiveOn: '2026-02-01' }));
    expect(then.items).toMatchObject([{ name: '旧名', stage: 'constructionStarted', zoneName: '示例经开区' }]);
    expect(early.items).toMatchObject([{ name: '旧名', stage: 'signed' }]);
    ledger.time.now += 60_000;
    const renamed = await ledger.post(`/api/projects/${projectId}/rename`, { name: '新名' }).expect(201);
    await ledger.post(`/api/zones/${zoneId}/rename`, { name: '改名', from: '2018-01-02' }).expect(201);
    const now = await exported({ zoneId, after: (renamed.body as { after: string }).after });
    expect(now.items).toMatchObject([{ name: '新名' }]);
    const { seq, recordedAt } = then.asOf;
    expect(ofItsPoint(await exported({ zoneId, knownAt: seq }))).toEqual(then);
    expect((await exported({ zoneId, knownAt: recordedAt })).items).toEqual(then.items);
    expect(ofItsPoint(await exported({ zoneId, knownAt: seq, effectiveOn: '2026-02-01' }))).toEqual(early);
    const listed = await ledger.get('/api/projects').query({ zoneId, knownAt: seq }).expect(200);
    expect((listed.body as Exported).items).toEqual(then.items);
  });

  it('is one point while others write', async () => {
    const { zoneId } = await given(ledger);
    let written = Promise.resolve();
    const write = async (n: number): Promise<void> => {
      await ledger.post('/api/projects', { name: `并发${n}`, zoneId }).expect(201);
    };
    for (let n = 0; n < 30; n++) written = written.then(() => write(n));
    const files = [];
    for (let n = 0; n < 5; n++) files.push(await exported({ zoneId }));
    await written;
    for (const file of files) {
      expect(ofItsPoint(await exported({ zoneId, knownAt: file.asOf.seq }))).toEqual(ofItsPoint(file));
    }
  });

  it('has no pages', async () => {
    const answer = await ledger.get('/api/exports/projects').query({ limit: '3', cursor: 'x' }).expect(400);
    expect(answer.body).toMatchObject({
      errors: [
        { field: 'limit', code: 'UnknownField' },
        { field: 'cursor', code: 'UnknownField' },
      ],
    });
  });

  it.each([
    ['9999999', 'KnownSeqAhead'],
    ['2017-01-01', 'KnownBeforeFirst'],
    ['2027-01-01T00:00:00Z', 'KnownAtAhead'],
  ])('that is none, %s: 400', async (knownAt, code) => {
    const answer = await ledger.get('/api/exports/projects').query({ knownAt }).expect(400);
    expect(answer.body).toMatchObject({ code });
  });
});

describe('the summary', () => {
  it('counts projects, and apart from them packages: a part is none of its own', async () => {
    const { zoneId, projectId } = await given(ledger, { name: '打包项目' });
    let after = '';
    for (const name of ['子项目甲', '子项目乙']) {
      const part = await ledger.post('/api/projects', { name, zoneId }).expect(201);
      const { id } = part.body as { id: string };
      const split = await ledger.post(`/api/projects/${id}/split-from`, { projectId }).expect(201);
      after = (split.body as { after: string }).after;
    }
    const summary = await ledger.get('/api/projects/summary').query({ zoneId, after }).expect(200);
    expect(summary.body).toMatchObject({ projects: 3, packages: 1, count: 3 });
    const list = await ledger.get('/api/projects').query({ zoneId }).expect(200);
    const { items } = list.body as { items: { partOf: string | null }[] };
    expect(items.map(({ partOf }) => partOf)).toEqual([null, projectId, projectId]);
  });
});
