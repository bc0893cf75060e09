import { changeOf } from './compared.ts';

describe('how a field differs between two points', () => {
  const change = (field: string, from: string, to: string, cause: string) => ({ field, from, to, cause });
  const compared = {
    changes: [
      change('stage', 'signed', 'completed', 'late'),
      change('stage', 'completed', 'inProduction', 'happened'),
      change('leaderId', 'a', 'b', 'happened'),
    ],
  } as never;

  it('goes from the first point to the second, whatever it was learned or happened on the way', () => {
    expect(changeOf(compared, 'stage')).toMatchObject({ from: 'signed', to: 'inProduction', all: { length: 2 } });
  });

  it('is nothing for a field that stayed', () => expect(changeOf(compared, 'name')).toBeUndefined());
});
