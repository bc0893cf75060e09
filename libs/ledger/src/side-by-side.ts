/**
 * Does the work for every item, in their order, at most so many at once. The first failure, or the signal, lets no further
 * one begin; it ends when all that were begun have ended, and then throws the failure.
 */
export async function sideBySide<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, index: number) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const left = items.entries();
  let failed = false;
  const one = async (): Promise<void> => {
    for (const [index, item] of left) {
      try {
        await work(item, index);
      } catch (error) {
        failed = true;
        throw error;
      }
      if (failed || signal?.aborted) return;
    }
  };
  if (signal?.aborted) return;
  const ended = await Promise.allSettled(Array.from({ length: Math.min(atOnce, items.length) }, one));
  const failure = ended.find((end) => end.status === 'rejected');
  if (failure) throw failure.reason;
}
