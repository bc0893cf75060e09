import type { CommandPath } from '../api/client.ts';

/** What a form can lack and its field can define: where it is filed, and what is asked. */
export const DEFINITIONS = {
  zone: { path: '/api/zones', type: 'ZoneDefined', fields: 'name! level! kind! hostCounty! tier from!' },
  person: { path: '/api/people', type: 'PersonDefined', fields: 'name! unit post phone' },
  unit: { path: '/api/organizations', type: 'OrganizationDefined', fields: 'name! kind! parent from!' },
  catalogue: { path: '/api/catalogues', type: 'PermitCatalogueAdopted', fields: 'name! from! items! source' },
} as const satisfies Readonly<Record<string, { path: CommandPath; type: string; fields: string }>>;

export type Definable = keyof typeof DEFINITIONS;
