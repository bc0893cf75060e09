import { refused, sameJson, type Command, type Decider, type Texts } from '#kernel';
import type { ZoneDefined, ZoneEvent } from './events.ts';

export type ZoneCommand = Command<'DefineZone', ZoneDefined['data']>;
export type Zone = ZoneDefined['data'] | undefined;

/** The stream of one zone: defined once. Projects can only be registered in a zone that is defined. */
export const zone: Decider<Zone, ZoneCommand, ZoneEvent> = {
  initial: undefined,
  decide(command, defined) {
    if (defined) return sameJson(defined, command.data) ? [] : refused('ZoneAlreadyDefined', { name: defined.name });
    return [{ type: 'ZoneDefined', data: command.data }];
  },
  evolve: (_, event) => event.data,
};

export const ZONE_REFUSALS = {
  ZoneAlreadyDefined: {
    zh: '开发区“{name}”已经定义，内容不同',
    en: 'the zone "{name}" is already defined with other data',
  },
} as const satisfies Readonly<Record<string, Texts>>;
