import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname } from 'node:path';

function manifest(): string {
  const file = findPackageJSON('..', import.meta.url);
  if (file === undefined) throw new Error('there is no package.json above the program');
  return file;
}

/** The folder of the package this program lies in: the same one for sources and for the build. */
export const ownFolder = (): string => dirname(manifest());

/** The version of this program, from the package it lies in. */
export function ownVersion(): string {
  return (JSON.parse(readFileSync(manifest(), 'utf8')) as { version: string }).version;
}
