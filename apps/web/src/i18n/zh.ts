import { app } from './zh/app.ts';
import { compare } from './zh/compare.ts';
import { deadlines } from './zh/deadlines.ts';
import { facts } from './zh/facts.ts';
import { failures } from './zh/failures.ts';
import { findings } from './zh/findings.ts';
import { leaders } from './zh/leaders.ts';
import { ledger } from './zh/ledger.ts';
import { log } from './zh/log.ts';
import { overview } from './zh/overview.ts';
import { project } from './zh/project.ts';
import { reassignments } from './zh/reassignments.ts';
import { register } from './zh/register.ts';
import { shown } from './zh/shown.ts';
import { targets } from './zh/targets.ts';

/** Chinese, the standard: a namespace per page, whose keys English must have too. */
export const zh = {
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
};
