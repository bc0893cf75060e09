import { createContext } from 'react';

/** Whether Tab stops at the links and buttons in it, as in a grid that has one stop a row; where nothing is said, it does. */
export const TabStop = createContext<0 | -1 | undefined>(undefined);
