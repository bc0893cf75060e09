import { namesIn } from './names-in.ts';

it.each([
  ['inPeriod', 'inPeriod', 'inPeriod', 'inPeriod'],
  ['data.inPeriod.fen', 'inPeriod.fen', 'fen', 'inPeriod'],
  ['builder.creditCode', 'builder.creditCode', 'creditCode', 'builder'],
  ['rows.3.personId', 'rows.3.personId', 'personId', 'rows'],
])('looks %s up as %s, then as %s, then as %s', (path, ...names) => expect(namesIn(path)).toEqual(names));
