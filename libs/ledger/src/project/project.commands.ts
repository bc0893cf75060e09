import { rowsOf, type CommandTable } from '../command-row.ts';
import { projectSlice } from '../slices.ts';
import { mendingRows } from './project-mending.commands.ts';
import { milestoneRows } from './project-milestones.commands.ts';
import { peopleRows } from './project-people.commands.ts';
import { registrationRows } from './project-registration.commands.ts';
import { reportRows } from './project-reports.commands.ts';
import type { ProjectCommand } from './project.ts';

/** Every command on a project, by what it is about. The type leaves none out. */
export const projectCommands: CommandTable = {
  slice: projectSlice,
  collection: 'projects',
  label: { zh: '项目', en: 'project' },
  rows: rowsOf<ProjectCommand>({ ...registrationRows, ...milestoneRows, ...reportRows, ...peopleRows, ...mendingRows }),
};
