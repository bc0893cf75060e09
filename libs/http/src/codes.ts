import { fill, type Json, type Texts } from '#kernel';

interface HttpCode {
  readonly status: number;
  readonly texts: Texts;
}

/** What the HTTP layer itself answers instead of a result. A code is never used again for something else. */
export const HTTP_CODES = {
  ValidationFailed: { status: 400, texts: { zh: '有 {count} 处填写有误', en: 'fields that are wrong: {count}' } },
  MalformedJson: { status: 400, texts: { zh: '请求体不是合法的 JSON', en: 'the body is not valid JSON' } },
  ForbiddenKey: {
    status: 400,
    texts: {
      zh: 'JSON 中含有不允许的键（__proto__ 或 constructor）',
      en: 'the JSON has a key that is not allowed (__proto__ or constructor)',
    },
  },
  NotUtf8: { status: 400, texts: { zh: '请求体不是 UTF-8 文字', en: 'the body is not UTF-8 text' } },
  BadRequest: { status: 400, texts: { zh: '请求无法理解', en: 'the request cannot be understood' } },
  BadAddress: { status: 400, texts: { zh: '网址写法有误', en: 'the address is malformed' } },
  IfMatchMalformed: {
    status: 400,
    texts: { zh: 'If-Match 应为一个带引号的版本号，如 "3"', en: 'If-Match must be one quoted revision, like "3"' },
  },
  IfMatchNotHere: {
    status: 400,
    texts: { zh: '新建时不接受 If-Match', en: 'If-Match is not taken where something new is made' },
  },
  IdempotencyKeyMalformed: {
    status: 400,
    texts: {
      zh: 'Idempotency-Key 应为 1 到 {max} 个可见 ASCII 字符',
      en: 'Idempotency-Key must be 1 to {max} visible ASCII characters',
    },
  },
  CursorInvalid: {
    status: 400,
    texts: {
      zh: '游标无效：被改动过，或不是这次查询给出的',
      en: 'the cursor is invalid: changed, or given by another query',
    },
  },
  AfterTokenInvalid: {
    status: 400,
    texts: { zh: 'after 不是本系统给出的标记', en: 'after is no token of this ledger' },
  },
  AfterTokenForeign: {
    status: 400,
    texts: { zh: 'after 是另一个台账给出的标记', en: 'after is a token of another ledger' },
  },
  AfterTokenUnknown: {
    status: 400,
    texts: {
      zh: 'after 所指之处本台账没有事件：日志是否恢复过或换过？',
      en: 'no event of this ledger stands where after says: was its log restored or swapped?',
    },
  },
  HostNotLocal: {
    status: 403,
    texts: {
      zh: '尚无登录，只接受发往本机名称的请求，不接受 {host}',
      en: 'there is no sign-in yet: requests are taken under a name of this machine only, not {host}',
    },
  },
  NoSuchAddress: { status: 404, texts: { zh: '没有这个网址', en: 'there is nothing at this address' } },
  PeriodAhead: {
    status: 400,
    texts: {
      zh: '{period} 尚未开始（{first} 起），没有数字可答',
      en: '{period} has not begun (it begins on {first}): there are no figures yet',
    },
  },
  KnownAtAhead: {
    status: 400,
    texts: {
      zh: '所问的时刻 {instant} 尚未到来：那时的台账还不知道',
      en: 'the time asked for, {instant}, has not come yet: nobody knows what will be known then',
    },
  },
  KnownSeqAhead: {
    status: 400,
    texts: {
      zh: '还没有序号为 {seq} 的事件：最后一个是 {last}',
      en: 'there is no event {seq} yet: the last one is {last}',
    },
  },
  KnownBeforeFirst: {
    status: 400,
    texts: {
      zh: '所问的时刻 {instant} 早于台账的第一个事件（{first}），当时一无所知',
      en: 'the time asked for, {instant}, is before the first event of the ledger ({first}): nothing was known then',
    },
  },
  CutOffBeforeFirst: {
    status: 400,
    texts: {
      zh: '时段截止于 {instant}，早于台账的第一个事件（{first}），当时一无所知：导入的时段请用 by=filed，或用 knownAt 指明按何时所知',
      en: 'the cut-off {instant} is before the first event of the ledger ({first}): nothing was known then. Ask with by=filed for an imported period, or say with knownAt by which knowledge',
    },
  },
  NothingKnown: {
    status: 400,
    texts: { zh: '台账还没有事件，无从回看', en: 'the ledger has no event yet: there is no past to look at' },
  },
  SeriesSwapped: {
    status: 400,
    texts: {
      zh: '起日 {from} 晚于止日 {to}：请对调',
      en: 'the series begins on {from}, after it ends on {to}: swap them',
    },
  },
  SeriesAhead: {
    status: 400,
    texts: {
      zh: '止日 {to} 尚未结束，当日终了时所知还不能确定：clock=known 最晚到 {last}',
      en: 'the day {to}, to which the series goes, is not over: what is known at its end is not certain yet. With clock=known ask for days up to {last}',
    },
  },
  SeriesTooLong: {
    status: 400,
    texts: {
      zh: '时点超过 {max} 个：请缩短起止，或改为每周、每月',
      en: 'there are more than {max} points: ask for a shorter range, or by week or month',
    },
  },
  PointsSwapped: {
    status: 400,
    texts: {
      zh: '比较的起点在所知或业务日期上晚于终点：起点所知至 {fromSeq}、判定 {fromDay}，终点所知至 {toSeq}、判定 {toDay}',
      en: 'the point to compare from is later on one of the clocks than the one to compare to: from event {fromSeq} on {fromDay}, to event {toSeq} on {toDay}',
    },
  },
  ScopeTooLarge: {
    status: 400,
    texts: {
      zh: '{scope} 的项目超过 {max} 个，按填报口径逐个重放过多：请缩小范围',
      en: '{scope} has more than {max} projects, too many to be folded from what was filed: ask for a smaller scope',
    },
  },
  ProjectNotKnownYet: {
    status: 404,
    texts: {
      zh: '截至第 {seq} 个事件还没有项目 {id}：它的第一个事件是第 {since} 个',
      en: 'up to event {seq} there was no project {id}: its first event is {since}',
    },
  },
  EventNotFound: { status: 404, texts: { zh: '没有事件 {id}', en: 'there is no event {id}' } },
  EventNotKnownYet: {
    status: 404,
    texts: {
      zh: '截至第 {seq} 个事件还没有事件 {id}：它是第 {since} 个',
      en: 'up to event {seq} there was no event {id}: it is number {since}',
    },
  },
  ScopeUnknown: { status: 404, texts: { zh: '没有开发区属于 {scope}', en: 'no zone lies in {scope}' } },
  NotFound: { status: 404, texts: { zh: '没有找到', en: 'not found' } },
  MethodNotAllowed: {
    status: 405,
    texts: { zh: '此网址只接受 {allow}', en: 'this address takes {allow} only' },
  },
  NotAcceptable: {
    status: 406,
    texts: { zh: '此网址只给 {type}', en: 'this address answers with {type} only' },
  },
  ChangedSinceRead: {
    status: 412,
    texts: {
      zh: '读取之后已有改动：现为版本 {revision}，改动列在 changes 中',
      en: 'it has changed since it was read: it is at revision {revision} now, see changes',
    },
  },
  RevisionAhead: {
    status: 412,
    texts: {
      zh: 'If-Match 所写的版本 {ifMatch} 还不存在：现为版本 {revision}',
      en: 'there is no revision {ifMatch}, which If-Match names, yet: it is at revision {revision}',
    },
  },
  BodyTooLarge: {
    status: 413,
    texts: { zh: '请求体过大，最多 {max} 字节', en: 'the body is too large, at most {max} bytes' },
  },
  AddressTooLong: { status: 414, texts: { zh: '网址过长', en: 'the address is too long' } },
  NotJson: {
    status: 415,
    texts: { zh: '请求体应为 application/json', en: 'the body must be application/json' },
  },
  IdempotencyKeyReused: {
    status: 422,
    texts: {
      zh: '这个 Idempotency-Key 已用于内容不同的请求',
      en: 'this Idempotency-Key was used for a request with other content',
    },
  },
  HeadersTooLarge: { status: 431, texts: { zh: '请求头过大', en: 'the headers are too large' } },
  Unexpected: {
    status: 500,
    texts: {
      zh: '服务器内部错误，请凭请求编号 {requestId} 查日志',
      en: 'unexpected error; look for request {requestId} in the log',
    },
  },
  StoreUnavailable: {
    status: 503,
    texts: {
      zh: '台账暂时不能写入或读取；用同一 Idempotency-Key 重试是安全的',
      en: 'the ledger cannot be reached now; trying again with the same Idempotency-Key is safe',
    },
  },
  EventNotUnderstood: {
    status: 503,
    texts: {
      zh: '{stream} 的第 {revision} 个事件（{type}）是更新版本的程序写入的，本程序读不懂，因此不作任何推断：请升级程序',
      en: 'a later version of this program wrote event {revision} of {stream} ({type}); this one cannot read it and makes nothing of it: use the later version',
    },
  },
  DatabaseUnavailable: {
    status: 503,
    texts: {
      zh: '数据库暂时不能使用，请稍后再试；命令用同一 Idempotency-Key 重试是安全的',
      en: 'the database cannot be reached now; try again soon, a command with the same Idempotency-Key is safe',
    },
  },
  Contended: {
    status: 503,
    texts: {
      zh: '同时写入同一对象的请求过多；用同一 Idempotency-Key 重试是安全的',
      en: 'too many write to the same thing at once; trying again with the same Idempotency-Key is safe',
    },
  },
  FeedFull: {
    status: 503,
    texts: {
      zh: '同时跟随事件流的已有 {max} 个，请稍后再来',
      en: '{max} follow the feed already; come again later',
    },
  },
  ViewNotReady: {
    status: 503,
    texts: { zh: '视图 {view} 正在建立，请稍后再查', en: 'the view {view} is being built; ask again soon' },
  },
  ViewBehind: {
    status: 503,
    texts: {
      zh: '视图 {view} 只读到 {seq}，尚未读到 {asked}，请稍后再查',
      en: 'the view {view} has seen {seq} events and not yet {asked}; ask again soon',
    },
  },
  NotReady: { status: 503, texts: { zh: '尚未就绪：{reasons}', en: 'not ready: {reasons}' } },
} as const satisfies Readonly<Record<string, HttpCode>>;
export type HttpCodeName = keyof typeof HTTP_CODES;

/** The short text over all problems of one status; `detail` says more. */
const TITLES: Readonly<Record<number, Texts>> = {
  400: { zh: '请求有误', en: 'Bad request' },
  403: { zh: '不允许', en: 'Not allowed' },
  404: { zh: '没有找到', en: 'Not found' },
  405: { zh: '方法不允许', en: 'Method not allowed' },
  406: { zh: '没有所要的格式', en: 'Not acceptable' },
  409: { zh: '未受理', en: 'Refused' },
  412: { zh: '版本不符', en: 'Another revision' },
  413: { zh: '内容过大', en: 'Too large' },
  414: { zh: '网址过长', en: 'Address too long' },
  415: { zh: '格式不受支持', en: 'Unsupported media type' },
  422: { zh: '重复的键', en: 'Key used before' },
  431: { zh: '请求头过大', en: 'Headers too large' },
  500: { zh: '内部错误', en: 'Internal error' },
  503: { zh: '暂不可用', en: 'Not available now' },
};

export function titleOf(status: number): Texts {
  return TITLES[status] ?? { zh: '错误', en: 'Error' };
}

export function httpTexts(code: HttpCodeName, params: Readonly<Record<string, Json>>): Texts {
  return fill(HTTP_CODES[code].texts, params);
}
