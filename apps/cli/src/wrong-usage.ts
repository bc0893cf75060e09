import type { CommanderError } from 'commander';
import type { Texts } from '#kernel';

/** What commander finds wrong, in Chinese: its own words are English. It quotes the option or the argument. */
const ZH: Readonly<Record<string, (quoted: string) => string>> = {
  'commander.unknownCommand': (command) => `没有命令 ${command}`,
  'commander.unknownOption': (option) => `没有选项 ${option}`,
  'commander.missingArgument': (argument) => `缺少参数 <${argument}>`,
  'commander.excessArguments': () => '参数过多',
  'commander.optionMissingArgument': (option) => `选项 ${option} 没有给出值`,
  'commander.missingMandatoryOptionValue': (option) => `缺少选项 ${option}`,
};

/** `option '--leader <id>' argument 'x' is invalid. <why>`, `command-argument value 'x' is invalid for argument 'id'. <why>` */
const INVALID =
  /^(?:option '(.*?)' argument '(.*)'|command-argument value '(.*)') is invalid(?: for argument '(.*?)')?\. (.*)$/s;
const CHOICES = /^Allowed choices are (.*)\.$/;

/** Wrong usage in both languages, on one line. */
export function wrongUsage({ code, message }: CommanderError): Texts {
  const said = message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
  const [, option, given, value, argument, why] = INVALID.exec(said) ?? [];
  if (why !== undefined) return invalid(option ?? `<${argument}>`, given ?? value ?? '', why);
  const [, quoted = ''] = /'([^']*)'/.exec(said) ?? [];
  const zh = ZH[code]?.(quoted) ?? '用法不对';
  return { zh: `${zh}，见 --help`, en: `${said.replace(/[.?]$/, '')}, see --help` };
}

/** Why a value is none is said by us, in both languages, or by commander, which has only to name the choices. */
function invalid(what: string, value: string, why: string): Texts {
  const choices = CHOICES.exec(why)?.[1];
  const [zh = '', en = zh] = choices === undefined ? why.split(' / ') : [`可选 ${choices}`, `choose from ${choices}`];
  return { zh: `${what} 的值 ${value} 不对：${zh}`, en: `${what} cannot be ${value}: ${en}` };
}
