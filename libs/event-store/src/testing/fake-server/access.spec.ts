import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { testCertificates } from './certificates.ts';
import { anEvent, collect, newStream, rejection } from './harness.ts';
import { startFakeServer, type FakeServer } from './server.ts';

describe('contract §1.9: access rights, with TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fake-server-'));
  const ca = join(folder, 'ca.crt');
  const users = {
    admin: { password: 'changeit' },
    reader: { password: 'p:w/d', readsAll: true },
    writer: { password: 'secret' },
  };
  let server: FakeServer;
  const clients: EventStoreDBClient[] = [];
  const as = (name?: keyof typeof users, password = name && users[name].password, authority = ca) => {
    const account = name ? `${name}:${encodeURIComponent(password!)}@` : '';
    const url = server.url.replace('esdb://127.0.0.1', `esdb://${account}localhost`);
    const client = EventStoreDBClient.connectionString(`${url}&tlsCAFile=${encodeURIComponent(authority)}`);
    clients.push(client);
    return client;
  };
  beforeAll(async () => {
    const tls = await testCertificates();
    writeFileSync(ca, tls.ca);
    server = await startFakeServer({ tls, users });
    await as('admin').appendToStream('$settings', anEvent('$settings'));
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.dispose()));
    await server.stop();
    rmSync(folder, { recursive: true });
  });
  const denied = { type: 'access-denied', code: 7 };

  it('lets an administrator read $all, and write system streams', async () => {
    expect(await collect(as('admin').readAll({ maxCount: 1 }))).toMatchObject([{ event: { streamId: '$settings' } }]);
  });

  it('lets nobody write $all', async () => {
    expect(await rejection(as('admin').appendToStream('$all', anEvent()))).toMatchObject({ type: 'access-denied' });
  });

  it('lets everybody who is known write and read user streams', async () => {
    const stream = newStream();
    await as('writer').appendToStream(stream, anEvent());
    expect(await collect(as('reader').readStream(stream))).toHaveLength(1);
  });

  it('takes $r on $all for reading it and for subscribing to it', async () => {
    expect(await collect(as('reader').readAll({ maxCount: 1 }))).toHaveLength(1);
    expect(await rejection(collect(as('writer').readAll()))).toMatchObject(denied);
    expect(await rejection(collect(as('writer').subscribeToAll()))).toMatchObject(denied);
  });

  it('keeps system streams from all but administrators', async () => {
    expect(await rejection(collect(as('reader').readStream('$settings')))).toMatchObject(denied);
    const { username, password } = { username: 'reader', password: users.reader.password };
    const plain = as().appendToStream('$settings', anEvent(), { credentials: { username, password } });
    expect(await rejection(plain)).toMatchObject(denied);
    expect(await rejection(as('reader').appendToStream('$settings', anEvent()))).toMatchObject({
      type: 'access-denied',
    });
  });

  it('tells a wrong password from a missing right by the code only', async () => {
    const wrong = { type: 'access-denied', code: 16 };
    const credentials = { username: 'admin', password: 'wrong' };
    expect(await rejection(collect(as('admin', 'wrong').readAll()))).toMatchObject(wrong);
    expect(await rejection(as().appendToStream(newStream(), anEvent(), { credentials }))).toMatchObject(wrong);
    expect(await rejection(as('admin', 'wrong').appendToStream(newStream(), anEvent()))).toMatchObject(wrong);
  });

  it('lets those without an account do nothing with streams', async () => {
    expect(await rejection(collect(as().readStream('any')))).toMatchObject(denied);
  });

  it('is not trusted without its authority', async () => {
    const other = join(folder, 'other.crt');
    writeFileSync(other, (await testCertificates()).ca);
    const error = await rejection(collect(as('admin', undefined, other).readAll()));
    expect(error).toMatchObject({ type: 'unavailable' });
  });
});

it('contract §1.9: insecure, everybody may do everything, system streams too', async () => {
  const server = await startFakeServer();
  const client = EventStoreDBClient.connectionString(server.url);
  await client.appendToStream('$settings', anEvent('$settings'));
  expect(await collect(client.readAll())).toHaveLength(1);
  await client.dispose();
  await server.stop();
});
