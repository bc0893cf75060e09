/** All parts of the process, for what watches over them. */
export const PARTS = Symbol('PARTS');
