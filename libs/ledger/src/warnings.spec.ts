import { warningsOf } from './warnings.ts';

const codesOf = (data: object, type = 'RegisterProject') =>
  warningsOf({ type, data }).map(({ code, field }) => `${field}: ${code}`);

describe('a project code', () => {
  it.each(['2505-330354-04-01-274607', '2603-141124-89-05-346948', '2411-130202-89-01-637015'])(
    'of the platform passes: %s',
    (code) => expect(codesOf({ code })).toEqual([]),
  );

  it('typed in full width passes like the same in half width', () =>
    expect(codesOf({ code: '２５０５－330354－04－01－274607' })).toEqual([]));

  it.each(['2505-330354-04-01-274608', '2505-330354-04-01-724607', '2603-141124-89-05-346949'])(
    'with a wrong digit is warned of: %s',
    (code) => expect(codesOf({ code })).toEqual(['code: ProjectCodeCheckDigit']),
  );

  it('of before the switch has no check digit', () =>
    expect(codesOf({ code: '2019-330391-47-03-831266' })).toEqual([]));

  it.each(['A-1', '2505-330354-04-01-27460', '2505330354040127460'])('of another form is warned of: %s', (code) =>
    expect(codesOf({ code })).toEqual(['code: ProjectCodeForm']),
  );
});

describe('a social credit code', () => {
  const builder = (creditCode: string) => ({ builder: { name: '某公司', creditCode } });

  it.each(['91350100M000100Y43', '11370881004339597L'])('of the register passes: %s', (code) =>
    expect(codesOf(builder(code))).toEqual([]),
  );

  it.each(['91350100M000100Y4Z', '91350100M000100Y44', '11370881004339597I', '9135', '91350100m000100y43'])(
    'that does not pass its check is warned of: %s',
    (code) => expect(codesOf(builder(code))).toEqual(['builder.creditCode: CreditCodeCheckDigit']),
  );
});

describe('a correction', () => {
  it('is warned of like the fact it replaces', () =>
    expect(codesOf({ factId: 'x', reason: 'y', data: { code: 'A-1' } }, 'CorrectFact')).toEqual([
      'data.code: ProjectCodeForm',
    ]));
});

describe('data without codes', () => {
  it('has no warnings', () => expect(codesOf({ name: '某项目', builder: { name: '某公司' } })).toEqual([]));
});
