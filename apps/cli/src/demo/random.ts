/** Chance that one seed replays: the same draws in the same order on every machine. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  /** True that many times in a hundred. */
  percent(chance: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** The same elements in another order. */
  shuffled<T>(from: readonly T[]): T[];
}

const RANGE = 4_294_967_296;

/** Draws by mulberry32, which is small and even enough for a demonstration. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / RANGE;
  };
  const int = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    int,
    percent: (chance) => next() * 100 < chance,
    pick: <T>(from: readonly T[]) => from[int(0, from.length - 1)] as T,
    shuffled: <T>(from: readonly T[]) => {
      const elements = [...from];
      for (let i = elements.length - 1; i > 0; i--) {
        const j = int(0, i);
        [elements[i], elements[j]] = [elements[j] as T, elements[i] as T];
      }
      return elements;
    },
  };
}
