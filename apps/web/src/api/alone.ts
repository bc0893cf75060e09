type Work = () => Promise<void>;

/**
 * Does one work after the other: over all tabs by a lock of the browser. Where it lends none, as to a site that may keep no
 * data, over this tab only.
 */
export function oneByOne(name: string, locks: () => Pick<LockManager, 'request'>): (work: Work) => Promise<void> {
  let last = Promise.resolve();
  const here = (work: Work): Promise<void> => (last = last.then(work, work));
  return async (work) => {
    let isLent = false;
    const lent: Work = () => {
      isLent = true;
      return work();
    };
    try {
      await locks().request(name, lent);
    } catch (error) {
      if (isLent) throw error; // the work's own
      await here(work);
    }
  };
}
