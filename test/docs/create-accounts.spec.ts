import { execFile } from 'node:child_process';
import { createServer as createHttp, type Server as HttpServer } from 'node:http';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { EventStoreDBClient } from '@eventstore/db-client';
import { startFakeServer, type FakeServer } from '#event-store/testing';

const script = fileURLToPath(new URL('../../docs/how-to/cluster/create-accounts.mjs', import.meta.url));
const portOf = (server: Server | HttpServer): number => (server.address() as AddressInfo).port;

/** The script of the guides against a server: its accounts over HTTP/1, which the fake one does not speak, and the rest. */
describe('the script that makes the account', () => {
  let store: FakeServer;
  let accounts: HttpServer;
  let node: Server;
  let client: EventStoreDBClient;
  const made: { LoginName: string; Groups: string[] }[] = [];

  beforeEach(async () => {
    made.length = 0;
    store = await startFakeServer();
    accounts = createHttp((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        const account = JSON.parse(body) as (typeof made)[number];
        const isThere = made.some(({ LoginName }) => LoginName === account.LoginName);
        if (!isThere) made.push(account);
        response.writeHead(isThere ? 409 : 201).end();
      });
    });
    node = createServer((socket) => {
      socket.once('data', (first) => {
        const isHttp2 = String(first).startsWith('PRI');
        const there = connect(isHttp2 ? store.port : portOf(accounts), '127.0.0.1');
        there.write(first);
        socket.pipe(there).pipe(socket);
        for (const one of [socket, there]) one.on('error', () => [socket, there].forEach((each) => each.destroy()));
      });
    });
    for (const server of [accounts, node]) await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    client = EventStoreDBClient.connectionString(store.url);
  });

  afterEach(async () => {
    await client.dispose();
    await store.stop();
    for (const server of [accounts, node]) await new Promise((done) => server.close(done));
  });

  async function run(more: Readonly<Record<string, string>> = {}): Promise<string[]> {
    const env = { NODE_URL: `http://127.0.0.1:${portOf(node)}`, ADMIN_PASSWORD: 'a', ACCOUNT_PASSWORD: 'b', ...more };
    const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
    return stdout.trim().split('\n');
  }

  async function rules(): Promise<unknown[]> {
    const found: unknown[] = [];
    for await (const { event } of client.readStream('$settings')) found.push(event?.data);
    return found;
  }

  it('makes it, lets it read $all, keeps others out, and changes nothing when it is run again', async () => {
    expect(await run()).toEqual([
      'account taizhang: made',
      'to read $all: allowed',
      'rights on streams: the account alone',
    ]);
    expect(made).toMatchObject([{ LoginName: 'taizhang', Groups: [] }]);
    expect((await client.getStreamMetadata('$all')).metadata).toEqual({ acl: { readRoles: ['$admins', 'taizhang'] } });
    const admins = { $r: '$admins', $w: '$admins', $d: '$admins', $mr: '$admins', $mw: '$admins' };
    const rule = { $userStreamAcl: { ...admins, $r: 'taizhang', $w: 'taizhang' }, $systemStreamAcl: admins };
    expect(await rules()).toEqual([rule]);

    expect((await run()).map((line) => line.split(': ')[1]?.split(',')[0])).toEqual([
      'was there',
      'was allowed',
      'as they were',
    ]);
    expect(made).toHaveLength(1);
    expect(await rules()).toEqual([rule]);
  });

  it('leaves others what they have on a server that is shared', async () => {
    await client.setStreamMetadata('$all', { maxAge: 7, acl: { readRoles: ['reports'], writeRoles: ['$ops'] } });
    await run({ SHARED_SERVER: '1', ACCOUNT: 'ledger' });
    expect((await client.getStreamMetadata('$all')).metadata).toEqual({
      maxAge: 7,
      acl: { readRoles: ['reports', 'ledger'], writeRoles: ['$ops'] },
    });
    await expect(rules()).rejects.toMatchObject({ type: 'stream-not-found' });
  });
});
