import { isIPv4 } from 'node:net';
import type { LevelWithSilent } from 'pino';
import { LOG_LEVELS } from '#http';
import { Judge, type Environment } from './judge.ts';
import { ROLES, takePlacesOf, type Places, type Role } from './places.ts';

/** What the environment decides. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly role: Role;
  readonly places: Places;
  readonly logLevel: LevelWithSilent;
}

const PORT_MAX = 65_535;

/** Reads and judges the environment. Throws StartFailure that names every value that is wrong. */
export function configFrom(environment: Environment): Config {
  const judge = new Judge(environment);
  const host = judge.take(
    'HOST',
    '127.0.0.1',
    isLoopback,
    '尚无登录，只能监听本机 / no sign-in yet, loopback only: 127.0.0.1, ::1, localhost',
  );
  const port = judge.take('PORT', '3000', isPort, `0–${PORT_MAX}`);
  const places = takePlacesOf(judge);
  const role = judge.take('ROLE', 'all', isRole, ROLES.join(', ')) as Role;
  if (role !== 'all' && places.database === undefined) {
    judge.refuse('ROLE', role, '只有配了 DATABASE_URL 才能分开 / needs a DATABASE_URL');
  }
  const logLevel = judge.take('LOG_LEVEL', 'info', isLogLevel, LOG_LEVELS.join(', ')) as LevelWithSilent;
  judge.end();
  return { host, port: Number(port), role, places, logLevel };
}

/** 127.0.0.0/8, ::1 and localhost: who is not on this machine cannot reach them. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

const isPort = (value: string): boolean => /^\d{1,5}$/.test(value) && Number(value) <= PORT_MAX;
const isRole = (value: string): boolean => (ROLES as readonly string[]).includes(value);
const isLogLevel = (value: string): boolean => (LOG_LEVELS as readonly string[]).includes(value);
