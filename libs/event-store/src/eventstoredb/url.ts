import { StoreUnusable } from '../errors.ts';

/** A node of the server, as it is reached over the network. */
export interface Host {
  readonly address: string;
  readonly port: number;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** A connection string taken apart. Files are named, not read. */
export interface ServerUrl {
  readonly hosts: readonly Host[];
  /** The hosts are asked for the members of a cluster, and its leader is used. */
  readonly discover: boolean;
  readonly tls: boolean;
  readonly caFile?: string;
  /** A certificate that stands for the user, with its key. */
  readonly userCertFile?: string;
  readonly userKeyFile?: string;
  readonly credentials?: Credentials;
  readonly connectionName?: string;
  readonly keepAliveIntervalMs?: number;
  readonly keepAliveTimeoutMs?: number;
  /** What may be shown and logged: without user, password and options. */
  readonly shown: string;
}

const PORT = 2113;
const PORT_MAX = 65_535;
const URL = /^(esdb|kurrentdb)(\+discover)?:\/\/(?:([^@/?]*)@)?([^@/?]+)\/?(?:\?([^?]*))?$/;
const HOST = /^(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+)(?::(\d{1,5}))?$/;

/** What an option means, or why its value is none. */
type Option = (value: string) => Partial<ServerUrl> | string;

const milliseconds =
  (name: 'keepAliveIntervalMs' | 'keepAliveTimeoutMs'): Option =>
  (value) =>
    /^\d{5,9}$/.test(value) ? { [name]: Number(value) } : 'milliseconds, from 10000';
const only =
  (wanted: string): Option =>
  (value) =>
    value.toLowerCase() === wanted ? {} : `${wanted} and nothing else here`;
const OPTIONS: Readonly<Record<string, Option>> = {
  tls: (value) => (value === 'true' || value === 'false' ? { tls: value === 'true' } : 'true or false'),
  tlscafile: (value) => ({ caFile: value }),
  usercertfile: (value) => ({ userCertFile: value }),
  userkeyfile: (value) => ({ userKeyFile: value }),
  connectionname: (value) => ({ connectionName: value }),
  keepaliveinterval: milliseconds('keepAliveIntervalMs'),
  keepalivetimeout: milliseconds('keepAliveTimeoutMs'),
  nodepreference: only('leader'),
  throwonappendfailure: only('true'),
};
/** Said where an option is refused; `tlsVerifyCert` is judged apart. */
const OPTION_NAMES =
  'tls, tlsVerifyCert, tlsCAFile, userCertFile, userKeyFile, connectionName, keepAliveInterval, keepAliveTimeout, nodePreference';

/**
 * Takes a connection string of EventStoreDB (`esdb://`, `esdb+discover://`) or KurrentDB (`kurrentdb://`) apart.
 * Throws {@link StoreUnusable} with the reason `InvalidUrl`, whose message repeats nothing of the text: it may hold a password
 * where none is expected.
 */
export function parseServerUrl(text: string): ServerUrl {
  const [, scheme, discovers, user, hostList, query] = URL.exec(text.trim()) ?? invalid(shapeOf(text));
  const hosts = (hostList as string).split(',').map(hostOf);
  const options = optionsOf(query);
  if ((options.userCertFile === undefined) !== (options.userKeyFile === undefined)) {
    invalid('userCertFile and userKeyFile are given together or not at all');
  }
  const names = hosts.map(({ address, port }) => `${address}:${port}`).join(',');
  return {
    tls: true,
    ...options,
    hosts,
    discover: discovers !== undefined || hosts.length > 1,
    ...(user !== undefined && { credentials: credentialsOf(user) }),
    shown: `${scheme}${discovers ?? ''}://${names}`,
  };
}

/** Why a text is no connection string, without repeating anything of it; undefined where it is one. */
export function serverUrlFault(text: string): string | undefined {
  try {
    parseServerUrl(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function shapeOf(text: string): string {
  if (!/^(esdb|kurrentdb)(\+discover)?:\/\//.test(text.trim())) return 'it begins with esdb:// or esdb+discover://';
  return 'esdb://user:password@host:2113?tls=true&tlsCAFile=… is its shape, with user and password percent-encoded';
}

function hostOf(text: string): Host {
  const [, address, port = String(PORT)] = HOST.exec(text.trim()) ?? [];
  if (address === undefined) return invalid('a host is a name or an address, with :port where it is not 2113');
  if (Number(port) < 1 || Number(port) > PORT_MAX) return invalid(`a port is a number from 1 to ${PORT_MAX}`);
  return { address, port: Number(port) };
}

function credentialsOf(text: string): Credentials {
  const parts = text.split(':');
  const [username, password] = parts.map(decoded);
  if (parts.length === 2 && username && password) return { username, password };
  return invalid('before the @ stands user:password, both percent-encoded');
}

function optionsOf(query: string | undefined): Partial<ServerUrl> {
  let options: Partial<ServerUrl> = {};
  let verifies = true;
  for (const [n, pair] of (query ? query.split('&') : []).entries()) {
    const [key = '', raw, ...more] = pair.split('=');
    const name = key.toLowerCase().replaceAll(/[_-]/g, '');
    const value = raw && more.length === 0 ? decoded(raw.trim()) : undefined;
    if (name === 'tlsverifycert') {
      verifies = value !== 'false';
      continue;
    }
    const option = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
    if (!option) invalid(`option ${n + 1} is unknown or has no effect here; known are ${OPTION_NAMES}`);
    const meant = value === undefined ? 'a value, percent-encoded' : (option as Option)(value);
    if (typeof meant === 'string') invalid(`option ${n + 1} takes ${meant}`);
    options = { ...options, ...(meant as Partial<ServerUrl>) };
  }
  if (!verifies && options.tls !== false) invalid('certificates are always verified: name the CA with tlsCAFile');
  return options;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function invalid(why: string): never {
  throw new StoreUnusable(`not a connection string of EventStoreDB: ${why}`, { reason: 'InvalidUrl' });
}
