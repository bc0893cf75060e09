import { dataOf, isSame, kindOf, typed } from './fields.ts';
import { FORMS, formOfType, groupOf } from '../pages/project/forms.ts';

const LAND = FORMS['supply-land'].fields;
const names = (specs: readonly string[]) => specs.map((spec) => spec.replace('!', ''));

describe('the form of a fact', () => {
  it('turns what is typed into data and back, to the last unit', () => {
    const data = {
      on: '2024-07',
      mode: 'auction',
      area: 9811950,
      termYears: 50,
      agreedStart: '2024-09-T2',
      standardLand: false,
    };
    const { data: again, missing, unread } = dataOf(LAND, typed(names(LAND), data));
    expect(again).toEqual(data);
    expect([...missing, ...unread]).toEqual([]);
  });

  it('keeps money exact, in 万元', () => {
    const before = { period: '2026-05', inPeriod: { fen: '1234567', currency: 'CNY' } };
    const values = typed(names(FORMS['report-investment'].fields), before);
    expect(values['inPeriod']).toBe('1.234567');
    expect(dataOf(FORMS['report-investment'].fields, values, before).data).toEqual(before);
  });

  it('takes digits in full width, and no amount below nothing or without end', () => {
    const amount = (inPeriod: string) => dataOf(['inPeriod'], { inPeriod });
    expect(amount('１，２３４．５').data).toEqual({ inPeriod: { fen: '1234500000', currency: 'CNY' } });
    for (const text of ['-1', '1e99', 'abc', '1.2345678']) expect(amount(text).unread).toEqual(['inPeriod']);
    expect(dataOf(['share'], { share: '１２．５' }).data).toEqual({ share: 1250 });
  });

  it('takes an area in 亩, or in the unit that stands behind it', () => {
    expect(dataOf(['area'], { area: '１００' }).data).toEqual({ area: 6_666_667 });
    expect(dataOf(['area'], { area: '66,666.67㎡' }).data).toEqual({ area: 6_666_667 });
  });

  it('takes a period, and no day for one', () => {
    expect(dataOf(['period'], { period: '2026-10' }).data).toEqual({ period: '2026-10' });
    expect(dataOf(['period'], { period: '2026-10-31' }).unread).toEqual(['period']);
  });

  it('keeps the currency of what arrived', () => {
    const before = { on: '2026-05', amount: { fen: '5000000', currency: 'USD' } };
    expect(dataOf(FORMS['record-funds'].fields, { on: '2026-05', amount: '6' }, before).data).toEqual({
      on: '2026-05',
      amount: { fen: '6000000', currency: 'USD' },
    });
  });

  it('names what is missing and what it cannot read', () =>
    expect(dataOf(LAND, { mode: 'auction', area: 'eleven', on: 'soon' })).toMatchObject({
      missing: [],
      unread: ['on', 'area'],
    }));

  it('keeps what no form shows, and drops what was emptied', () =>
    expect(
      dataOf(FORMS['assign-leader'].fields, { personId: 'p', lead: 'yes', from: '2026' }, { orderId: 'o', doc: 'd' }),
    ).toEqual({ data: { personId: 'p', lead: true, from: '2026', orderId: 'o' }, missing: [], unread: [] }));

  it('is the same data in whatever order it is filled in', () => {
    const data = { on: '2024', builder: { name: '甲', creditCode: '1' }, evidence: ['a', 'b'] };
    expect(isSame(data, { evidence: ['a', 'b'], builder: { creditCode: '1', name: '甲' }, on: '2024' })).toBe(true);
    expect(isSame(data, { ...data, note: '补' })).toBe(false);
    expect(isSame(data, { ...data, evidence: ['a'] })).toBe(false);
    expect(isSame(data, { ...data, builder: { name: '甲' } })).toBe(false);
  });

  it('is found by the type of the event, the registration included', () => {
    expect(formOfType('ConstructionStarted')).toBe(FORMS['start-construction']);
    expect(formOfType('ProjectRegistered')?.fields).toContain('name!');
    expect([groupOf('FactRevoked'), groupOf('SiteVisited')]).toEqual(['mending', 'site']);
  });

  it('asks of every field by its kind', () =>
    expect(['on', 'amount', 'personId', 'permitNo'].map(kindOf)).toEqual(['date', 'money', 'person', 'text']));
});

describe('the parts of a form', () => {
  const BUILDER = FORMS['change-builder'].fields;
  const FUNDS = FORMS['record-funds'].fields;

  it('makes one whole of them, and takes it apart again', () => {
    const data = { builder: { name: '示例新材料有限公司', creditCode: '91350100M000100Y43' } };
    expect(dataOf(BUILDER, typed(names(BUILDER), data)).data).toEqual(data);
    expect(dataOf(BUILDER, { 'builder.name': '示例新材料有限公司' }, data).data).toEqual({
      builder: { name: '示例新材料有限公司' },
    });
    expect(dataOf(['builder.name', 'builder.creditCode'], {}, data).data).toEqual({});
  });

  it('files funds in the currency they arrived in', () =>
    expect(dataOf(FUNDS, { on: '2026-05', amount: '6', 'amount.currency': 'USD' })).toEqual({
      data: { on: '2026-05', amount: { fen: '6000000', currency: 'USD' } },
      missing: [],
      unread: [],
    }));

  it('takes a share in per cent', () => {
    const fields = ['share'];
    expect(dataOf(fields, { share: '12.5' }).data).toEqual({ share: 1250 });
    expect(typed(fields, { share: 10_000 })).toEqual({ share: '100' });
  });

  it('reads the permits of a catalogue line by line', () => {
    const fields = ['items'];
    expect(dataOf(fields, { items: ' env  环境影响评价 批复 \n\nland 用地预审' }).data).toEqual({
      items: [
        { id: 'env', name: '环境影响评价 批复' },
        { id: 'land', name: '用地预审' },
      ],
    });
    expect(dataOf(fields, { items: 'env' }).unread).toEqual(['items']);
  });
});
