import { scenario } from '#kernel/scenario';
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

it('is defined once', () => given().when({ type: 'DefineZone', data }).then(defined));
it('takes the same definition twice as one', () => given(defined).when({ type: 'DefineZone', data }).then());
it('is not defined anew with other data', () =>
  given(defined)
    .when({ type: 'DefineZone', data: { ...data, name: '另一个' } })
    .thenRefused('ZoneAlreadyDefined', { name: '示例经开区' }));
