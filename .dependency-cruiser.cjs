'use strict';
// Who may know whom (design §5). Every rule here has a mutant in test/architecture that it must catch.

/** A library and the libraries it may import; itself always, anything not listed never. */
const MAY_IMPORT = {
  kernel: [],
  'event-store': ['kernel'],
  database: ['kernel', 'event-store'],
  registry: ['kernel', 'event-store', 'database'],
  http: ['kernel', 'event-store', 'database', 'registry'],
  workbook: ['kernel', 'event-store', 'database', 'registry'],
  ledger: ['kernel', 'event-store', 'database', 'registry', 'http'],
  views: ['kernel', 'event-store', 'database', 'registry', 'http', 'ledger'],
};

/** What each library shows to the others: the sources behind `imports` in package.json. */
const DOORS = Object.values(require('./package.json').imports).map(
  ({ source }) => `^${source.replace('./', '').replaceAll('.', '[.]')}$`,
);
const TESTS = '[.](spec|contract|harness|child)[.]ts$|/(testing|contract|samples)/';

const direction = Object.entries(MAY_IMPORT).map(([lib, others]) => ({
  name: `${lib}-knows-only-what-is-below`,
  comment: 'apps → views, ledger, workbook, http → registry, database, event-store → kernel',
  severity: 'error',
  from: { path: `^libs/${lib}/` },
  to: { path: '^(libs|apps)/', pathNot: [lib, ...others].map((name) => `^libs/${name}/`) },
}));

module.exports = {
  forbidden: [
    ...direction,
    {
      name: 'kernel-is-pure',
      comment: 'No framework, no I/O, no clock, no chance. Digests and UUIDs are pure functions.',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: TESTS },
      to: { pathNot: ['^libs/kernel/', '^(node:)?crypto$', '^node_modules/uuid/'] },
    },
    {
      name: 'deciders-are-pure',
      comment: 'What decides and what says what happened knows the kernel, its own slice, and nothing that does I/O.',
      severity: 'error',
      from: {
        path: '^libs/ledger/src/[^/]+/[^/]+[.]ts$',
        pathNot: [TESTS, '[.](controller|commands|module)[.]ts$', '-shapes[.]ts$', '/reserve[.]ts$'],
      },
      to: { pathNot: ['^libs/ledger/', '^libs/kernel/'] },
    },
    {
      name: 'slices-of-the-ledger-do-not-know-each-other',
      comment: 'What they share lies at the root of the library. The golden samples are of all of them, and no slice.',
      severity: 'error',
      from: { path: '^libs/ledger/src/([^/]+)/', pathNot: '^libs/ledger/src/samples/' },
      to: { path: '^libs/ledger/src/[^/]+/', pathNot: '^libs/ledger/src/$1/' },
    },
    {
      name: 'views-know-only-what-has-happened',
      comment: 'Of the ledger they see its events and what follows from them, not how it takes commands.',
      severity: 'error',
      from: { path: '^libs/views/', pathNot: TESTS },
      to: { path: '^libs/ledger/', pathNot: '^libs/ledger/src/index[.]ts$' },
    },
    {
      name: 'libraries-by-their-door',
      comment: 'Another library is imported as #lib, never by a path to its inner files.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', ...DOORS] },
    },
    {
      name: 'apps-use-libraries-by-their-door',
      severity: 'error',
      from: { path: '^(apps|bench|test)/' },
      to: { path: '^libs/', pathNot: DOORS },
    },
    {
      name: 'libraries-by-their-name',
      comment: 'A relative path into another library would go round package.json, and break once it is built.',
      severity: 'error',
      from: { path: '^(libs/[^/]+|apps|bench|test)/' },
      to: { path: '^libs/', pathNot: '^$1/', dependencyTypesNot: ['aliased-subpath-import'] },
    },
    {
      name: 'server-does-not-know-the-cli',
      comment: 'The command line starts the server; the other way round would be a circle.',
      severity: 'error',
      from: { path: '^apps/server/' },
      to: { path: '^apps/(?!server/)' },
    },
    {
      name: 'page-knows-only-the-kernel',
      comment:
        'What the page shares with the server are dates, money and periods; everything else it learns from the API.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|apps)/', pathNot: ['^apps/web/', '^libs/kernel/src/(dates|money|knowledge|periods)[.]ts$'] },
    },
    {
      name: 'nobody-knows-the-page',
      comment: 'The server serves what was built of it.',
      severity: 'error',
      from: { path: '^(libs|apps|bench)/', pathNot: '^apps/web/' },
      to: { path: '^apps/web/' },
    },
    {
      name: 'no-event-bus-in-memory',
      comment: 'It keeps no order and drops what a handler throws; the durable log is the bus (house style §4, 7).',
      severity: 'error',
      from: {},
      to: { path: '(^|/)@nestjs/(cqrs|event-emitter)(/|$)' },
    },
    {
      name: 'no-tools-in-the-product',
      comment: 'What only developers install would be missing where Taizhang is installed.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
    },
    {
      name: 'tests-are-not-part-of-the-product',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: TESTS },
      to: { path: '^(apps|libs)/.*(' + TESTS + ')' },
    },
    {
      name: 'no-circles',
      comment:
        'What is loaded when it is needed may need what loads it: a form opens another one from one of its fields.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
    {
      name: 'everything-resolves',
      comment: 'What the tool cannot resolve, the other rules cannot judge.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
