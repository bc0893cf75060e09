import type { CustomTypesConfig } from 'pg';

const BOOL = 16;
const INT8 = 20;
const INT2 = 21;
const INT4 = 23;
const OID = 26;
const FLOAT4 = 700;
const FLOAT8 = 701;
const NUMERIC = 1700;

const asText = (text: string): string => text;
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [BOOL]: (text) => text === 't',
  [INT2]: Number,
  [INT4]: Number,
  [OID]: Number,
  [FLOAT4]: Number,
  [FLOAT8]: Number,
  [INT8]: integer,
  [NUMERIC]: (text) => (/^-?\d+$/.test(text) ? integer(text) : Number(text)),
};

/** Values as SQLite gives them: whole numbers as numbers, as bigints where they are beyond 2^53; everything else is text. */
export const TYPES: CustomTypesConfig = { getTypeParser: (oid: number) => PARSERS[oid] ?? asText };

function integer(text: string): number | bigint {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : BigInt(text);
}
