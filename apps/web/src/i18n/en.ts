import type { zh } from './zh.ts';
import type { Texts } from './texts.ts';
import { app } from './en/app.ts';
import { compare } from './en/compare.ts';
import { deadlines } from './en/deadlines.ts';
import { facts } from './en/facts.ts';
import { failures } from './en/failures.ts';
import { findings } from './en/findings.ts';
import { leaders } from './en/leaders.ts';
import { ledger } from './en/ledger.ts';
import { log } from './en/log.ts';
import { overview } from './en/overview.ts';
import { project } from './en/project.ts';
import { reassignments } from './en/reassignments.ts';
import { register } from './en/register.ts';
import { shown } from './en/shown.ts';
import { targets } from './en/targets.ts';

/** English, with the keys of Chinese. */
export const en = {
  app,
  compare,
  deadlines,
  facts,
  failures,
  findings,
  leaders,
  ledger,
  log,
  overview,
  project,
  reassignments,
  register,
  shown,
  targets,
} satisfies Texts<typeof zh>;
