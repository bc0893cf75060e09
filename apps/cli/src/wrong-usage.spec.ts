import { Command, Option, type CommanderError } from 'commander';
import { anId } from './arguments.ts';
import { wrongUsage } from './wrong-usage.ts';

function said(...args: string[]): [string, string] {
  const program = new Command('taizhang');
  program
    .command('leader')
    .argument('<id>', '', anId)
    .requiredOption('--role <role>')
    .addOption(new Option('--list <list>').choices(['held', 'tenures']));
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({ outputError: () => undefined });
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    const { zh, en } = wrongUsage(error as CommanderError);
    return [zh, en];
  }
  throw new Error('nothing is wrong');
}

const ID = '00000000-0000-4000-8000-000000000000';

describe('wrong usage is said in both languages', () => {
  it.each([
    [['nobody'], '没有命令 nobody，见 --help', "unknown command 'nobody', see --help"],
    [
      ['leader', ID, '--role', 'lead', '--lits', 'held'],
      '没有选项 --lits，见 --help',
      "unknown option '--lits' (Did you mean --list?), see --help",
    ],
    [['leader', '--role', 'lead'], '缺少参数 <id>，见 --help', "missing required argument 'id', see --help"],
    [['leader', ID], '缺少选项 --role <role>，见 --help', "required option '--role <role>' not specified, see --help"],
    [
      ['leader', ID, '--role'],
      '选项 --role <role> 没有给出值，见 --help',
      "option '--role <role>' argument missing, see --help",
    ],
    [['leader', 'x', '--role', 'lead'], '<id> 的值 x 不对：不是编号', '<id> cannot be x: not an id'],
    [
      ['leader', ID, '--list', 'mine'],
      '--list <list> 的值 mine 不对：可选 held, tenures',
      '--list <list> cannot be mine: choose from held, tenures',
    ],
  ])('%j', (args, zh, en) => {
    expect(said(...args)).toEqual([zh, en]);
  });

  it('too many arguments', () => {
    expect(said('leader', ID, 'x', '--role', 'lead')[0]).toBe('参数过多，见 --help');
  });
});
