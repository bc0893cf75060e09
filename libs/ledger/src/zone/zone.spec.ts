import { eventId, scenario } from '#kernel/scenario';
import { zoneFacts, zoneLabels, zoneNames, zoneTiers } from './facts.ts';
import { zone } from './zone.ts';

const given = scenario(zone);
const data = {
  name: '示例经开区',
  level: 'provincial',
  kind: 'economic',
  hostCounty: '示例县',
  from: '2013-04-01',
} as const;
const defined = { type: 'ZoneDefined', data } as const;
const rename = (name: string, from: string) => ({ type: 'RenameZone', data: { name, from } }) as const;
const renamed = (name: string, from: string) => ({ type: 'ZoneRenamed', data: { name, from } }) as const;
const retier = (tier: string, from: string) => ({ type: 'RetierZone', data: { tier, from } }) as const;
const retiered = (tier: string, from: string) => ({ type: 'ZoneRetiered', data: { tier, from } }) as const;
const relabel = (labels: Record<string, string>) => ({ type: 'RelabelZone', data: { labels } }) as const;
const relabelled = (labels: Record<string, string>) => ({ type: 'ZoneRelabelled', data: { labels } }) as const;
const revoke = (n: number) => ({ type: 'RevokeFact', data: { factId: eventId(n), reason: '有误' } }) as const;
const revoked = (n: number) => ({ type: 'FactRevoked', data: { factId: eventId(n), reason: '有误' } }) as const;
const correction = (n: number, corrected: object) => ({ factId: eventId(n), data: corrected as never, reason: '填错' });
const names = (state: Parameters<typeof zoneFacts>[0]) =>
  zoneNames(zoneFacts(state)).map(({ value, from, until }) => [value, from, until]);

describe('a zone', () => {
  it('is defined once', () => given().when({ type: 'DefineZone', data }).then(defined));
  it('takes the same definition twice as one', () => given(defined).when({ type: 'DefineZone', data }).then());
  it('is not defined anew with other data', () =>
    given(defined)
      .when({ type: 'DefineZone', data: { ...data, name: '另一个' } })
      .thenRefused('ZoneAlreadyDefined', { name: '示例经开区' }));
  it('takes nothing before it is defined, nor once its definition is revoked', () => {
    for (const command of [rename('甲', '2020-01-01'), retier('一类', '2020-01-01'), relabel({ 'role.lead': '甲' })]) {
      given().when(command).thenRefused('ZoneNotFound');
      given(defined, revoked(1)).when(command).thenRefused('ZoneNotFound');
    }
    given().when(revoke(1)).thenRefused('ZoneNotFound');
  });
});

describe('a name', () => {
  it('holds from its day on, until the next', () => {
    given(defined).when(rename('高新区', '2018-06-01')).then(renamed('高新区', '2018-06-01'));
    given(defined, renamed('国家高新区', '2022-01-01'), renamed('高新区', '2018-06-01')).shows(names, [
      ['示例经开区', '2013-04-01', '2018-06-01'],
      ['高新区', '2018-06-01', '2022-01-01'],
      ['国家高新区', '2022-01-01', undefined],
    ]);
  });
  it('is not given from a day before the zone was defined', () =>
    given(defined)
      .when(rename('高新区', '2013-03-31'))
      .thenRefused('FactBeforeDefined', { from: '2013-03-31', definedFrom: '2013-04-01' }));
  it('is not given from a day to come', () => {
    given(defined).when(rename('高新区', '2026-11-23')).thenRefused('FactInTheFuture');
    given(defined).when(rename('高新区', '2026-11-22')).then(renamed('高新区', '2026-11-22'));
  });
  it('is not given twice from one day, nor from the day of the definition', () => {
    const once = given(defined, renamed('高新区', '2018-06-01'));
    once.when(rename('高新区', '2018-06-01')).then();
    once.when(rename('别的', '2018-06-01')).thenRefused('FactAlreadyFiled', { factId: eventId(2) });
    once.when(rename('别的', '2013-04-01')).thenRefused('FactAlreadyFiled', { factId: eventId(1) });
    once.when(rename('示例经开区', '2013-04-01')).then();
  });
  it('can be mended', () => {
    const once = [defined, renamed('高新区', '2018-06-01')] as const;
    const right = correction(2, { name: '高新区', from: '2018-07-01' });
    given(...once)
      .when({ type: 'CorrectFact', data: right })
      .then({ type: 'FactCorrected', data: right });
    given(...once)
      .when({ type: 'CorrectFact', data: correction(2, { name: '高新区', from: '2018-06-01' }) })
      .then();
    given(...once)
      .when({ type: 'CorrectFact', data: correction(2, { name: '高新区', from: '2026-12-01' }) })
      .thenRefused('FactInTheFuture');
    given(...once)
      .when({ type: 'CorrectFact', data: correction(9, {}) })
      .thenRefused('FactNotFound');
    given(...once, revoked(2))
      .when({ type: 'CorrectFact', data: correction(3, {}) })
      .thenRefused('MendingNotCorrectable');
    given(...once, { type: 'FactCorrected', data: right }).shows(names, [
      ['示例经开区', '2013-04-01', '2018-07-01'],
      ['高新区', '2018-07-01', undefined],
    ]);
    given(...once, revoked(2)).shows(names, [['示例经开区', '2013-04-01', undefined]]);
    given(...once)
      .when(revoke(2))
      .then(revoked(2));
    given(...once, revoked(2))
      .when(revoke(2))
      .then();
  });
  it('stands from the definition on where a correction moves that behind it', () => {
    const later = { ...data, from: '2020-01-01' };
    given(defined, renamed('高新区', '2018-06-01'), { type: 'FactCorrected', data: correction(1, later) }).shows(
      names,
      [['高新区', '2020-01-01', undefined]],
    );
  });
});

describe('a tier', () => {
  it('holds from its day on, also from the first where the definition says none', () => {
    given(defined).when(retier('一类', '2013-04-01')).then(retiered('一类', '2013-04-01'));
    given(defined, retiered('一类', '2013-04-01'), retiered('二类', '2019-01-01')).shows(
      (state) => zoneTiers(zoneFacts(state)).map(({ value, from, until }) => [value, from, until]),
      [
        ['一类', '2013-04-01', '2019-01-01'],
        ['二类', '2019-01-01', undefined],
      ],
    );
  });
  it('is refused where another holds from that day, or the zone was not there', () => {
    const tiered = { ...defined, data: { ...data, tier: '一类' } };
    given(tiered)
      .when(retier('二类', '2013-04-01'))
      .thenRefused('FactAlreadyFiled', { factId: eventId(1) });
    given(tiered).when(retier('二类', '2012-01-01')).thenRefused('FactBeforeDefined');
    given(tiered).when(retier('二类', '2027-01-01')).thenRefused('FactInTheFuture');
  });
});

describe('labels', () => {
  it('are replaced as a whole', () => {
    const lead = { 'role.lead': '挂点领导' };
    given(defined).when(relabel(lead)).then(relabelled(lead));
    given(defined).when(relabel({})).then();
    given(defined, relabelled(lead)).when(relabel(lead)).then();
    given(defined, relabelled(lead)).when(relabel({})).then(relabelled({}));
    given(defined, relabelled(lead), relabelled({ 'stage.signed': '落地' })).shows(
      (state) => zoneLabels(zoneFacts(state)),
      { 'stage.signed': '落地' },
    );
    given(defined, relabelled(lead), revoked(2)).shows((state) => zoneLabels(zoneFacts(state)), {});
  });
});
