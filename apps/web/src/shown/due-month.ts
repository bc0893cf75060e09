import { monthFromNumber, monthNumber } from '#kernel/periods';

/** The month whose report is due on a day: the last one that is over. Forms propose it. */
export const dueMonth = (day: string): string => monthFromNumber(monthNumber(day) - 1);
