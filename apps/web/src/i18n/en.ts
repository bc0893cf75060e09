import type { zh } from './zh.ts';
import type { Texts } from './texts.ts';
import { app } from './en/app.ts';
import { compare } from './en/compare.ts';
import { leaders } from './en/leaders.ts';
import { ledger } from './en/ledger.ts';
import { log } from './en/log.ts';
import { overview } from './en/overview.ts';
import { project } from './en/project.ts';
import { reassignments } from './en/reassignments.ts';
import { shown } from './en/shown.ts';

/** English, with the keys of Chinese. */
export const en = { app, compare, leaders, ledger, log, overview, project, reassignments, shown } satisfies Texts<typeof zh>;
