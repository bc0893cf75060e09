import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { given, openLedger, type Ledger } from './harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
  readonly operationId: string;
  readonly requestBody?: { content: { 'application/json': { examples: { example: { value: object } } } } };
  readonly parameters?: { name: string; in: string; schema?: { example?: string } }[];
}
interface Document {
  readonly openapi: string;
  readonly paths: Record<string, { post?: Operation; get?: Operation }>;
  readonly components: { schemas: Record<string, { properties: Record<string, object>; required?: string[] }> };
}

const documentOf = async (): Promise<Document> => (await ledger.get('/api/openapi.json').expect(200)).body as Document;

/** What the examples name: made under the key of the examples, and a second one under the key `other`. */
const ONCE_THERE = ['/api/zones', '/api/organizations', '/api/people', '/api/catalogues', '/api/projects'];
const TWICE_THERE = ['/api/zones', '/api/projects'];
/** What a project must have lived through before some examples fit it. */
const BEFORE: Record<string, string[]> = {
  '/api/projects/{id}/resume': ['suspend'],
  '/api/projects/{id}/reschedule': ['plan-milestone'],
  '/api/projects/{id}/release-leader': ['assign-leader'],
  '/api/projects/{id}/release-responsible-unit': ['assign-responsible-unit'],
  '/api/projects/{id}/release-responsible-person': ['assign-responsible-person'],
  '/api/projects/{id}/release-agent-unit': ['assign-agent-unit'],
  '/api/projects/{id}/remove-from-key-list': ['list-as-key-project'],
  '/api/projects/{id}/explain-finding': ['plan-milestone', 'reschedule'],
  '/api/projects/{id}/correct': ['sign'],
  '/api/projects/{id}/revoke': ['enter-statistics'],
};

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1, built from the commands', async () => {
    const document = await documentOf();
    expect(document.openapi).toBe('3.1.0');
    expect(document.components.schemas['SupplyLand']).toMatchObject({
      properties: {
        on: { type: 'string' },
        area: { type: 'integer', minimum: 1 },
        mode: { enum: expect.arrayContaining(['auction', 'allocation']) as string[] },
        note: { type: 'string', maxLength: 2000 },
      },
      required: ['on', 'mode', 'area'],
    });
  });

  it('names every operation, once', async () => {
    const operations = Object.values((await documentOf()).paths).flatMap(({ get, post }) =>
      [get, post].filter((one) => one),
    );
    const ids = operations.map((operation) => operation?.operationId);
    expect(ids.length).toBeGreaterThan(45);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says of what the registry knows of people that it is of now, at any point', async () => {
    const { schemas } = (await documentOf()).components;
    const ofNow = { description: expect.stringContaining('as the registry has it now') as string };
    const described = { name: ofNow, unit: ofNow, post: ofNow, phone: ofNow };
    expect(schemas['PersonShape']?.properties).toMatchObject(described);
    expect(schemas['PersonItemShape']?.properties).toMatchObject(described);
    expect(schemas['LeaderItemShape']?.properties).toMatchObject({ unit: ofNow, post: ofNow });
    expect(schemas['LeaderPageShape']?.properties).toMatchObject({ unit: ofNow, post: ofNow });
  });

  it('names no two shapes alike: of two, one would silently win', () => {
    const root = join(import.meta.dirname, '..', '..');
    const shapes = globSync('{apps,libs}/**/*.ts', { cwd: root }).flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/^(?:export )?class (\w+Shape)\b/gm)].map(([, name]) => name),
    );
    expect(shapes.length).toBeGreaterThan(100);
    expect(shapes.filter((name, i) => shapes.indexOf(name) !== i)).toEqual([]);
  });

  it('says of every problem that it is one', async () => {
    const { paths } = await documentOf();
    for (const { get, post } of Object.values(paths)) {
      for (const { responses } of [get, post].filter((one) => one !== undefined)) {
        const problems = Object.entries(responses).filter(([status]) => !status.startsWith('2'));
        expect(problems.map(([, { content }]) => Object.keys(content ?? {}))).toEqual(
          problems.map(() => ['application/problem+json']),
        );
        expect(Object.keys(responses)).toContain('default');
      }
    }
  });

  it('refers to nothing that is not there', async () => {
    const document = await documentOf();
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    );
    expect(references.length).toBeGreaterThan(40);
    expect(references.filter((name) => name === undefined || !(name in document.components.schemas))).toEqual([]);
  });

  it('has an example for every command that works as it stands, once what the examples name is there', async () => {
    const { paths } = await documentOf();
    const exampleOf = (path: string) =>
      paths[path]?.post?.requestBody?.content['application/json'].examples.example.value ?? {};
    const keyed = { 'Idempotency-Key': 'example' };
    let projectId = '';
    for (const path of ONCE_THERE) {
      const made = await ledger.post(path, exampleOf(path), keyed).expect(201);
      projectId = (made.body as { id: string }).id;
    }
    for (const path of TWICE_THERE)
      await ledger.post(path, exampleOf(path), { 'Idempotency-Key': 'other' }).expect(201);
    const commands = Object.keys(paths).filter((path) => path.startsWith('/api/projects/{id}/') && paths[path]?.post);
    expect(commands.length).toBeGreaterThan(48);
    const last = ['exit', 'merge-into', 'void'].map((verb) => `/api/projects/{id}/${verb}`);
    for (const path of [...commands.filter((one) => !last.includes(one)), ...last]) {
      for (const verb of BEFORE[path] ?? []) {
        await ledger
          .post(`/api/projects/${projectId}/${verb}`, exampleOf(`/api/projects/{id}/${verb}`), keyed)
          .expect(201);
      }
      const answer = await ledger.post(path.replace('{id}', projectId), exampleOf(path), keyed);
      expect([path, answer.status, answer.body]).toEqual([path, 201, expect.anything()]);
      // A project takes nothing after what ends it.
      const [factId] = (answer.body as { eventIds: string[] }).eventIds;
      if (last.includes(path))
        await ledger.post(`/api/projects/${projectId}/revoke`, { factId, reason: '示例' }).expect(201);
    }
  });

  it('has examples for zones, units and people that work in their order', async () => {
    const { paths } = await documentOf();
    const exampleOf = (path: string) =>
      paths[path]?.post?.requestBody?.content['application/json'].examples.example.value ?? {};
    const keyed = { 'Idempotency-Key': 'example' };
    await ledger
      .post('/api/organizations', exampleOf('/api/organizations'), { 'Idempotency-Key': 'other' })
      .expect(201);
    for (const collection of ['zones', 'organizations', 'people']) {
      const root = `/api/${collection}`;
      const { id } = (await ledger.post(root, exampleOf(root), keyed).expect(201)).body as { id: string };
      const commands = Object.keys(paths).filter((path) => path.startsWith(`${root}/{id}/`) && paths[path]?.post);
      expect(commands.length).toBeGreaterThan(3);
      for (const path of commands) {
        const answer = await ledger.post(path.replace('{id}', id), exampleOf(path), keyed);
        expect([path, answer.status, answer.body]).toEqual([
          path,
          path.endsWith('/revise') ? 200 : 201,
          expect.anything(),
        ]);
      }
    }
  });
});

describe('the page to try it', () => {
  it('asks no other host', async () => {
    const page = await ledger.get('/api/docs').expect(200);
    const script = await ledger.get('/api/docs/swagger-ui-init.js').expect(200);
    await ledger.get('/api/docs/swagger-ui-bundle.js').expect(200);
    const loaded = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
    expect(loaded.length).toBeGreaterThan(3);
    expect(loaded.filter((address) => /^(https?:)?\/\//.test(address))).toEqual([]);
    expect(script.text).toContain('"validatorUrl": null');
  });
});

describe('the process', () => {
  it('is live, and ready once its views are built', async () => {
    await ledger.get('/health/live').expect(200, { status: 'live' });
    await ledger.app.built();
    const ready = await ledger.get('/health/ready').expect(200);
    expect(ready.body).toMatchObject({ status: 'ready' });
  });

  it('counts requests, commands, appends and views for Prometheus', async () => {
    await given(ledger);
    const { text } = await ledger.get('/metrics').expect(200);
    expect(text).toMatch(/taizhang_http_request_seconds_count\{method="POST",route="\/api\/zones",status="201"\} \d+/);
    expect(text).toMatch(/taizhang_commands_total\{command="RegisterProject",outcome="accepted"\} \d+/);
    expect(text).toMatch(/taizhang_append_seconds_count\{outcome="written"\} \d+/);
    expect(text).toMatch(/taizhang_view_lag_events\{view="project-ledger",version="\d+"\} \d+/);
    expect(text).toContain('process_resident_memory_bytes');
  });
});
