import { app } from './zh/app.ts';
import { compare } from './zh/compare.ts';
import { leaders } from './zh/leaders.ts';
import { ledger } from './zh/ledger.ts';
import { log } from './zh/log.ts';
import { overview } from './zh/overview.ts';
import { project } from './zh/project.ts';
import { reassignments } from './zh/reassignments.ts';
import { shown } from './zh/shown.ts';

/** Chinese, the standard: a namespace per page, whose keys English must have too. */
export const zh = { app, compare, leaders, ledger, log, overview, project, reassignments, shown };
