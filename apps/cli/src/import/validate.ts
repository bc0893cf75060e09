import 'reflect-metadata';
import { errorOf } from '#http';
import { correctionFaults, validateCommand } from '#ledger/commands';
import type { Validate } from './planned.ts';

/** The API's own validation of a command's data, so that an import cannot file what a request could not. */
export const validateAsTheApiDoes: Validate = (command, history) => {
  const faults = validateCommand(command.type, command.data);
  const all = command.type === 'CorrectFact' ? [...faults, ...correctionFaults(command, history)] : faults;
  return all.map(errorOf).map(({ field, messages: { zh, en } }) => ({ zh: `${field} ${zh}`, en: `${field} ${en}` }));
};
