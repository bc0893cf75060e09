/**
 * How many projects of an open order the answering process has settled since it took the order up. Every process that
 * answers carries orders out, so none has to count in the history.
 */
export type ReassignmentProgress = (orderId: string) => number;

export const REASSIGNMENT_PROGRESS = Symbol('REASSIGNMENT_PROGRESS');
