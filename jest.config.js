/** Native ES modules, transpiled by swc; `#lib` imports resolve to the sources through the "source" condition. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/scripts/count-reporter.cjs'],
};
