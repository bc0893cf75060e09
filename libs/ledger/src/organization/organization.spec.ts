import { scenario } from '#kernel/scenario';
import { organization } from './organization.ts';

const given = scenario(organization);
const data = { name: '示例管委会', kind: 'committee', from: '2013-04-01' } as const;
const defined = { type: 'OrganizationDefined', data } as const;

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
