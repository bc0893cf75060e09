import type { Texts } from '#kernel';
import { troubleOf } from '../../../server/src/start-failure.ts';
import { CommandFailed, WRONG_USAGE } from '../output.ts';

/** What can go wrong with a move, by the name of the error. What a place of its own is called stands in the English text. */
const TEXTS: Readonly<Record<string, string>> = {
  StoreUnusable: '日志不能使用',
  StoreUnavailable: '日志没有应答',
  StoreTooNew: '日志由更新的版本写成，请用更新的程序',
  StoreIncomplete: '来源本身是未完成的副本',
  CopyRefused: '去处不能接收副本：它已有自己的内容，或已是完成的副本，或与来源是同一个日志',
  CopyDiffers: '副本与来源不一致，没有采用',
  KeptOccupied: '去处已有保留数据，只能复制到空的数据库',
  KeptCopyDiffers: '副本与来源不一致，什么也没有写；是否还有服务在写？',
  KeptTooNew: '保留数据由更新的版本写成，请用更新的程序',
};

/** The failure as both languages say it; what is no failure of a move stays as it is. */
export function migrationFailure(error: unknown): unknown {
  const { name = '', message = '' } = (error ?? {}) as { readonly name?: string; readonly message?: string };
  const zh = TEXTS[name];
  if (zh === undefined) return error;
  const trouble = troubleOf(error);
  return new CommandFailed(name, { zh: trouble === undefined ? zh : `${zh}：${trouble}`, en: message });
}

/** A place on the command line that is none. */
export function wrongPlace(option: string, fault: string): CommandFailed {
  const texts: Texts = { zh: `${option} 不对：${fault}`, en: `${option} is wrong: ${fault}` };
  return new CommandFailed('WrongUsage', texts, WRONG_USAGE);
}
