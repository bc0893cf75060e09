import { fill, type Texts } from '#kernel';
import { DatabaseUnavailable, DatabaseUnusable, KeptTooNew } from '#database';
import { StoreIncomplete, StoreTooNew, StoreUnavailable, StoreUnusable, type ServerTrouble } from '#event-store';

/** Why neither the server nor a command gets to work. A code is never used again for something else. */
export const START_TEXTS = {
  WrongEnvironment: { zh: '环境变量有误：{wrong}', en: 'wrong environment: {wrong}' },
  PortTaken: { zh: '地址 {address} 已被占用，可用 PORT 换一个端口', en: '{address} is taken; choose another PORT' },
  PortNotAllowed: { zh: '无权监听 {address}', en: 'not allowed to listen on {address}' },
  FolderLocked: {
    zh: '另一个服务正在使用数据目录 {dataDir}',
    en: 'another server is using the data folder {dataDir}',
  },
  FolderNotWritable: {
    zh: '数据目录 {dataDir} 不可写：{why}',
    en: 'the data folder {dataDir} cannot be written: {why}',
  },
  FolderTooNew: {
    zh: '数据目录 {dataDir} 由更新的版本写成，请用更新的程序打开（{why}）',
    en: 'the data folder was written by a newer version: {why}',
  },
  RestoreUnfinished: {
    zh: '数据目录 {dataDir} 的恢复没有完成，请再运行一次 taizhang restore',
    en: 'a restore into the data folder {dataDir} was not finished; run taizhang restore again',
  },
  FolderUnusable: { zh: '数据目录 {dataDir} 不能使用：{why}', en: 'the data folder cannot be used: {why}' },
  LogUnusable: { zh: '事件日志不能使用：{trouble}', en: 'the event log cannot be used: {why}' },
  LogIncomplete: {
    zh: '事件日志是未完成的副本，请再运行同一条 migrate-store',
    en: 'the event log is an unfinished copy: {why}',
  },
  DatabaseUnavailable: { zh: '数据库没有应答或太忙', en: 'the database cannot be reached: {why}' },
  DatabaseUnusable: { zh: '数据库的地址、账号、权限或版本不对', en: 'the database cannot be used: {why}' },
  StartFailed: { zh: '无法启动或继续：{why}', en: 'cannot start or go on: {why}' },
} as const satisfies Readonly<Record<string, Texts>>;
export type StartCode = keyof typeof START_TEXTS;

/** Why a server of the log cannot be used, in Chinese; in English its own message says it. */
const LOG_TROUBLES: Readonly<Record<ServerTrouble, string>> = {
  InvalidUrl: '连接串有误，或其中的文件读不到',
  Unreachable: '没有应答，或集群没有主节点',
  CertificateNotTrusted: '证书不受信任，用 tlsCAFile 指明签发机构',
  TlsMismatch: '一方用 TLS 而另一方不用，见连接串的 tls=',
  WrongCredentials: '用户名或密码不对',
  NoRightOnAll: '账号无权读取 $all',
  NoRight: '账号无权这样做',
  TooOld: '服务器太旧，至少要 23.10',
  NoLog: '那里还没有日志',
  NotOurs: '那里的内容不是本程序写的，或被人删过',
  AnotherLog: '那里已是另一个日志：服务器被恢复或换过',
};

type Params = Readonly<Record<string, string>>;

/** Why the server does not start: one line for whoever started it. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
  readonly code: StartCode;
  readonly messages: Texts;
  constructor(code: StartCode, params: Params, options?: ErrorOptions) {
    const messages = fill(START_TEXTS[code], params);
    super(messages.en, options);
    this.code = code;
    this.messages = messages;
  }

  get line(): string {
    return `${this.messages.zh} / ${this.messages.en} [${this.code}]`.replaceAll(/\s+/g, ' ');
  }
}

interface Where {
  readonly dataDir: string;
  readonly address: string;
}

/** Any error on the way up as a failure with an explanation; `where` is the data folder or the address. */
export function startFailureOf(error: unknown, where: Where): StartFailure {
  if (error instanceof StartFailure) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new StartFailure(codeOf(error), { ...where, why, trouble: troubleOf(error) ?? why }, { cause: error });
}

/** A server's trouble in Chinese, where it has a name. */
export function troubleOf(error: unknown): string | undefined {
  const { reason } = (error ?? {}) as { readonly reason?: ServerTrouble };
  return reason && LOG_TROUBLES[reason];
}

function codeOf(error: unknown): StartCode {
  if (error instanceof StoreTooNew || error instanceof KeptTooNew) return 'FolderTooNew';
  if (error instanceof StoreIncomplete) return 'LogIncomplete';
  if (error instanceof DatabaseUnusable) return 'DatabaseUnusable';
  if (error instanceof DatabaseUnavailable) return 'DatabaseUnavailable';
  if (error instanceof StoreUnavailable || (error instanceof StoreUnusable && error.reason)) return 'LogUnusable';
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'PortTaken';
  if (code === 'EACCES' && syscall === 'listen') return 'PortNotAllowed';
  return error instanceof StoreUnusable || code !== undefined ? 'FolderUnusable' : 'StartFailed';
}
