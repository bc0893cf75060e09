import { scenario } from '#kernel/scenario';
import { catalogue } from './catalogue.ts';

const given = scenario(catalogue);
const data = { name: '审批事项 2018', from: '2018-01-01', items: [{ id: 'env', name: '环评批复' }] };
const adopted = { type: 'PermitCatalogueAdopted', data } as const;

it('is adopted once', () => given().when({ type: 'AdoptPermitCatalogue', data }).then(adopted));
it('takes the same catalogue twice as one', () => given(adopted).when({ type: 'AdoptPermitCatalogue', data }).then());
it('never changes', () =>
  given(adopted)
    .when({ type: 'AdoptPermitCatalogue', data: { ...data, items: [{ id: 'land', name: '用地预审' }] } })
    .thenRefused('CatalogueAlreadyAdopted', { name: '审批事项 2018' }));
it('names an item once', () =>
  given()
    .when({ type: 'AdoptPermitCatalogue', data: { ...data, items: [...data.items, { id: 'env', name: '环评' }] } })
    .thenRefused('PermitItemTwice', { id: 'env' }));
