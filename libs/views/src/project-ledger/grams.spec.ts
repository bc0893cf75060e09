import fc from 'fast-check';
import { gramsOf, gramsOfQuery, searchable } from './grams.ts';

it('cuts text into neighbouring pairs, in one width and one case, without blanks', () => {
  expect(gramsOf('产业园 Ａb')).toEqual(['b ', 'ab', '业园', '产业', '园a'].sort());
});

it('leads from any part of a text, however long, to that text', () => {
  const text = fc.stringMatching(/^[a-f园区产业Ａ１ ]{1,300}$/);
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 1, max: 6 }), (whole, at, length) => {
      const characters = [...searchable(whole)];
      fc.pre(characters.length > 0);
      const from = at % characters.length;
      const { grams, beginning } = gramsOfQuery(characters.slice(from, from + length).join(''));
      const known = gramsOf(whole);
      if (beginning !== undefined) expect(known.some((gram) => gram.startsWith(beginning))).toBe(true);
      for (const gram of grams) expect(known).toContain(gram);
    }),
  );
});

it('finds nothing to lead anywhere in a text without characters', () =>
  expect(gramsOfQuery(' \u3000')).toEqual({ grams: [] }));
