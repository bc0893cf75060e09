import { dayOf, instantOf, type Day } from '#kernel/dates';

/** Today in Shanghai, by the clock of this machine. */
export const today = (): Day => dayOf(instantOf(Date.now()));
