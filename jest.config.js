import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
// The tests run the sources, which name each other as `.ts`; only the build rewrites that to `.js`.
swc.jsc.rewriteRelativeImportExtensions = false;
delete swc.$schema;

/** Native ES modules, transpiled by swc; `#lib` imports resolve to the sources through the "source" condition. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  // A machine many times slower than a developer's, with another worker beside it, is to come to its end too.
  testTimeout: 180_000,
  globalSetup: '<rootDir>/scripts/test-postgres.setup.cjs',
  globalTeardown: '<rootDir>/scripts/test-postgres.teardown.cjs',
  reporters: ['default', '<rootDir>/scripts/count-reporter.cjs'],
};
