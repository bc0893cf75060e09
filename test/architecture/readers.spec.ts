import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { files, root } from './project.ts';

const product = [...files('apps'), ...files('libs')].filter(
  (path) => path.endsWith('.ts') && !/[.](spec|contract|harness|child)[.]ts$|\/(testing|contract|samples)\//.test(path),
);
const naming = (what: RegExp) => product.filter((path) => what.test(readFileSync(join(root, path), 'utf8')));

// Events come in the shape of today from `openLog` (docs/how-to/change-an-events-shape.md). Whoever is named here goes past it.
describe('the log as it was stored', () => {
  it('is opened by what copies it, and by the one that brings its events into the shape of today', () => {
    const others = naming(/\bopen(Event|Embedded|Server)Store\b/).filter(
      (path) => !path.startsWith('libs/event-store/'),
    );
    expect(others).toEqual(['apps/cli/src/migrate/migrate-store-command.ts', 'libs/ledger/src/open-log.ts']);
  });

  it('is read by what shows or proves it', () => {
    const others = naming(/\bSTORED_LOG\b|\bstoredLog\b|[.]stored\b/).filter(
      (path) => !path.startsWith('libs/event-store/'),
    );
    expect(others).toEqual([
      'apps/server/src/app.module.ts',
      'apps/server/src/parts.ts',
      'libs/http/src/tokens.ts',
      'libs/views/src/event-log/event-log.controller.ts',
      'libs/views/src/project-history/project-history.controller.ts',
    ]);
  });
});
