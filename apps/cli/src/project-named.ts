import { isId } from '#kernel';
import { StreamNotFound, type EventStore } from '#event-store';
import { projectCodeStream } from '#ledger';
import { bilingual, CommandFailed } from './output.ts';

/** What a project is named by on the command line. */
export const PROJECT = bilingual({ zh: '项目编号，或统一项目代码', en: 'id of the project, or its code' });

/** The id of a project that is named by its id or its code. Throws CommandFailed for a code that no project has. */
export async function projectNamed(store: Pick<EventStore, 'readStream'>, project: string): Promise<string> {
  const id = isId(project) ? project.toLowerCase() : await holderOf(store, project);
  if (id === undefined) throw projectNotFound(project);
  return id;
}

export const projectNotFound = (project: string): CommandFailed =>
  new CommandFailed('ProjectNotFound', { zh: `没有项目 ${project}`, en: `there is no project ${project}` });

/** The project that holds a code (统一项目代码); undefined for a code that nobody has. */
async function holderOf(store: Pick<EventStore, 'readStream'>, code: string): Promise<string | undefined> {
  try {
    const [last] = await Array.fromAsync(
      store.readStream(projectCodeStream(code), { direction: 'backwards', limit: 1 }),
    );
    return last?.type === 'ProjectCodeReserved' ? (last.data['projectId'] as string) : undefined;
  } catch (error) {
    if (error instanceof StreamNotFound) return undefined;
    throw error;
  }
}
