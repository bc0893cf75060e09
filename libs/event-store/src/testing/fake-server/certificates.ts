import { generate } from 'selfsigned';
import type { Tls } from './listener.ts';

export interface TestCertificates extends Tls {
  /** The authority that signed the node's certificate, PEM. */
  readonly ca: string;
}

/** An authority, and a certificate that it signed for a node on this machine. */
export async function testCertificates(): Promise<TestCertificates> {
  const common = { keyType: 'ec', algorithm: 'sha256' } as const;
  const authority = await generate([{ name: 'commonName', value: 'fake-ca' }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const node = await generate([{ name: 'commonName', value: 'eventstoredb-node' }], {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: HOST },
        ],
      },
    ],
  });
  return { ca: authority.cert, key: node.private, cert: node.cert };
}

const HOST = '127.0.0.1';
