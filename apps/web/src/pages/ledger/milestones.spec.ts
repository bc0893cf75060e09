import { areaOf, bodyOf, nextVerb } from './milestones.ts';

describe('a milestone entered in the row', () => {
  it('is by default the next one on the spine, and for a suspended project its resumption', () => {
    expect(nextVerb({ stage: 'permitted', standing: 'active' })).toBe('start-construction');
    expect(nextVerb({ stage: 'constructionStarted', standing: 'suspended' })).toBe('resume');
  });

  it('is sent with its date as it was typed, and with what was said beside it', () => {
    expect(bodyOf('start-construction', { on: '2026-05-T1', note: '  ', proof: ' 县发〔2026〕1号 ' })).toEqual({
      on: '2026-05-T1',
      proof: '县发〔2026〕1号',
    });
  });

  it.each([
    ['start-construction', {}],
    ['file', { on: '2026' }],
    ['supply-land', { on: '2026', mode: 'auction' as const, mu: '一百亩' }],
    ['supply-land', { on: '2026', mu: '100' }],
    ['suspend', { on: '2026', reason: ' ' }],
    ['exit', { on: '2026', exitKind: 'other' as const }],
  ] as const)('is not sent as long as something is missing: %s %j', (verb, typed) =>
    expect(bodyOf(verb, typed)).toBeUndefined(),
  );

  it.each([
    ['file', { on: '2026', filingKind: 'filing' as const }, { on: '2026', kind: 'filing' }],
    [
      'supply-land',
      { on: '2026', mode: 'lease' as const, mu: '120.5' },
      { on: '2026', mode: 'lease', area: 8_033_333 },
    ],
    [
      'exit',
      { on: '2026', exitKind: 'agreed' as const, reason: '资金' },
      { on: '2026', kind: 'agreed', reason: '资金' },
    ],
  ] as const)('takes what %s needs', (verb, typed, body) => expect(bodyOf(verb, typed)).toEqual(body));

  it.each([
    ['1', 66_667],
    ['1500', 100_000_000],
    ['0', undefined],
    ['-1', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('reads %s mu as %s', (mu, area) => expect(areaOf(mu)).toBe(area));
});
