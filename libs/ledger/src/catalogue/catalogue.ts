import { refused, sameJson, type Command, type Decider, type Texts } from '#kernel';
import type { CatalogueEvent, PermitCatalogueAdopted } from './events.ts';

export type CatalogueCommand = Command<'AdoptPermitCatalogue', PermitCatalogueAdopted['data']>;
export type Catalogue = PermitCatalogueAdopted['data'] | undefined;

/** The stream of one permit catalogue: adopted once. */
export const catalogue: Decider<Catalogue, CatalogueCommand, CatalogueEvent> = {
  initial: undefined,
  decide({ data }, adopted) {
    if (adopted) return sameJson(adopted, data) ? [] : refused('CatalogueAlreadyAdopted', { name: adopted.name });
    const ids = new Set<string>();
    for (const { id } of data.items) {
      if (ids.has(id)) return refused('PermitItemTwice', { id });
      ids.add(id);
    }
    return [{ type: 'PermitCatalogueAdopted', data }];
  },
  evolve: (_, event) => event.data,
};

export const CATALOGUE_REFUSALS = {
  CatalogueNotFound: { zh: '没有这部审批事项目录', en: 'there is no such catalogue' },
  CatalogueAlreadyAdopted: {
    zh: '审批事项目录“{name}”已经采用，内容不同；请作为新目录采用',
    en: 'the catalogue "{name}" is already adopted with other data; adopt it as another one',
  },
  PermitItemTwice: { zh: '目录中事项 {id} 重复', en: 'the catalogue names item {id} twice' },
} as const satisfies Readonly<Record<string, Texts>>;
