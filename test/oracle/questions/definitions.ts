import fc from 'fast-check';
import { OrganizationsController } from '../../../libs/views/src/definitions/organizations.controller.ts';
import { ZonesController } from '../../../libs/views/src/definitions/zones.controller.ts';
import { isThereOn, nameOn, tierOn } from '../defined.ts';
import { TIERS } from '../ledgers.ts';
import { everyPage, type Kind } from './question.ts';
import { bytes } from './scope.ts';

interface AskedDefinitions {
  readonly of: 'zone' | 'organization';
  readonly text?: string;
  readonly tier?: string;
  readonly limit: string;
}

/** Zones or units as they were on a day, by name. */
export const definitions: Kind<AskedDefinitions> = {
  name: 'zones and units',
  drawn: fc
    .tuple(
      fc.constantFrom<AskedDefinitions['of']>('zone', 'organization'),
      fc.record(
        { text: fc.constantFrom('区', 'z', '局', '甲局'), tier: fc.constantFrom(...TIERS) },
        { requiredKeys: [] },
      ),
      fc.constantFrom('1', '50'),
    )
    .map(([of, { text, tier }, limit]) => ({
      of,
      limit,
      ...(text !== undefined && { text }),
      ...(of === 'zone' && tier !== undefined && { tier }),
    })),
  async answered(context, { of, ...asked }, point) {
    const controller = of === 'zone' ? new ZonesController(context) : new OrganizationsController(context);
    const { items, ...rest } = await everyPage((cursor) => controller.list({ ...asked, ...point, ...cursor }));
    return { ...rest, compared: items.map(({ id, name, tier }) => ({ id, name, tier })) };
  },
  expected(log, { of, text, tier }, then) {
    return log
      .ids(of, then.seq)
      .filter((id) => isThereOn(log, `${of}-${id}`, then))
      .map((id) => ({
        id,
        name: nameOn(log, `${of}-${id}`, then) as string,
        tier: of === 'zone' ? (tierOn(log, id, then) ?? null) : undefined,
      }))
      .filter((one) => (text === undefined || one.name.includes(text)) && (tier === undefined || one.tier === tier))
      .sort((a, b) => bytes(a.name, b.name) || bytes(a.id, b.id));
  },
};
