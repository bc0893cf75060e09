import { readFile } from 'node:fs/promises';
import { StoreUnusable } from '../errors.ts';
import type { Certificates } from './connection.ts';
import type { ServerUrl } from './url.ts';

/** Reads the files that a connection string names. Throws StoreUnusable with the reason `InvalidUrl`. */
export async function readCertificates(url: ServerUrl): Promise<Certificates> {
  const { tls, caFile, userCertFile, userKeyFile } = url;
  if (!tls) return {};
  return {
    ...(caFile !== undefined && { ca: await pem('tlsCAFile', caFile) }),
    ...(userCertFile !== undefined && { cert: await pem('userCertFile', userCertFile) }),
    ...(userKeyFile !== undefined && { key: await pem('userKeyFile', userKeyFile) }),
  };
}

async function pem(option: string, file: string): Promise<Buffer> {
  const content = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw new StoreUnusable(`${option}: ${file} cannot be read (${cause.code})`, { reason: 'InvalidUrl', cause });
  });
  if (content.includes('-----BEGIN ')) return content;
  throw new StoreUnusable(`${option}: ${file} holds no certificate or key in PEM`, { reason: 'InvalidUrl' });
}
