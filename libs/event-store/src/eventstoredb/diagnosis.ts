import { connect } from 'node:tls';
import { Connection } from './connection.ts';
import { faultOf } from './faults.ts';
import { unusable } from './saying.ts';
import type { Server } from './server.ts';
import type { Host } from './url.ts';

const LOOK_MS = 1_000;

/**
 * Why a server could not be reached, where the client does not say: of a cluster it only says that no node was found, and a
 * server that speaks TLS to a client that does not looks like one that hangs up. Throws what it finds, if anything that will
 * not go away.
 */
export async function diagnose(server: Server): Promise<void> {
  await Promise.all(server.address.url.hosts.map((host) => look(server, host)));
}

async function look(server: Server, host: Host): Promise<void> {
  const { url, certificates } = server.address;
  const speaking = url.tls ? Promise.resolve(false) : server.within(LOOK_MS, speaksTls(host)).catch(() => false);
  if (await speaking) throw unusable(url, 'TlsMismatch');
  const connection = new Connection(url, certificates, host);
  try {
    await server.within(LOOK_MS, connection.version());
  } catch (error) {
    if (faultOf(error)?.kind === 'refused') throw error;
  } finally {
    connection.retire();
  }
}

function speaksTls({ address, port }: Host): Promise<boolean> {
  return new Promise((resolve) => {
    const host = address.replace(/^\[(.*)\]$/, '$1');
    // Whom the certificate is for does not matter here: nothing is said to it.
    const socket = connect({ host, port, rejectUnauthorized: false, timeout: LOOK_MS });
    const end = (found: boolean) => {
      socket.destroy();
      resolve(found);
    };
    socket
      .once('secureConnect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false));
  });
}
