import eslint from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What is refused by its shape rather than by a rule of its own; flat config replaces a rule's options, so each block names all of its own. */
const CAST_THROUGH_UNKNOWN = {
  selector: 'TSAsExpression > TSAsExpression > TSUnknownKeyword',
  message: '`as unknown as` switches the compiler off; say the type, or narrow.',
};
const EMPTY_NAME = {
  selector:
    ':matches(ClassDeclaration, TSInterfaceDeclaration)[id.name=/^I[A-Z][a-z]|^(Base|Abstract)[A-Z]|(Manager|Helper|Helpers|Util|Utils|Impl)$/]',
  message: 'Say what it is: no I prefix, no Base, Abstract, Manager, Helper, Util, Impl.',
};
const INHERITANCE = {
  selector: 'ClassDeclaration[superClass]',
  message: 'A decider is functions over data; nothing in the ledger is inherited (house style §4, 1).',
};
const CHANCE = {
  selector: 'MemberExpression[object.name="Math"][property.name="random"]',
  message: 'Chance comes in from outside, so that one seed replays a whole run.',
};
const GENERIC_EVENT = /(Updated|StatusChanged|Created|Deleted|Edited)$|^MilestoneRecorded$/.source;
const CLICKBAIT = [
  {
    selector: `TSTypeAliasDeclaration[id.name=/${GENERIC_EVENT}/]`,
    message: 'An event says what a person did; a clerk must be able to name it.',
  },
  {
    selector: `TSLiteralType > Literal[value=/${GENERIC_EVENT}/]`,
    message: 'An event says what a person did; a clerk must be able to name it.',
  },
];
const SLEEP = {
  selector:
    ':matches(CallExpression[callee.name="setTimeout"], ImportDeclaration[source.value="node:timers/promises"])',
  message: 'A test waits for what it expects, not for time to pass.',
};
const EVERYWHERE = [CAST_THROUGH_UNKNOWN, EMPTY_NAME];
/** Of these modules kernel and ledger may use what is a function of its arguments. */
const CHANCE_BY_IMPORT = {
  paths: [
    { name: 'node:crypto', allowImportNames: ['createHash'], message: 'Ids and chance come in from outside.' },
    { name: 'uuid', allowImportNames: ['v5', 'validate'], message: 'Ids and chance come in from outside.' },
  ],
};
const OUTSIDE_WORLD = ['Date', 'crypto', 'process', 'performance', 'setTimeout', 'setInterval', 'fetch', 'console'];

const restrict = (...shapes) => ['error', ...shapes];
/** `describe` is one long function by nature. */
const SPECS = ['**/*.spec.ts', '**/*.child.ts', '**/*.contract.ts', '**/testing/**', '**/contract/**'];

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', '.dist-*/', 'data/', 'coverage/', 'docs/', 'apps/web/src/api/schema.d.ts'] },
  eslint.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off', // ports are asynchronous even where one adapter needs not be
      // Elements of arrays and captures of patterns are asserted where the code around them shows that they are there.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNever: true },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'no-constant-condition': ['error', { checkLoops: 'all' }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
      'no-console': 'error',
      'no-restricted-syntax': restrict(...EVERYWHERE),
      'preserve-caught-error': 'off', // an error's text for people need not carry its cause
    },
  },
  {
    files: ['libs/kernel/src/**/*.ts', 'libs/ledger/src/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...OUTSIDE_WORLD],
      'no-restricted-imports': ['error', CHANCE_BY_IMPORT],
      'no-restricted-syntax': restrict(...EVERYWHERE, CHANCE),
    },
  },
  {
    files: ['libs/ledger/src/**/*.ts'],
    rules: { 'no-restricted-syntax': restrict(...EVERYWHERE, CHANCE, INHERITANCE) },
  },
  {
    files: ['libs/ledger/src/**/events.ts', 'libs/kernel/src/facts.ts'],
    rules: { 'no-restricted-syntax': restrict(...EVERYWHERE, CHANCE, INHERITANCE, ...CLICKBAIT) },
  },
  {
    files: ['libs/ledger/src/**/*.{controller,commands,module}.ts'],
    rules: { 'no-restricted-syntax': restrict(...EVERYWHERE, CHANCE) },
  },
  {
    files: ['apps/cli/src/demo/**/*.ts'],
    ignores: ['**/*-command.ts'],
    rules: {
      'no-restricted-globals': ['error', ...OUTSIDE_WORLD],
      'no-restricted-syntax': restrict(...EVERYWHERE, CHANCE),
    },
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      // A component is what it shows: its length is that of its markup.
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }],
      // It warns of what a compiler would memoize wrongly; none is used.
      'react-hooks/incompatible-library': 'off',
    },
  },
  {
    // Rows of SQLite and messages of a worker have no type of their own; tests may hand in what no caller could.
    files: ['**/sqlite/**/*.ts', '**/embedded/**/*.ts', '**/testing/**/*.ts'],
    rules: { 'no-restricted-syntax': restrict(EMPTY_NAME) },
  },
  {
    files: SPECS,
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 600, skipBlankLines: true, skipComments: true }],
      'no-restricted-globals': 'off',
      'no-restricted-syntax': restrict(EMPTY_NAME),
      '@typescript-eslint/unbound-method': 'off', // fixtures are taken apart
    },
  },
  { files: ['**/*.spec.ts'], rules: { 'no-restricted-syntax': restrict(EMPTY_NAME, SLEEP) } },
  { files: ['apps/cli/**/*.ts', 'bench/**/*.ts', '**/*.child.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.cjs', '**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'require',
          'module',
          'exports',
          '__dirname',
          'URL',
          'SharedArrayBuffer',
          'Atomics',
          'setTimeout',
          'setInterval',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
