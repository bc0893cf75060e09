import { eventId, scenario } from '#kernel/scenario';
import { organizationFacts, organizationLeadsTo, organizationNames } from './facts.ts';
import { organization } from './organization.ts';

const given = scenario(organization);
const data = { name: '示例管委会', kind: 'committee', from: '2013-04-01' } as const;
const defined = { type: 'OrganizationDefined', data } as const;
const rename = (name: string, from: string) => ({ type: 'RenameOrganization', data: { name, from } }) as const;
const renamed = (name: string, from: string) => ({ type: 'OrganizationRenamed', data: { name, from } }) as const;
const merge = (into: string, from: string) => ({ type: 'MergeOrganization', data: { into, from } }) as const;
const merged = (into: string, from: string) => ({ type: 'OrganizationMerged', data: { into, from } }) as const;
const revoked = (n: number) => ({ type: 'FactRevoked', data: { factId: eventId(n), reason: '有误' } }) as const;
const correct = (n: number, corrected: object) =>
  ({ type: 'CorrectFact', data: { factId: eventId(n), data: corrected as never, reason: '填错' } }) as const;

describe('a unit', () => {
  it('is defined once', () => given().when({ type: 'DefineOrganization', data }).then(defined));
  it('takes the same definition twice as one', () => given(defined).when({ type: 'DefineOrganization', data }).then());
  it('is not defined anew with other data', () =>
    given(defined)
      .when({ type: 'DefineOrganization', data: { ...data, kind: 'other' } })
      .thenRefused('OrganizationAlreadyDefined', { name: '示例管委会' }));
  it('stands under a unit that somebody defined', () =>
    given()
      .when({ type: 'DefineOrganization', data: { ...data, parent: 'u9' } }, { missing: new Set(['organization-u9']) })
      .thenRefused('UnitUnknown', { id: 'u9' }));
  it('takes nothing before it is defined, nor once its definition is revoked', () => {
    for (const command of [rename('甲', '2020-01-01'), merge('u2', '2020-01-01')]) {
      given().when(command).thenRefused('OrganizationNotFound');
      given(defined, revoked(1)).when(command).thenRefused('OrganizationNotFound');
    }
  });
});

describe('a name', () => {
  it('holds from its day on, whatever the order of filing', () => {
    given(defined).when(rename('工信局', '2019-03-01')).then(renamed('工信局', '2019-03-01'));
    given(defined, renamed('丙', '2022-01-01'), renamed('乙', '2019-03-01')).shows(
      (state) => organizationNames(organizationFacts(state)).map(({ value, from }) => [value, from]),
      [
        ['示例管委会', '2013-04-01'],
        ['乙', '2019-03-01'],
        ['丙', '2022-01-01'],
      ],
    );
  });
  it('is refused before the definition, in the future, and twice from one day', () => {
    given(defined).when(rename('乙', '2013-03-31')).thenRefused('FactBeforeDefined');
    given(defined).when(rename('乙', '2026-11-23')).thenRefused('FactInTheFuture');
    const once = given(defined, renamed('乙', '2019-03-01'));
    once.when(rename('丙', '2019-03-01')).thenRefused('FactAlreadyFiled', { factId: eventId(2) });
    once.when(rename('乙', '2019-03-01')).then();
  });
});

describe('a merger', () => {
  it('leads to the unit it goes on in', () => {
    given(defined).when(merge('u2', '2024-01-01')).then(merged('u2', '2024-01-01'));
    given(defined, merged('u2', '2024-01-01')).when(merge('u2', '2024-01-01')).then();
    given(defined, merged('u2', '2024-01-01')).shows(
      (state) => organizationLeadsTo(organizationFacts(state)),
      ['organization-u2'],
    );
    given(defined, merged('u2', '2024-01-01'), revoked(2)).shows(
      (state) => organizationLeadsTo(organizationFacts(state)),
      [],
    );
  });
  it('into itself, in a circle, or into nobody is refused, by a correction too', () => {
    const circle = { leadsTo: ['organization-u2', 'stream-1'] };
    given(defined).when(merge('u2', '2024-01-01'), circle).thenRefused('OrganizationLeadsToItself');
    given(defined)
      .when(merge('u9', '2024-01-01'), { missing: new Set(['organization-u9']) })
      .thenRefused('UnitUnknown', { id: 'u9' });
    given(defined, merged('u3', '2024-01-01'))
      .when(correct(2, { into: 'u2', from: '2024-01-01' }), circle)
      .thenRefused('OrganizationLeadsToItself');
    given(defined)
      .when(correct(1, { ...data, parent: 'stream-1' }), { leadsTo: ['stream-1'] })
      .thenRefused('OrganizationLeadsToItself');
  });
  it('is refused before the definition, in the future, and a second time', () => {
    given(defined).when(merge('u2', '2013-03-31')).thenRefused('FactBeforeDefined');
    given(defined).when(merge('u2', '2026-11-23')).thenRefused('FactInTheFuture');
    given(defined, merged('u2', '2024-01-01'))
      .when(merge('u3', '2025-01-01'))
      .thenRefused('FactAlreadyFiled', { factId: eventId(2) });
  });
  it('ends what the unit can be called: no new name from its day on', () => {
    const gone = given(defined, merged('u2', '2024-01-01'));
    gone.when(rename('乙', '2024-01-01')).thenRefused('OrganizationIsMerged', { into: 'u2', from: '2024-01-01' });
    gone.when(rename('乙', '2023-12-31')).then(renamed('乙', '2023-12-31'));
    given(defined, renamed('乙', '2024-01-01'))
      .when(merge('u2', '2024-01-01'))
      .thenRefused('OrganizationRenamedSince', { factId: eventId(2) });
  });
});
