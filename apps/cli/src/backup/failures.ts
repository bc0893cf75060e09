import { fill, type Texts } from '#kernel';
import { CommandFailed } from '../output.ts';

/** Why there is no backup, or no ledger made of one. A code is never used again for something else. */
export const BACKUP_TEXTS = {
  NoSuchLedger: { zh: '{place} 里没有台账', en: 'there is no ledger in {place}' },
  BackupFolderNotEmpty: {
    zh: '备份只写入新的或空的文件夹，{folder} 里已有 {what}（没有 manifest.json 的是未完成的备份，可以删除）',
    en: 'a backup goes into a new or empty folder; {folder} holds {what} (without a manifest.json it is an unfinished backup and may be deleted)',
  },
  BackupParentMissing: {
    zh: '没有文件夹 {parent}，备份不能放在里面：请先建好或挂载',
    en: 'there is no folder {parent} to put a backup in: make it, or mount it, first',
  },
  BackupInDataFolder: {
    zh: '备份的文件夹 {folder} 在数据目录 {dataDir} 里：请放到别处，最好在另一块磁盘上',
    en: 'the folder of the backup, {folder}, is inside the data folder {dataDir}: put it elsewhere, best on another disk',
  },
  LogDamaged: { zh: '台账的日志已损坏，没有备份：{why}', en: 'no backup was made: {why}' },
  BackupFailed: { zh: '没有备份成：{why}', en: 'no backup was made: {why}' },
  BackupStopped: { zh: '已停下，没有留下备份', en: 'stopped; no backup was left' },
  NoSuchBackup: { zh: '没有文件夹 {folder}', en: 'there is no folder {folder}' },
  NotABackup: {
    zh: '{folder} 不是备份，或是未完成的备份：没有 manifest.json',
    en: '{folder} is no backup, or one that was not finished: it has no manifest.json',
  },
  BackupTooNew: {
    zh: '备份由更新的版本写成，请用更新的程序恢复（{why}）',
    en: 'the backup was written by a newer version: {why}',
  },
  BackupDamaged: { zh: '备份已损坏，没有恢复：{why}', en: 'the backup is damaged, nothing was restored: {why}' },
  RestoreIntoServers: {
    zh: '恢复只写入空的数据目录。请去掉 EVENT_STORE 和 DATABASE_URL 再恢复，然后用 migrate-store 和 migrate-database 移到服务器',
    en: 'a backup is restored into an empty data folder: unset EVENT_STORE and DATABASE_URL, restore, then move it with migrate-store and migrate-database',
  },
  DataFolderInBackup: {
    zh: '数据目录 {dataDir} 在备份的文件夹 {folder} 里：请恢复到别处',
    en: 'the data folder {dataDir} is inside the folder of the backup, {folder}: restore it elsewhere',
  },
  DataFolderNotEmpty: {
    zh: '只能恢复到空的数据目录，{dataDir} 里已有 {what}',
    en: 'a backup is restored into an empty data folder; {dataDir} holds {what}',
  },
  RestoreFailed: { zh: '没有恢复成：{why}', en: 'nothing was restored: {why}' },
  RestoreStopped: { zh: '已停下，什么也没有恢复', en: 'stopped; nothing was restored' },
} as const satisfies Readonly<Record<string, Texts>>;

export type BackupCode = keyof typeof BACKUP_TEXTS;

export function backupFailure(code: BackupCode, params: Readonly<Record<string, string>> = {}): CommandFailed {
  return new CommandFailed(code, fill(BACKUP_TEXTS[code], params));
}

/** The backup is not what it was when it was made; `why` names the file. */
export const damaged = (why: string): CommandFailed => backupFailure('BackupDamaged', { why });
