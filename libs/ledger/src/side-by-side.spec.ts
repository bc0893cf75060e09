import { sideBySide } from './side-by-side.ts';

const items = Array.from({ length: 50 }, (_, i) => i);

it('does the work for every item once, in their order, at most so many at once', async () => {
  const begun: number[] = [];
  let [now, most] = [0, 0];
  await sideBySide(items, 7, async (item, index) => {
    begun.push(item);
    expect(index).toBe(item);
    most = Math.max(most, ++now);
    await Promise.resolve();
    now--;
  });
  expect(begun).toEqual(items);
  expect(most).toBe(7);
});

it('begins no more once one has failed, waits for those that were begun, and throws the failure', async () => {
  const [begun, ended]: number[][] = [[], []];
  const works = sideBySide(items, 3, async (item) => {
    begun?.push(item);
    await Promise.resolve();
    if (item === 1) throw new Error('the second fails');
    await Promise.resolve();
    ended?.push(item);
  });
  await expect(works).rejects.toThrow('the second fails');
  expect(begun).toEqual([0, 1, 2]);
  expect(ended).toEqual([0, 2]);
});

it('begins nothing after its signal', async () => {
  const ending = new AbortController();
  const begun: number[] = [];
  await sideBySide(
    items,
    1,
    async (item) => {
      begun.push(item);
      if (item === 2) ending.abort();
    },
    ending.signal,
  );
  await sideBySide(items, 1, async (item) => void begun.push(item), ending.signal);
  expect(begun).toEqual([0, 1, 2]);
});
