import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Response } from 'supertest';
import { given, openLedger, ZONE, type Ledger } from './harness.ts';

let ledger: Ledger;
let projectId: string;
beforeAll(async () => {
  ledger = await openLedger();
  ({ projectId } = await given(ledger));
});
afterAll(() => ledger.close());

type Problem = {
  code: string;
  messages: { zh: string; en: string };
  errors?: { field: string; code: string; messages: { zh: string; en: string } }[];
};

/** A clear refusal: the status, problem+json, a code, both languages; and nothing in the log. */
async function refuses(send: () => PromiseLike<Response>, status: number, code: string): Promise<Problem> {
  const before = await ledger.events();
  const answer = await send();
  expect([answer.status, answer.headers['content-type']]).toEqual([status, 'application/problem+json; charset=utf-8']);
  const problem = answer.body as Problem;
  expect(problem).toMatchObject({
    status,
    code,
    type: `urn:taizhang:problem:${code}`,
    requestId: expect.any(String) as string,
  });
  for (const { messages } of [problem, ...(problem.errors ?? [])]) {
    expect(messages.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(messages.en).toMatch(/^[\x20-\x7e]+$/);
  }
  expect(await ledger.events()).toBe(before);
  return problem;
}

const faultsOf = ({ errors = [] }: Problem) => errors.map(({ field, code }) => `${field}: ${code}`).sort();
const raw =
  (text: string, path = '/api/zones') =>
  () =>
    ledger.post(path, text);

describe('a body that is wrong in one field is refused by field and code', () => {
  const sign = (): string => `/api/projects/${projectId}/sign`;
  const land = (): string => `/api/projects/${projectId}/supply-land`;
  const invest = (): string => `/api/projects/${projectId}/report-investment`;
  const LAND = { on: '2026-01', mode: 'auction', area: 100 };
  it.each<[string, () => string, object, string[]]>([
    ['nothing at all', sign, {}, ['on: Required']],
    ['an unknown field', sign, { on: '2026-01', when: 1 }, ['when: UnknownField']],
    ['a null', sign, { on: null }, ['on: NotADate']],
    ['a null in an optional field', sign, { on: '2026-01', note: null }, ['note: NotText']],
    ['a number for a date', sign, { on: 2026 }, ['on: NotADate']],
    ['a day that does not exist', sign, { on: '2024-02-30' }, ['on: NotADate']],
    ['a leap day of no leap year', sign, { on: '2023-02-29' }, ['on: NotADate']],
    ['a list for text', sign, { on: '2026-01', contractNo: ['a'] }, ['contractNo: NotText']],
    ['NUL in text', sign, { on: '2026-01', contractNo: 'a\u0000b' }, ['contractNo: UnprintableText']],
    ['a lone surrogate', sign, { on: '2026-01', note: 'a\ud800b' }, ['note: UnprintableText']],
    ['an escape character', sign, { on: '2026-01', note: '\u001b[31m' }, ['note: UnprintableText']],
    [
      'a line end where there is one line',
      sign,
      { on: '2026-01', contractNo: 'a\nb' },
      ['contractNo: UnprintableText'],
    ],
    ['blank text', sign, { on: '2026-01', contractNo: ' \u3000 ' }, ['contractNo: Blank']],
    ['text that is too long', sign, { on: '2026-01', contractNo: '长'.repeat(201) }, ['contractNo: TooLong']],
    [
      'negative money',
      invest,
      { period: '2026-01', inPeriod: { fen: '-1', currency: 'CNY' } },
      ['inPeriod.fen: NotAnAmount'],
    ],
    [
      'money as a number',
      invest,
      { period: '2026-01', inPeriod: { fen: 1, currency: 'CNY' } },
      ['inPeriod.fen: NotAnAmount'],
    ],
    [
      'money with a fraction',
      invest,
      { period: '2026-01', inPeriod: { fen: '1.5', currency: 'CNY' } },
      ['inPeriod.fen: NotAnAmount'],
    ],
    [
      'money beyond all bounds',
      invest,
      { period: '2026-01', inPeriod: { fen: '1'.repeat(16), currency: 'CNY' } },
      ['inPeriod.fen: NotAnAmount'],
    ],
    [
      'another currency',
      invest,
      { period: '2026-01', inPeriod: { fen: '1', currency: 'USD' } },
      ['inPeriod.currency: NotOneOf'],
    ],
    [
      'an unknown field inside',
      invest,
      { period: '2026-01', inPeriod: { fen: '1', currency: 'CNY', x: 1 } },
      ['inPeriod.x: UnknownField'],
    ],
    ['no amount at all', invest, { period: '2026-01' }, ['inPeriod: NoAmount']],
    [
      'a day for a period',
      invest,
      { period: '2026-01-01', inPeriod: { fen: '1', currency: 'CNY' } },
      ['period: NotAPeriod'],
    ],
    ['an area of nothing', land, { ...LAND, area: 0 }, ['area: NotAWholeNumber']],
    ['a negative area', land, { ...LAND, area: -5 }, ['area: NotAWholeNumber']],
    ['an area with a fraction', land, { ...LAND, area: 1.5 }, ['area: NotAWholeNumber']],
    ['an area as text', land, { ...LAND, area: '100' }, ['area: NotAWholeNumber']],
    ['an area beyond 2^53', land, { ...LAND, area: 1e300 }, ['area: NotAWholeNumber']],
    ['a mode that does not exist', land, { ...LAND, mode: 'gift' }, ['mode: NotOneOf']],
    ['a flag as text', land, { ...LAND, standardLand: 'true' }, ['standardLand: NotTrueOrFalse']],
    [
      'several at once',
      land,
      { area: 1.5, zzz: 1 },
      ['area: NotAWholeNumber', 'mode: Required', 'on: Required', 'zzz: UnknownField'],
    ],
  ])('%s', async (_, path, body, faults) => {
    const problem = await refuses(() => ledger.post(path(), body), 400, 'ValidationFailed');
    expect(faultsOf(problem)).toEqual(faults);
  });

  it('names like those of every object', async () => {
    const problem = await refuses(raw('{"toString":1,"hasOwnProperty":2,"name":"a"}'), 400, 'ValidationFailed');
    expect(faultsOf(problem)).toEqual(
      expect.arrayContaining(['hasOwnProperty: UnknownField', 'toString: UnknownField']),
    );
  });

  it.each(['[]', '"text"', '5', 'null', 'true'])('%s instead of an object', async (text) => {
    const problem = await refuses(raw(text), 400, 'ValidationFailed');
    expect(faultsOf(problem)).toEqual([': NotAnObject']);
  });
});

describe('a body that is no body is refused', () => {
  it.each([
    ['half of one', '{"name":', 'MalformedJson'],
    ['nothing', '', 'MalformedJson'],
    ['two of them', '{} {}', 'MalformedJson'],
    ['a byte order mark and rubbish', '\ufeff<xml/>', 'MalformedJson'],
    ['__proto__', '{"__proto__":{"admin":true}}', 'ForbiddenKey'],
    ['__proto__ deep inside', '{"name":{"a":[{"__proto__":{}}]}}', 'ForbiddenKey'],
    ['__proto__ in disguise', '{"\\u005f_proto__":{}}', 'ForbiddenKey'],
    ['constructor.prototype', '{"constructor":{"prototype":{}}}', 'ForbiddenKey'],
  ])('%s', async (_, text, code) => {
    await refuses(raw(text), 400, code);
  });

  it('nested 100 000 deep', async () => {
    const deep = 100_000;
    await refuses(raw('['.repeat(deep) + ']'.repeat(deep)), 400, 'ValidationFailed');
    await refuses(raw(`${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`), 400, 'ValidationFailed');
    const correction = '{"factId":"00000000-0000-4000-8000-000000000000","reason":"更正","data":';
    const text = `${correction}${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}}`;
    const problem = await refuses(raw(text, `/api/projects/${projectId}/correct`), 400, 'ValidationFailed');
    expect(faultsOf(problem)).toEqual(['data: TooDeep']);
  });

  it('of 10 MB', async () => {
    await refuses(raw(JSON.stringify({ ...ZONE, name: 'x'.repeat(10 * 1024 * 1024) })), 413, 'BodyTooLarge');
  });

  it('in GB18030', async () => {
    const bytes = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xbf, 0xaa, 0xb7, 0xa2]), Buffer.from('"}')]);
    const send = () =>
      ledger
        .post('/api/zones')
        .serialize(() => bytes as never)
        .send({});
    await refuses(send, 400, 'NotUtf8');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'nonsense',
  ])('as %s', async (type) => {
    await refuses(() => ledger.post('/api/zones').type(type).send('name=a'), 415, 'NotJson');
  });
});

describe('an address that is wrong is refused', () => {
  it.each([
    ['/api/nothing', 404, 'NoSuchAddress'],
    ['/nothing', 404, 'NoSuchAddress'],
    ['/api/projects/x/y/z/sign', 404, 'NoSuchAddress'],
    ['/api/projects/x/burn-down', 404, 'NoSuchAddress'],
    [`/api/projects/${'x'.repeat(300)}/sign`, 414, 'AddressTooLong'],
    ['/api/projects/%zz/sign', 400, 'BadAddress'],
    ['/api/projects/%00/sign', 404, 'ProjectNotFound'],
    ['/api/projects/..%2f..%2fetc/sign', 404, 'ProjectNotFound'],
  ])('%s', async (path, status, code) => {
    await refuses(() => ledger.post(path, { on: '2026-01' }), status, code);
  });

  it('by its method, with the methods that it takes', async () => {
    const answer = await ledger.get(`/api/projects/${projectId}/sign`);
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'POST']);
    await refuses(() => ledger.get(`/api/projects/${projectId}/sign`), 405, 'MethodNotAllowed');
  });

  it('by a query parameter that no command takes', async () => {
    const problem = await refuses(() => ledger.post('/api/zones?force=true', ZONE), 400, 'ValidationFailed');
    expect(faultsOf(problem)).toEqual(['force: UnknownField']);
  });

  it.each([
    ['limit=0', 'limit: NotALimit'],
    ['limit=201', 'limit: NotALimit'],
    ['limit=ten', 'limit: NotALimit'],
    ['limit=1&limit=2', 'limit: NotALimit'],
    ['colour=red', 'colour: UnknownField'],
    ['__proto__=1', '__proto__: UnknownField'],
  ])('by the query ?%s', async (query, fault) => {
    const problem = await refuses(() => ledger.get(`/api/people?${query}`), 400, 'ValidationFailed');
    expect(faultsOf(problem)).toEqual([fault]);
  });

  it('by a cursor that was tampered with', async () => {
    for (const name of ['甲', '乙', '丙']) await ledger.post('/api/people', { name }).expect(201);
    const page = await ledger.get('/api/people?limit=1').expect(200);
    const { next } = page.body as { next: string };
    await ledger.get(`/api/people?limit=2&cursor=${next}`).expect(200);
    const flipped = (next.startsWith('A') ? 'B' : 'A') + next.slice(1);
    for (const cursor of [flipped, `${next}A`, next.slice(2), 'x', '%22', '5'.repeat(500)]) {
      await refuses(() => ledger.get(`/api/people?cursor=${cursor}`), 400, 'CursorInvalid');
    }
    await refuses(() => ledger.get(`/api/people?text=x&cursor=${next}`), 400, 'CursorInvalid');
  });

  it('by an after token that no ledger gave, or another one', async () => {
    const other = await openLedger();
    const zone = await other.post('/api/zones', ZONE);
    await other.close();
    const foreign = (zone.body as { after: string }).after;
    await refuses(() => ledger.get(`/api/projects?after=${foreign}`), 400, 'AfterTokenForeign');
    for (const token of ['x', 'v1.', 'v1.AAAA', `${foreign}A`, foreign.replace('v1.', 'v2.')]) {
      await refuses(() => ledger.get(`/api/projects?after=${token}`), 400, 'AfterTokenInvalid');
    }
  });
});

describe('a request under another name', () => {
  it.each(['evil.example', 'evil.example:3000', '127.0.0.1.evil.example', '10.0.0.5'])(
    'is not taken: %s',
    async (host) => {
      await refuses(() => ledger.post('/api/zones', ZONE, { Host: host }), 403, 'HostNotLocal');
    },
  );

  it.each(['localhost:3000', '127.0.0.1', '[::1]:80'])('of this machine is: %s', async (host) => {
    await ledger.post('/api/zones', ZONE, { Host: host }).expect(201);
  });
});

describe('what is hardly HTTP', () => {
  it.each([
    ['no request line', 'hello\r\n\r\n', 400, 'BadRequest'],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`, 431, 'HeadersTooLarge'],
  ])('%s is answered with a problem too', async (_, text, status, code) => {
    const server = ledger.app.nest.getHttpServer();
    if (!server.listening) await ledger.app.nest.listen(0, '127.0.0.1');
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(text));
      let said = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
      socket.on('close', () => resolve(said)).on('error', reject);
    });
    expect(answer).toContain(`HTTP/1.1 ${status} `);
    expect(JSON.parse(answer.slice(answer.indexOf('{'))) as object).toMatchObject({ status, code });
  });
});

describe('the language of title and detail', () => {
  it.each([
    [undefined, '请求有误'],
    ['zh-CN', '请求有误'],
    ['en', 'Bad request'],
    ['en-US,zh;q=0.5', 'Bad request'],
    ['zh;q=0.9,en;q=0.8', '请求有误'],
    ['fr', '请求有误'],
    ['x'.repeat(5000), '请求有误'],
  ])('follows Accept-Language: %j', async (language, title) => {
    const answer = await ledger.post('/api/zones', {}, language === undefined ? {} : { 'Accept-Language': language });
    expect((answer.body as { title: string }).title).toBe(title);
  });
});
