import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import { generate } from 'selfsigned';

export interface TlsProxy {
  /** The server's URL by way of the proxy, without any setting of TLS. */
  readonly url: string;
  /** Certificates as PEM: of the authority that signed the proxy's own, and of another one. */
  readonly authority: string;
  readonly stranger: string;
  close(): Promise<void>;
}

/** What a client sends first that wants TLS: its length, and a number that stands for that wish. */
const WISH_BYTES = 8;

/** Speaks TLS with clients for a server that does not. */
export async function tlsProxyTo(url: string): Promise<TlsProxy> {
  const target = new URL(url);
  const [mine, other] = await Promise.all([certified(), certified()]);
  const listener = createServer((client) => {
    client.on('error', () => undefined);
    client.once('readable', () => {
      client.read(WISH_BYTES);
      client.write('S');
      const secure = new TLSSocket(client, { isServer: true, key: mine.key, cert: mine.cert });
      const server = connect(Number(target.port), target.hostname);
      for (const socket of [secure, server]) socket.on('error', () => undefined);
      secure.pipe(server).pipe(secure);
    });
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const own = new URL(url);
  own.hostname = 'localhost';
  own.port = String((listener.address() as AddressInfo).port);
  return {
    url: own.href,
    authority: mine.authority,
    stranger: other.authority,
    close: () => new Promise((resolve) => listener.close(() => resolve())),
  };
}

async function certified(): Promise<{ key: string; cert: string; authority: string }> {
  const ca = await generate([{ name: 'commonName', value: 'test-ca' }], {
    keySize: 2048,
    extensions: [{ name: 'basicConstraints', cA: true, critical: true }],
  });
  const node = await generate([{ name: 'commonName', value: 'postgres' }], {
    keySize: 2048,
    ca: { key: ca.private, cert: ca.cert },
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  return { key: node.private, cert: node.cert, authority: ca.cert };
}
