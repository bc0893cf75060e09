import { scenario } from '#kernel/scenario';
import { target, targetIdOf, type SetTarget } from './target.ts';

const given = scenario(target);
const money = (fen: string, currency: 'CNY' | 'USD' = 'CNY') => ({ fen, currency });
const subject = { scope: 'county:420303', period: '2026', indicator: 'started' } as const;
const whole = { ...subject, threshold: money('5000000000'), industrial: true } as const;
const command = (data: SetTarget['data']): SetTarget => ({ type: 'SetTarget', data });
const set = (data: object) => ({ type: 'TargetSet', data: { ...subject, ...data } }) as never;
const revised = (data: object) => ({ type: 'TargetRevised', data: { reason: '年中调整', ...data } }) as never;
const revise = (data: object) => ({ type: 'ReviseTarget', data: { reason: '年中调整', ...data } }) as never;
const funds = (value: object) => ({ ...subject, indicator: 'fundsArrived', value }) as SetTarget['data'];

describe('a target', () => {
  it('is set for a scope and a period', () =>
    given()
      .when(command({ ...whole, value: 12 }))
      .then(set({ ...whole, value: 12 })));
  it('is set for several tiers at once', () =>
    given()
      .when(
        command({
          ...subject,
          tiers: [
            { tier: '一类', value: 8 },
            { tier: '二类', value: 4 },
          ],
        }),
      )
      .then(set({ tier: '一类', value: 8 }), set({ tier: '二类', value: 4 })));
  it('that is not only for industry says nothing of it', () =>
    given()
      .when(command({ ...subject, industrial: false, value: 3 }))
      .then(set({ value: 3 })));
  it('set again as it was adds nothing, also once it is revised', () => {
    given(set({ value: 12 }))
      .when(command({ ...subject, value: 12 }))
      .then();
    given(set({ value: 12 }), revised({ value: 15 }))
      .when(command({ ...subject, value: 12 }))
      .then();
    const tiers = [
      { tier: '二类', value: 4 },
      { tier: '一类', value: 8 },
    ];
    given(set({ tier: '一类', value: 8 }), set({ tier: '二类', value: 4 }))
      .when(command({ ...subject, tiers }))
      .then();
  });
  it('set again with another value is to be revised instead', () =>
    given(set({ value: 12 }))
      .when(command({ ...subject, value: 13 }))
      .thenRefused('TargetAlreadySet', { targetId: '1' }));
  it('of another tier than those set is another value', () =>
    given(set({ tier: '一类', value: 8 }))
      .when(command({ ...subject, tiers: [{ tier: '二类', value: 8 }] }))
      .thenRefused('TargetAlreadySet'));
  it('names a tier once', () =>
    given()
      .when(
        command({
          ...subject,
          tiers: [
            { tier: '一类', value: 8 },
            { tier: '一类', value: 8 },
          ],
        }),
      )
      .thenRefused('TargetTierTwice', { tier: '一类' }));
  it('is for the whole or by tier', () => {
    given()
      .when(command({ ...subject }))
      .thenRefused('TargetWholeOrByTier');
    given()
      .when(command({ ...subject, value: 8, tiers: [{ tier: '一类', value: 8 }] }))
      .thenRefused('TargetWholeOrByTier');
  });
  it('is for a zone that is there', () =>
    given()
      .when(command({ ...subject, scope: 'zone:z9', value: 8 }), { missing: new Set(['zone-z9']) })
      .thenRefused('ZoneUnknown', { id: 'z9' }));
});

describe('its value', () => {
  it.each<[string, SetTarget['data']]>([
    ['money for a number of projects', { ...subject, value: money('100') }],
    ['a number for money', { ...subject, indicator: 'fundsArrived', value: 100 }],
    ['more than the whole for a share', { ...subject, indicator: 'standardLandShare', value: 10_001 }],
    ['no money at all', funds(money('0'))],
  ])('fits the indicator: not %s', (_, data) => given().when(command(data)).thenRefused('TargetValueUnfit'));
  it('is in one currency', () => {
    const tiers = [
      { tier: '一类', value: money('100', 'USD') },
      { tier: '二类', value: money('100') },
    ];
    given()
      .when(command({ ...subject, indicator: 'fundsArrived', tiers }))
      .thenRefused('TargetCurrenciesMixed', { currency: 'USD' });
    given(set(funds(money('100', 'USD'))))
      .when(revise({ value: money('100') }))
      .thenRefused('TargetCurrenciesMixed', { currency: 'USD' });
  });
  it.each(['signed', 'completed', 'inProduction', 'standardLandShare'] as const)(
    'has a threshold or "industrial" for starts only, not for %s',
    (indicator) => {
      for (const condition of [{ threshold: money('1') }, { industrial: true }])
        given()
          .when(command({ ...subject, ...condition, indicator, value: 1 }))
          .thenRefused('TargetConditionUnfit');
    },
  );
});

describe('a revision', () => {
  it('changes the value and gives the reason', () =>
    given(set({ value: 12 }))
      .when(revise({ value: 15, doc: '〔2026〕1号' }))
      .then(revised({ value: 15, doc: '〔2026〕1号' })));
  it('to the same value adds nothing', () =>
    given(set({ value: 12 }), revised({ value: 15 }))
      .when(revise({ value: 15 }))
      .then());
  it('back to the first value is one', () =>
    given(set({ value: 12 }), revised({ value: 15 }))
      .when(revise({ value: 12 }))
      .then(revised({ value: 12 })));
  it('names the tier', () => {
    const tiers = [set({ tier: '一类', value: 8 }), set({ tier: '二类', value: 4 })] as const;
    given(...tiers)
      .when(revise({ value: 5, tier: '二类' }))
      .then(revised({ value: 5, tier: '二类' }));
    given(...tiers)
      .when(revise({ value: 5 }))
      .thenRefused('TargetTierNotSet', { tier: '', tiers: '一类、二类' });
    given(set({ value: 12 }))
      .when(revise({ value: 5, tier: '二类' }))
      .thenRefused('TargetTierNotSet', { tier: '二类' });
  });
  it('needs a target, and a value that fits', () => {
    given()
      .when(revise({ value: 5 }))
      .thenRefused('TargetNotFound');
    given(set({ value: 12 }))
      .when(revise({ value: money('5') }))
      .thenRefused('TargetValueUnfit');
  });
});

it('is the same target by what it is about, and not by its value', () => {
  const id = targetIdOf({ ...whole, value: 12 });
  expect(targetIdOf({ ...whole, value: 13 })).toBe(id);
  const others: SetTarget['data'][] = [
    { ...subject, value: 12 },
    { ...whole, scope: 'all', value: 12 },
    { ...whole, period: '2026-Q4', value: 12 },
    { ...whole, threshold: money('1'), value: 12 },
    { ...whole, tiers: [{ tier: '一类', value: 12 }] },
    funds(money('1')),
    funds(money('1', 'USD')),
  ];
  expect(new Set([id, ...others.map(targetIdOf)]).size).toBe(8);
});
