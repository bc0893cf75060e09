const GENERATION_MAX = 50_000;

/**
 * Last revisions of the streams in use, at most twice {@link GENERATION_MAX}. Two generations instead of a linked list:
 * when the young one is full it becomes the old one, and what nobody asked for meanwhile falls away.
 */
export class Heads {
  #young = new Map<string, number>();
  #old = new Map<string, number>();

  get(stream: string): number | undefined {
    return this.#young.get(stream) ?? this.#old.get(stream);
  }

  set(stream: string, revision: number): void {
    if (this.#young.size >= GENERATION_MAX && !this.#young.has(stream)) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(stream, revision);
  }

  clear(): void {
    this.#young = new Map();
    this.#old = new Map();
  }
}
