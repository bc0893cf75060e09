import type { Day, Json, Texts } from '#kernel';
import {
  CHOICE_TEXTS,
  FACT_TEXTS,
  hasLeftTheLists,
  type EffectiveFact,
  type ListedAsKeyProject,
  type ProjectRegistered,
} from '#ledger';
import type { NameOf } from '../names.ts';
import type { RelatedProjects } from './related.ts';

/** A value of a short list with what it is called. */
export const chosen = <T extends string>(value: T, texts: Readonly<Record<T, Texts>>): { id: T; label: Texts } => ({
  id: value,
  label: texts[value],
});

/** What a change of the registration data puts in which field. */
function changeOf(fact: EffectiveFact): Readonly<Record<string, Json>> | undefined {
  switch (fact.type) {
    case 'ProjectRenamed':
      return { name: fact.data.name };
    case 'ProjectCodeGiven':
      return { code: fact.data.code };
    case 'BuilderChanged':
      return { builder: fact.data.builder };
    case 'ContentRevised':
      return { content: fact.data.content };
    case 'TotalInvestmentChanged':
      return { totalInvestment: fact.data.amount };
    case 'IndustryReclassified':
      return { industry: { edition: fact.data.edition, code: fact.data.code } };
    case 'ProjectMovedToZone':
      return { zoneId: fact.data.zoneId };
    default:
      return undefined;
  }
}

/** The registration data as of a day, and each change of them. A change holds from the day it was filed. */
export function registrationBlock(facts: readonly EffectiveFact[], day: Day, nameOf: NameOf): object | null {
  const registered = facts.find((fact) => fact.type === 'ProjectRegistered');
  if (!registered) return null;
  const steps = facts.flatMap((fact) => {
    const change = changeOf(fact);
    return change ? [{ fact, change }] : [];
  });
  const inForce = steps.filter(({ fact }) => fact.filedOn <= day).map(({ change }) => change);
  const now = Object.assign({}, registered.data, ...inForce) as ProjectRegistered['data'];
  const { nature, capital, zoneId } = now;
  return {
    name: now.name,
    code: now.code ?? null,
    zone: nameOf(zoneId, day),
    nature: nature === undefined ? null : chosen(nature, CHOICE_TEXTS.nature),
    content: now.content ?? null,
    builder: now.builder ?? null,
    industry: now.industry ?? null,
    capital: capital === undefined ? null : chosen(capital, CHOICE_TEXTS.capital),
    totalInvestment: now.totalInvestment ?? null,
    place: now.place ?? null,
    source: now.source ?? null,
    filedOn: registered.filedOn,
    factId: registered.id,
    changes: steps.map(({ fact, change }) => {
      const { reason, doc } = fact.data as { reason?: string; doc?: string };
      const [field = '', value = null] = Object.entries(change)[0] ?? [];
      return {
        field,
        label: FACT_TEXTS[fact.type],
        value,
        ...(fact.type === 'ProjectMovedToZone' && { zone: nameOf(fact.data.zoneId, fact.filedOn) }),
        ...(reason !== undefined && { reason }),
        ...(doc !== undefined && { doc }),
        filedOn: fact.filedOn,
        factId: fact.id,
      };
    }),
  };
}

type Listed = ListedAsKeyProject['data'];

interface KeyListing {
  readonly year: number;
  readonly level: { readonly id: Listed['level']; readonly label: Texts };
  readonly category: { readonly id: Listed['category']; readonly label: Texts };
  readonly doc?: string;
  readonly filedOn: Day;
  readonly factId: string;
  removed: { readonly reason: string; readonly filedOn: Day; readonly factId: string } | null;
}

/** Every listing as a key project, by year and level; one that was taken off says so. */
export function keyListsBlock(facts: readonly EffectiveFact[]): readonly KeyListing[] {
  const listings: KeyListing[] = [];
  for (const { type, data, filedOn, id } of facts) {
    if (type === 'ListedAsKeyProject') {
      listings.push({
        year: data.year,
        level: chosen(data.level, CHOICE_TEXTS.keyListLevel),
        category: chosen(data.category, CHOICE_TEXTS.keyListCategory),
        ...(data.doc !== undefined && { doc: data.doc }),
        filedOn,
        factId: id,
        removed: null,
      });
    }
    if (type === 'RemovedFromKeyList') {
      const listing = listings.findLast(({ year, level }) => year === data.year && level.id === data.level);
      if (listing) listing.removed = { reason: data.reason, filedOn, factId: id };
    }
  }
  return listings.sort((a, b) => a.year - b.year || LEVELS.indexOf(a.level.id) - LEVELS.indexOf(b.level.id));
}

const LEVELS = Object.keys(CHOICE_TEXTS.keyListLevel);

/** How a project counts: a part of a package is no package of its own, and what has left the lists is not counted. */
export const COUNTED_AS_TEXTS = {
  project: { zh: '单个项目', en: 'a project of its own' },
  package: { zh: '打包项目', en: 'a package of several projects' },
  part: { zh: '打包项目的一部分', en: 'a part of a package' },
  nothing: { zh: '不计数', en: 'not counted' },
} as const satisfies Readonly<Record<string, Texts>>;

/** What it was merged into or split from, what was merged into or split from it, and how it counts for that. */
export function relationsBlock(facts: readonly EffectiveFact[], related: RelatedProjects): object {
  const merged = facts.findLast((fact) => fact.type === 'ProjectMergedInto');
  const split = facts.findLast((fact) => fact.type === 'ProjectSplitFrom');
  const isThere = facts.some(({ type }) => type === 'ProjectRegistered') && !hasLeftTheLists(facts);
  const countedAs = !isThere ? 'nothing' : split ? 'part' : related.parts.length > 0 ? 'package' : 'project';
  return {
    countedAs: chosen(countedAs, COUNTED_AS_TEXTS),
    mergedInto: merged
      ? {
          project: related.nameOf(merged.data.projectId),
          reason: merged.data.reason,
          filedOn: merged.filedOn,
          factId: merged.id,
        }
      : null,
    splitFrom: split
      ? {
          project: related.nameOf(split.data.projectId),
          share: split.data.share ?? null,
          filedOn: split.filedOn,
          factId: split.id,
        }
      : null,
    parts: related.parts,
    mergedHere: related.mergedHere,
  };
}
