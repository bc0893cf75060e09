import type { Texts } from '#kernel';
import { KeptTooNew } from '#database';
import { StoreTooNew, StoreUnusable } from '#event-store';

/** Why the server does not start: one line for whoever started it. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
  readonly messages: Texts;
  constructor(messages: Texts, options?: ErrorOptions) {
    super(messages.en, options);
    this.messages = messages;
  }

  get line(): string {
    return `${this.messages.zh} / ${this.messages.en}`.replaceAll(/\s+/g, ' ');
  }
}

/** Any error on the way up as a failure with an explanation; `where` is the data folder or the address. */
export function startFailureOf(
  error: unknown,
  where: { readonly dataDir: string; readonly address: string },
): StartFailure {
  if (error instanceof StartFailure) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const { dataDir, address } = where;
  if (error instanceof StoreTooNew || error instanceof KeptTooNew) {
    return new StartFailure(
      {
        zh: `数据目录 ${dataDir} 由更新的版本写成，请用更新的程序打开（${message}）`,
        en: `the data folder was written by a newer version: ${message}`,
      },
      { cause: error },
    );
  }
  if (code === 'EADDRINUSE') {
    return new StartFailure(
      { zh: `地址 ${address} 已被占用，可用 PORT 换一个端口`, en: `${address} is taken; choose another PORT` },
      { cause: error },
    );
  }
  if (code === 'EACCES' && (error as NodeJS.ErrnoException).syscall === 'listen') {
    return new StartFailure({ zh: `无权监听 ${address}`, en: `not allowed to listen on ${address}` }, { cause: error });
  }
  if (error instanceof StoreUnusable || code !== undefined) {
    return new StartFailure(
      { zh: `数据目录 ${dataDir} 不能使用：${message}`, en: `the data folder cannot be used: ${message}` },
      { cause: error },
    );
  }
  return new StartFailure({ zh: `启动失败：${message}`, en: `the server cannot start: ${message}` }, { cause: error });
}
