import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseUnusable, openKept } from '../index.ts';
import { freshPostgres, onPostgres, type FreshPostgres } from '../testing/dialects.ts';
import { STAMPS } from '../testing/stamps.ts';
import { tlsProxyTo, type TlsProxy } from '../testing/tls-proxy.ts';

onPostgres('TLS to a server', () => {
  let place: FreshPostgres;
  let proxy: TlsProxy;
  let folder: string;

  beforeAll(async () => {
    place = (await freshPostgres()) as FreshPostgres;
    proxy = await tlsProxyTo(place.url);
    folder = mkdtempSync(join(tmpdir(), 'taizhang-tls-'));
    writeFileSync(join(folder, 'authority.crt'), proxy.authority);
    writeFileSync(join(folder, 'stranger.crt'), proxy.stranger);
  });

  afterAll(async () => {
    await proxy.close();
    await place.remove();
    rmSync(folder, { recursive: true });
  });

  const open = async (mode: string, authority?: string, host = 'localhost'): Promise<string> => {
    const url = new URL(proxy.url);
    url.hostname = host;
    url.searchParams.set('sslmode', mode);
    if (authority) url.searchParams.set('sslrootcert', join(folder, `${authority}.crt`));
    try {
      await (await openKept({ database: { url: url.href }, migrations: STAMPS, clock: () => 0 })).close();
      return 'open';
    } catch (error) {
      expect(error).toBeInstanceOf(DatabaseUnusable);
      return (error as Error).message.replace(/^.*: /, '');
    }
  };

  it.each([
    ['encrypts, whoever the server is', ['require'], 'open'],
    ['encrypts, whoever the server is, also as pg calls it', ['no-verify'], 'open'],
    ['takes a server that the authority signed', ['verify-full', 'authority'], 'open'],
    ['takes no server by another name', ['verify-full', 'authority', '127.0.0.1'], 'ERR_TLS_CERT_ALTNAME_INVALID'],
    [
      'takes the server by another name where only its authority counts',
      ['verify-ca', 'authority', '127.0.0.1'],
      'open',
    ],
    ['takes no server that another authority signed', ['verify-full', 'stranger'], 'no trust in its certificate'],
    ['takes no server that nobody known signed', ['verify-full'], 'no trust in its certificate'],
    ['counts the authority where one is given', ['require', 'stranger'], 'no trust in its certificate'],
  ] as const)('%s', async (_, [mode, ...more], expected) => {
    expect(await open(mode, ...more)).toContain(expected);
  });
});
