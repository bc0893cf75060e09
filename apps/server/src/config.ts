import { isIPv4 } from 'node:net';
import type { LevelWithSilent } from 'pino';
import { LOG_LEVELS } from '#http';
import { StartFailure } from './start-failure.ts';

/** What the environment decides (design §13). */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly logLevel: LevelWithSilent;
}

const PORT_MAX = 65_535;

/** Reads and judges the environment. Throws StartFailure that names every value that is wrong. */
export function configFrom(environment: Readonly<Record<string, string | undefined>>): Config {
  const wrong: string[] = [];
  const take = (name: string, standard: string, good: (value: string) => boolean, expected: string): string => {
    const value = environment[name] || standard;
    if (!good(value)) wrong.push(`${name}=${JSON.stringify(value)} (${expected})`);
    return value;
  };
  const host = take(
    'HOST',
    '127.0.0.1',
    isLoopback,
    '尚无登录，只能监听本机 / no sign-in yet, loopback only: 127.0.0.1, ::1, localhost',
  );
  const port = take('PORT', '3000', isPort, `0–${PORT_MAX}`);
  const dataDir = take('DATA_DIR', './data', (value) => !value.includes('\0'), '路径 / a path');
  take('EVENT_STORE', 'embedded', (value) => value === 'embedded', '目前只支持 / only: embedded');
  take('DATABASE_URL', '', (value) => value === '', '目前须为空 / must be empty for now');
  take('ROLE', 'all', (value) => value === 'all', '目前只支持 / only: all');
  const logLevel = take('LOG_LEVEL', 'info', isLogLevel, LOG_LEVELS.join(', ')) as LevelWithSilent;
  if (wrong.length > 0) throw new StartFailure('WrongEnvironment', { wrong: wrong.join('; ') });
  return { host, port: Number(port), dataDir, logLevel };
}

/** 127.0.0.0/8, ::1 and localhost: who is not on this machine cannot reach them. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

const isPort = (value: string): boolean => /^\d{1,5}$/.test(value) && Number(value) <= PORT_MAX;
const isLogLevel = (value: string): boolean => (LOG_LEVELS as readonly string[]).includes(value);
