// Gives Taizhang an account on EventStoreDB that may read $all, and takes the streams of the ledger from everybody else.
// Run again, it changes nothing that is there. What it does and why: ../restrict-the-accounts.md
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { EventStoreDBClient, jsonEvent, NO_STREAM, WrongExpectedVersionError } from '@eventstore/db-client';

const { NODE_URL, ADMIN_PASSWORD, ACCOUNT_PASSWORD, ACCOUNT = 'taizhang', SHARED_SERVER } = process.env;
/** Node reads it for `fetch`, and not for the client. */
const { NODE_EXTRA_CA_CERTS } = process.env;
if (!NODE_URL || !ADMIN_PASSWORD || !ACCOUNT_PASSWORD) throw new Error('NODE_URL, ADMIN_PASSWORD, ACCOUNT_PASSWORD');
const ADMINS = '$admins';
/** Until a new cluster has elected its leader, it does not know its administrator. */
const WAIT_MS_MAX = 60_000;

async function createAccount() {
  const basic = Buffer.from(`admin:${ADMIN_PASSWORD}`).toString('base64');
  const body = { LoginName: ACCOUNT, FullName: 'Taizhang', Groups: [], Password: ACCOUNT_PASSWORD };
  for (const end = Date.now() + WAIT_MS_MAX; ; await delay(1_000)) {
    const answer = await fetch(new URL('/users/', NODE_URL), {
      method: 'POST',
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch((error) => ({ status: error.cause?.message ?? error.message }));
    if (answer.status === 201) return 'made';
    if (answer.status === 409) return 'was there, its password is as it was';
    if (Date.now() > end) throw new Error(`the account could not be made: ${answer.status}`);
  }
}

async function allowToReadAll(client) {
  const { metadata = {} } = await client.getStreamMetadata('$all');
  const readers = [metadata.acl?.readRoles ?? ADMINS].flat();
  if (readers.includes(ACCOUNT)) return 'was allowed';
  await client.setStreamMetadata('$all', { ...metadata, acl: { ...metadata.acl, readRoles: [...readers, ACCOUNT] } });
  return 'allowed';
}

/** Who may do what with a stream that says nothing of its own; there is such a rule once, for all streams of the server. */
async function keepOthersOut(client) {
  const admins = { $r: ADMINS, $w: ADMINS, $d: ADMINS, $mr: ADMINS, $mw: ADMINS };
  const data = { $userStreamAcl: { ...admins, $r: ACCOUNT, $w: ACCOUNT }, $systemStreamAcl: admins };
  const event = jsonEvent({ type: 'update-default-acl', data });
  try {
    await client.appendToStream('$settings', event, { expectedRevision: NO_STREAM });
    return 'the account alone';
  } catch (error) {
    if (error instanceof WrongExpectedVersionError) return 'as they were: somebody has set them before';
    throw error;
  }
}

console.log(`account ${ACCOUNT}: ${await createAccount()}`);
const { hostname: address, port, protocol } = new URL(NODE_URL);
const client = new EventStoreDBClient(
  { endpoint: { address, port: Number(port) } },
  {
    insecure: protocol === 'http:',
    ...(NODE_EXTRA_CA_CERTS && { rootCertificate: readFileSync(NODE_EXTRA_CA_CERTS) }),
  },
  { username: 'admin', password: ADMIN_PASSWORD },
);
console.log(`to read $all: ${await allowToReadAll(client)}`);
console.log(`rights on streams: ${SHARED_SERVER ? 'left alone' : await keepOthersOut(client)}`);
await client.dispose();
