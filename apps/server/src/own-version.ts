import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';

/** The version of this program, from the package it lies in: the same one for sources and for the build. */
export function ownVersion(): string {
  const file = findPackageJSON('..', import.meta.url);
  if (file === undefined) throw new Error('there is no package.json above the program');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
