/**
 * Lets the works of one name run one after the other, and those of different names side by side. Many callers on one
 * stream would otherwise race each other to its next revision again and again.
 */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  async take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(name);
    const now = before === undefined ? work() : before.then(work, work);
    this.last.set(name, now);
    try {
      return await now;
    } finally {
      if (this.last.get(name) === now) this.last.delete(name);
    }
  }
}
