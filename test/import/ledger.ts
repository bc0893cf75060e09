import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Recorded, StoredEvent } from '#kernel';
import { openEmbeddedStore } from '#event-store';
import type { ProjectEvent } from '#ledger';
import { importSet } from '../../apps/cli/src/import/import-set.ts';
import type { ImportReport } from '../../apps/cli/src/import/report.ts';
import type { Remark } from '#workbook';

/** A folder of its own for a test, with files in it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-import-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Every event of the ledger in a data folder, in log order. */
export async function eventsIn(dataDir: string): Promise<StoredEvent[]> {
  const store = await openEmbeddedStore({ file: join(dataDir, 'log.db'), readOnly: true });
  const events: StoredEvent[] = [];
  try {
    for await (const event of store.readAll()) events.push(event);
  } finally {
    await store.close();
  }
  return events;
}

/** The events of projects among these: of every project, or of one stream. */
export function projectEvents(events: readonly Recorded[], of = 'project-'): Recorded<ProjectEvent>[] {
  const isOf = (stream: string): boolean => (of === 'project-' ? stream.startsWith(of) : stream === of);
  return events.filter(({ stream }) => isOf(stream)) as Recorded<ProjectEvent>[];
}

/** What must be the same whenever and however often an import was run: all but the writer's clock and the store's positions. */
export function identityOf({ stream, revision, id, type, data, metadata }: StoredEvent) {
  const { recordedAt: _, ...claimed } = metadata;
  return { stream, revision: String(revision), id, type, data, metadata: claimed };
}

/** The reports that an import gives, or the faults for which it took nothing. */
export async function imported(
  folder: string,
  dataDir: string,
  options: { readonly set?: string; readonly dryRun?: boolean; readonly clock?: () => number } = {},
): Promise<ImportReport> {
  const { set = 'set.json', dryRun = false, clock } = options;
  const result = await importSet({ set: join(folder, set), data: folder, dataDir, dryRun, ...(clock && { clock }) });
  if ('faults' in result) throw new Error(result.faults.map(({ messages }) => messages.en).join('\n'));
  return result;
}

export async function faultsOf(folder: string, dataDir: string): Promise<readonly Remark[]> {
  const result = await importSet({ set: join(folder, 'set.json'), data: folder, dataDir, dryRun: false });
  return 'faults' in result ? result.faults : [];
}
