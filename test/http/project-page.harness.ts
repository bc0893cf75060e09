import { given, ZONE, type Ledger } from './harness.ts';

/** A page of a project, as the API answers it. */
export type Page = Readonly<Record<string, unknown>>;

export const TOTAL = { fen: '500000000000', currency: 'CNY' };
export const cny = (fen: string) => ({ fen, currency: 'CNY' });

/** The page of a project, which is there. */
export async function pageOf(ledger: Ledger, id: string, query: Readonly<Record<string, string>> = {}): Promise<Page> {
  return (await ledger.get(`/api/projects/${id}`).query(query).expect(200)).body as Page;
}

/** Everything that the OpenAPI document promises of a page. */
export async function promised(ledger: Ledger): Promise<string[]> {
  interface Schema {
    readonly required?: string[];
  }
  const answer = await ledger.get('/api/openapi.json').expect(200);
  const { schemas } = (answer.body as { components: { schemas: Record<string, Schema> } }).components;
  return schemas['ProjectPageShape']?.required ?? [];
}

/** The ids of the projects that the ledger lists. */
export async function listed(ledger: Ledger, query: Readonly<Record<string, string>>): Promise<string[]> {
  const answer = await ledger.get('/api/projects').query(query).expect(200);
  return (answer.body as { items: { id: string }[] }).items.map(({ id }) => id);
}

/** A project that is told of test by test, with another zone, a person, two units and a catalogue to tell of. */
export interface Life {
  readonly id: string;
  readonly zoneId: string;
  readonly otherZoneId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly agentId: string;
  readonly catalogue: string;
  /** Sends a command that makes something; answers its id. */
  made(path: string, body: object): Promise<string>;
  /** Sends a command, to this project where no other is named; answers the id of its first event. */
  tell(verb: string, body: object, project?: string): Promise<string>;
  /** The page of a project, this one where no other is named, with everything that was told. */
  page(query?: Readonly<Record<string, string>>, project?: string): Promise<Page>;
  changes(): Promise<readonly TimelineItem[]>;
}

/** An event of the timeline with what it changed. */
export interface TimelineItem {
  readonly type: string;
  readonly changes: readonly { readonly field: string; readonly to: unknown }[];
}

export async function openLife(ledger: Ledger): Promise<Life> {
  const { zoneId, projectId: id } = await given(ledger, {
    totalInvestment: TOTAL,
    nature: 'new',
    content: '厂房三座',
    builder: { name: '甲公司' },
    industry: { edition: '2011', code: 'C2651' },
    capital: 'foreign',
    place: '工业园一路',
  });
  let after = '';
  const made = async (path: string, body: object): Promise<string> =>
    ((await ledger.post(path, body).expect(201)).body as { id: string }).id;
  return {
    id,
    zoneId,
    otherZoneId: await made('/api/zones', { ...ZONE, name: '新城高新区', kind: 'highTech' }),
    personId: await made('/api/people', { name: '李某某' }),
    unitId: await made('/api/organizations', { name: '经济发展局', kind: 'department', from: '2018-01-01' }),
    agentId: await made('/api/organizations', { name: '代办中心', kind: 'department', from: '2018-01-01' }),
    catalogue: await made('/api/catalogues', {
      name: '审批事项目录（2026）',
      from: '2026-01-01',
      items: [
        { id: 'land', name: '用地预审' },
        { id: 'env', name: '环评批复', group: '立项阶段' },
      ],
    }),
    made,
    async tell(verb, body, project = id) {
      const answer = await ledger.post(`/api/projects/${project}/${verb}`, body).expect(201);
      const told = answer.body as { after: string; eventIds: string[] };
      ({ after } = told);
      return told.eventIds[0] as string;
    },
    page: (query = {}, project = id) => pageOf(ledger, project, after === '' ? query : { ...query, after }),
    async changes() {
      const answer = await ledger.get(`/api/projects/${id}/timeline`).query({ limit: 200, after }).expect(200);
      return (answer.body as { items: TimelineItem[] }).items;
    },
  };
}
