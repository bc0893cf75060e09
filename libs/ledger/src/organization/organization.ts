import { refused, sameJson, type Command, type Decider, type Texts } from '#kernel';
import type { OrganizationDefined, OrganizationEvent } from './events.ts';

export type OrganizationCommand = Command<'DefineOrganization', OrganizationDefined['data']>;
export type Organization = OrganizationDefined['data'] | undefined;

/** The stream of one unit: defined once. */
export const organization: Decider<Organization, OrganizationCommand, OrganizationEvent> = {
  initial: undefined,
  decide(command, defined, { missing }) {
    if (defined)
      return sameJson(defined, command.data) ? [] : refused('OrganizationAlreadyDefined', { name: defined.name });
    const [unknown] = missing;
    if (unknown !== undefined) return refused('UnitUnknown', { id: unknown.slice('organization-'.length) });
    return [{ type: 'OrganizationDefined', data: command.data }];
  },
  evolve: (_, event) => event.data,
};

export const ORGANIZATION_REFUSALS = {
  OrganizationAlreadyDefined: {
    zh: '单位“{name}”已经定义，内容不同',
    en: 'the organization "{name}" is already defined with other data',
  },
} as const satisfies Readonly<Record<string, Texts>>;
