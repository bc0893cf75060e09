/** Files of a small project, by path. */
export type Tree = Readonly<Record<string, string>>;

const exporting = (name: string): string => `export const ${name} = 1;\n`;
const importing = (...targets: readonly string[]): string => targets.map((target) => `import '${target}';\n`).join('');

/** A project that breaks no rule; every mutant is this one and a sin. */
export const HEALTHY: Tree = {
  'libs/kernel/src/index.ts': importing('./ids.ts', 'node:crypto', 'uuid'),
  'libs/kernel/src/ids.ts': exporting('ids'),
  'libs/kernel/src/ids.spec.ts': importing('./ids.ts', 'jest'),
  'libs/kernel/src/scenario.ts': exporting('scenario'),
  'libs/event-store/src/index.ts': importing('#kernel', 'node:sqlite'),
  'libs/event-store/src/contract/event-store.contract.ts': exporting('contract'),
  'libs/database/src/index.ts': importing('#kernel', '#event-store'),
  'libs/registry/src/index.ts': importing('#kernel', '#database'),
  'libs/http/src/index.ts': importing('#kernel', '#registry', '@nestjs/common'),
  'libs/workbook/src/index.ts': importing('#kernel'),
  'libs/ledger/src/index.ts': importing('./zone/zone.ts', './executor.ts'),
  'libs/ledger/src/executor.ts': importing('#event-store'),
  'libs/ledger/src/zone/zone.ts': importing('#kernel', './events.ts'),
  'libs/ledger/src/zone/zone.spec.ts': importing('#kernel/scenario', './zone.ts'),
  'libs/ledger/src/zone/zone.controller.ts': importing('#http', '@nestjs/common', '../executor.ts'),
  'libs/ledger/src/zone/events.ts': exporting('events'),
  'libs/ledger/src/project/events.ts': exporting('events'),
  'libs/views/src/index.ts': importing('#ledger', '#http', '#database', '#registry'),
  'apps/server/src/main.ts': importing('#views', '#ledger', '#http'),
  'apps/web/src/main.tsx': importing('./money.ts'),
  'apps/web/src/money.ts': importing('#kernel/money'),
  'libs/kernel/src/money.ts': exporting('money'),
  'apps/cli/src/main.ts': importing('#workbook', '#registry', '../../server/src/main.ts'),
};

/** For each rule of .dependency-cruiser.cjs, trees that it must catch. */
export const MUTANTS: Readonly<Record<string, readonly Tree[]>> = {
  'kernel-knows-only-what-is-below': [{ 'libs/kernel/src/ids.ts': importing('#event-store') }],
  'event-store-knows-only-what-is-below': [{ 'libs/event-store/src/index.ts': importing('#database') }],
  'database-knows-only-what-is-below': [{ 'libs/database/src/index.ts': importing('#registry') }],
  'registry-knows-only-what-is-below': [{ 'libs/registry/src/index.ts': importing('#http') }],
  'http-knows-only-what-is-below': [
    { 'libs/http/src/index.ts': importing('#ledger') },
    { 'libs/http/src/index.ts': "import type { Order } from '#views';\nexport type Mine = Order;\n" },
  ],
  'workbook-knows-only-what-is-below': [{ 'libs/workbook/src/index.ts': importing('#views') }],
  'ledger-knows-only-what-is-below': [
    { 'libs/ledger/src/executor.ts': importing('#views') },
    { 'libs/ledger/src/executor.ts': importing('../../../apps/server/src/main.ts') },
  ],
  'views-knows-only-what-is-below': [
    { 'libs/views/src/index.ts': importing('#workbook') },
    { 'libs/views/src/index.ts': importing('../../../apps/cli/src/main.ts') },
  ],
  'kernel-is-pure': [
    { 'libs/kernel/src/ids.ts': importing('@nestjs/common') },
    { 'libs/kernel/src/ids.ts': importing('node:fs') },
    { 'libs/kernel/src/ids.ts': "import type { Stats } from 'node:fs';\nexport type Mine = Stats;\n" },
    { 'libs/kernel/src/ids.ts': "export const later = () => import('node:fs');\n" },
  ],
  'deciders-are-pure': [
    { 'libs/ledger/src/zone/zone.ts': importing('#event-store') },
    { 'libs/ledger/src/zone/events.ts': importing('@nestjs/common') },
    { 'libs/ledger/src/zone/events.ts': importing('node:crypto') },
    { 'libs/ledger/src/zone/zone.ts': importing('#http') },
  ],
  'slices-of-the-ledger-do-not-know-each-other': [
    { 'libs/ledger/src/zone/zone.ts': importing('../project/events.ts') },
    { 'libs/ledger/src/zone/zone.controller.ts': importing('../project/events.ts') },
  ],
  'views-know-only-what-has-happened': [
    {
      'libs/views/src/index.ts': importing('#ledger/commands'),
      'libs/ledger/src/command-table.ts': exporting('table'),
    },
  ],
  'libraries-by-their-door': [
    { 'libs/views/src/index.ts': importing('../../ledger/src/zone/events.ts') },
    { 'libs/views/src/index.ts': importing('#ledger/zone'), 'libs/ledger/src/zone/index.ts': exporting('zone') },
  ],
  'apps-use-libraries-by-their-door': [
    { 'apps/server/src/main.ts': importing('../../../libs/ledger/src/executor.ts') },
  ],
  'libraries-by-their-name': [
    { 'libs/views/src/index.ts': importing('../../kernel/src/index.ts') },
    { 'apps/cli/src/main.ts': importing('../../../libs/kernel/src/index.ts') },
  ],
  'server-does-not-know-the-cli': [
    { 'apps/server/src/main.ts': importing('../../cli/src/main.ts'), 'apps/cli/src/main.ts': exporting('cli') },
  ],
  'page-knows-only-the-kernel': [
    { 'apps/web/src/money.ts': importing('#ledger') },
    { 'apps/web/src/main.tsx': importing('#kernel') },
    { 'apps/web/src/main.tsx': importing('../../server/src/main.ts') },
  ],
  'nobody-knows-the-page': [{ 'apps/server/src/main.ts': importing('../../web/src/money.ts') }],
  'no-event-bus-in-memory': [
    { 'libs/views/src/index.ts': importing('@nestjs/cqrs') },
    { 'apps/server/src/main.ts': importing('@nestjs/event-emitter') },
  ],
  'no-tools-in-the-product': [{ 'libs/http/src/index.ts': importing('jest') }],
  'tests-are-not-part-of-the-product': [
    { 'libs/kernel/src/index.ts': importing('./ids.spec.ts') },
    {
      'libs/database/src/index.ts': importing('./testing/toy.ts'),
      'libs/database/src/testing/toy.ts': exporting('toy'),
    },
  ],
  'no-circles': [
    {
      'libs/kernel/src/ids.ts': "import { leaf } from './leaf.ts';\nexport const ids = () => leaf;\n",
      'libs/kernel/src/leaf.ts': "import { ids } from './ids.ts';\nexport const leaf = () => ids;\n",
    },
  ],
  'everything-resolves': [
    { 'libs/kernel/src/ids.ts': importing('./nowhere.ts') },
    { 'libs/views/src/index.ts': importing('#nowhere') },
  ],
};
