// Writes docs/reference, and the types of the page's client, from the code: the API, every command, every event, every code that an answer can carry.
// With --check it writes nothing and fails where a page is not what the code says.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { BACKUP_TEXTS } from '../dist/apps/cli/src/backup/failures.js';
import { createApp } from '../dist/apps/server/src/app.js';
import { START_TEXTS } from '../dist/apps/server/src/start-failure.js';
import { FIELD_TEXTS, HTTP_CODES } from '../dist/libs/http/src/index.js';
import {
  FACT_TEXTS,
  FINDING_RULES,
  FINDING_TEXTS,
  MILESTONE_TEXTS,
  ORGANIZATION_COMMAND_OF,
  PERSON_COMMAND_OF,
  STAGES,
  ZONE_COMMAND_OF,
} from '../dist/libs/ledger/src/index.js';
import { commandTables } from '../dist/libs/ledger/src/command-table.js';
import { WARNING_TEXTS } from '../dist/libs/ledger/src/warnings.js';
import { refusedWith } from '../dist/libs/ledger/src/project/refused-with.js';
import { COMMAND_OF } from '../dist/libs/ledger/src/project/rules.js';
import { DISPATCH_QUERIES } from '../dist/libs/views/src/weekly-dispatch/queries.js';
import {
  FAULT_TEXTS,
  LISTED_TEXTS,
  ROW_REFUSAL_TEXTS,
  WARNING_TEXTS as IMPORT_WARNING_TEXTS,
} from '../dist/libs/workbook/src/index.js';

const reference = new URL('../docs/reference/', import.meta.url);
const client = new URL('../apps/web/src/api/', import.meta.url);
const samples = new URL('../libs/ledger/src/samples/', import.meta.url);
/** What the commands append whose names do not follow from a table of the ledger. */
const OTHER_COMMAND_OF = {
  PermitCatalogueAdopted: 'AdoptPermitCatalogue',
  TargetSet: 'SetTarget',
  TargetRevised: 'ReviseTarget',
  ReassignmentOrdered: 'OrderReassignment',
  ReassignmentCarriedOut: 'CarryOutReassignment',
  FactCorrected: 'CorrectFact',
  FactRevoked: 'RevokeFact',
};
/** Events whose data are not what their command was told. */
const OTHER_DATA = ['TargetSet', 'ReassignmentCarriedOut', 'FactCorrected', 'FactRevoked'];
const CODES_LABEL = { zh: '项目代码', en: 'project code' };
const HEAD = 'This page is written by `npm run docs` from the code; `npm test` fails when it is not up to date.';

async function openApi() {
  const dataDir = mkdtempSync(join(tmpdir(), 'taizhang-docs-'));
  const app = await createApp({ dataDir });
  try {
    const answer = await app.nest.getHttpAdapter().getInstance().inject({ url: '/api/openapi.json' });
    return JSON.parse(answer.body);
  } finally {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const page = (title, ...parts) => `# ${title}\n\n${HEAD}\n\n${parts.filter(Boolean).join('\n\n')}\n`;
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
/** Only text: a cell that silently stays empty would be a page that says nothing. */
function cell(text) {
  if (typeof text !== 'string') throw new TypeError(`a cell of a table is ${text}`);
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
const json = (value) => '```json\n' + JSON.stringify(value, null, 2) + '\n```';

function typeOf(schema) {
  if (schema.$ref) return schema.$ref.split('/').at(-1);
  if (schema.allOf) return schema.allOf.map(typeOf).join(' & ');
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(' · ');
  if (schema.type === 'array') return `${typeOf(schema.items)}[]`;
  return [schema.type].flat().join(' or ') + (schema.format ? ` (${schema.format})` : '');
}

function fields(schema) {
  const required = new Set(schema?.required ?? []);
  const rows = Object.entries(schema?.properties ?? {}).map(([name, field]) => [
    `\`${name}\`${required.has(name) ? '' : '?'}`,
    cell(typeOf(field)),
    cell(field.description ?? ''),
  ]);
  return rows.length > 0 ? table(['field', 'type', ''], rows) : '';
}

const commandOf = new Map(
  [COMMAND_OF, ZONE_COMMAND_OF, ORGANIZATION_COMMAND_OF, PERSON_COMMAND_OF, OTHER_COMMAND_OF].flatMap(Object.entries),
);
const EVENT_IS_DATA = new Set([...commandOf.keys()].filter((type) => !OTHER_DATA.includes(type)));
const code = (text) => `\`${text}\``;

/** Each command of a project has refusals of its own; the other kinds of streams have few, which any of their commands can meet. */
function refusalsOf({ slice, collection }, type) {
  const codes = collection === 'projects' ? refusedWith(type) : Object.keys(slice.refusals);
  return codes.length === 0 ? 'Never refused.' : `Refused with ${codes.map(code).join(', ')}.`;
}

function commandsPage(document) {
  const sections = commandTables.map((kind) => {
    const { collection, label, rows } = kind;
    const parts = rows.map(({ type, verb, summary, dto, example }) => {
      const route = verb === undefined ? `POST /api/${collection}` : `POST /api/${collection}/{id}/${verb}`;
      const events = [...commandOf].filter(([event, command]) => command === type && isOf(event, kind.slice.category));
      const made = events.length > 0 ? ` → ${events.map(([event]) => code(event)).join(', ')}` : '';
      return [
        `### ${type}${rows.length > 0 && isShared(type) ? ` (${collection})` : ''}`,
        `\`${route}\`${made} — ${summary.zh} / ${summary.en}`,
        fields(document.components.schemas[dto.name]),
        refusalsOf(kind, type),
        json(example),
      ]
        .filter(Boolean)
        .join('\n\n');
    });
    return `## ${label.zh} / ${label.en}\n\n${parts.join('\n\n')}`;
  });
  const intro =
    'Every command takes `Idempotency-Key` and `If-Match` headers and answers `201` with `{ id, revision, after, eventIds, warnings }`, ' +
    '`200` when it was already true, `409` or `404` when it is refused ([codes](codes.md)). The ids in the examples are those that the ' +
    'examples themselves get when they are sent in order with `Idempotency-Key: example`.';
  return page('Commands', intro, ...sections);
}

/** Commands of several kinds of streams can share a name: to correct, to revoke. */
const isShared = (type) => commandTables.filter(({ rows }) => rows.some((row) => row.type === type)).length > 1;

const stored = readdirSync(samples)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, samples), 'utf8')));
const categoryOf = (event) => event.stream.slice(0, event.stream.indexOf('-'));
const isOf = (type, category) => stored.some(({ event }) => event.type === type && categoryOf(event) === category);

function eventsPage(document) {
  const dtoOf = new Map(commandTables.flatMap(({ rows }) => rows.map(({ type, dto }) => [type, dto.name])));
  const summaryOf = new Map(commandTables.flatMap(({ rows }) => rows.map(({ type, summary }) => [type, summary])));
  const categories = [...commandTables.map(({ slice, label }) => [slice.category, label]), ['code', CODES_LABEL]];
  const order = new Map([...commandOf.keys()].map((type, i) => [type, i]));
  const placeOf = ({ event }) => order.get(event.type) ?? order.size;
  const sections = categories.map(([category, label]) => {
    const events = stored
      .filter(({ event }) => categoryOf(event) === category)
      .sort((a, b) => placeOf(a) - placeOf(b) || Number(a.event.revision) - Number(b.event.revision));
    const parts = events.map(({ event, leaf }) => {
      const command = commandOf.get(event.type);
      const called = FACT_TEXTS[event.type] ?? summaryOf.get(command);
      return [
        `### ${event.type}`,
        `${called ? `${called.zh} / ${called.en}. ` : ''}Version ${event.metadata.schema}${command ? `, filed by ${code(command)}` : ''}.`,
        command && EVENT_IS_DATA.has(event.type) ? fields(document.components.schemas[dtoOf.get(command)]) : '',
        `The golden sample's data; its leaf is \`${leaf.slice(0, 23)}…\`.`,
        json(event.data),
      ]
        .filter(Boolean)
        .join('\n\n');
    });
    return `## ${label.zh} / ${label.en}: stream \`${category}-…\`\n\n${parts.join('\n\n')}`;
  });
  const { event } = stored.find(({ event: { type } }) => type === 'ListedAsKeyProject');
  const intro =
    'What can stand in the log. Dates are text that carries its precision (`2018-05-12`, `2018-05-T1` 上旬, `2018-05`, `2018-Q2`, ' +
    '`2018`, `unknown`), money is an integer of 1/100 of the unit as text, an area is an integer of 0.01 ㎡. Any fact of a project may carry ' +
    '`phase` and `note`. `FactCorrected` and `FactRevoked` mend facts of projects, zones, units and people alike. Metadata are the same everywhere:\n\n' +
    json(event.metadata);
  return page('Events', intro, ...sections);
}

function findingsPage() {
  const parts = Object.entries(FINDING_RULES).map(([name, { zh, en, source }]) => {
    const shown = FINDING_TEXTS[name];
    return [
      `## ${name}`,
      `${zh}`,
      `${en}`,
      source ? `Source: ${typeof source === 'string' ? source : `${source.zh} / ${source.en}`}` : '',
      `Shown as “${shown.zh}” / “${shown.en}”.`,
    ]
      .filter(Boolean)
      .join('\n\n');
  });
  const intro =
    'What does not fit together in what was filed of a project. Nothing is refused for it: it is shown, with the facts behind it, on the ' +
    'project and in `GET /api/findings`, from the day on which it could be known. A finding can be explained (`ExplainFinding`) and then shows ' +
    'as explained; new evidence makes it unexplained again. Codes are never used again for something else.';
  return page('Findings', intro, ...parts);
}

function dispatchPage() {
  const parts = DISPATCH_QUERIES.map(({ name, title, rule }) =>
    [`## ${name}`, `${title.zh} / ${title.en}`, rule.zh, rule.en].join('\n\n'),
  );
  const intro =
    '`GET /api/dispatch/queries/{name}?scope=&period=&by=&knownAt=`: for any zone (`zone:<id>`), county (`county:<name or code>`), city (`city:<four digits>`) or ' +
    '`all`; for a week `2026-W47`, ten days `2026-11-T2` or a month `2026-11`. The cut-off is the end of the last day in Shanghai. `by=known` (default) ' +
    'goes by when things happened, as was known at the cut-off (of a period that is not over: as is known now), or at `knownAt`; `by=filed` folds what was filed until the cut-off, for imported periods, and ' +
    'says that it rests on claimed times.';
  return page('Queries of weekly dispatch', intro, ...parts);
}

function codesPage() {
  const refusals = Object.assign({}, ...commandTables.map(({ slice }) => slice.refusals));
  const rows = (texts) => Object.entries(texts).map(([code, { zh, en }]) => [`\`${code}\``, cell(zh), cell(en)]);
  const codes = (texts) => table(['code', '中文', 'English'], rows(texts));
  const http = Object.entries(HTTP_CODES).map(([code, { status, texts }]) => [
    `\`${code}\``,
    status,
    cell(texts.zh),
    cell(texts.en),
  ]);
  return page(
    'Codes',
    'Codes are stable and never used again for something else; texts may be reworded.',
    '## Refusals\n\nWhat the ledger already says prevents the command: `409`, and `404` where what it is about is not there. Nothing was appended.\n\n' +
      codes(refusals),
    '## Problems of a request\n\n' + table(['code', 'status', '中文', 'English'], http),
    '## Fields\n\nWhat is wrong with one field: `errors[].code` of `ValidationFailed`.\n\n' + codes(FIELD_TEXTS),
    '## Findings\n\nWhat does not fit together in what was filed. Nothing is refused for it.\n\n' +
      codes(FINDING_TEXTS),
    '## Warnings\n\nIn the answer of a command that was taken.\n\n' + codes(WARNING_TEXTS),
    '## Imports: the set\n\nFor these nothing of the set is imported.\n\n' + codes(FAULT_TEXTS),
    '## Imports: rows that are refused\n\nBeside the refusals of the ledger above.\n\n' + codes(ROW_REFUSAL_TEXTS),
    '## Imports: rows that are listed\n\nNothing was made of them, and nothing is wrong with them.\n\n' +
      codes(LISTED_TEXTS),
    '## Imports: warnings\n\nThe row was taken. A mapping adds codes of its own.\n\n' + codes(IMPORT_WARNING_TEXTS),
    '## Starts\n\nWhy the server, or a command on a data folder, ends with 1 before it has begun.\n\n' +
      codes(START_TEXTS),
    '## Backups\n\nWhy `backup` or `restore` ends with 1.\n\n' + codes(BACKUP_TEXTS),
    '## Milestones\n\nThe spine in order; the last three stand beside it.\n\n' +
      table(
        ['id', '中文', 'English'],
        [...STAGES, ...Object.keys(MILESTONE_TEXTS).filter((id) => !STAGES.includes(id))].map((id) => [
          `\`${id}\``,
          MILESTONE_TEXTS[id].zh,
          MILESTONE_TEXTS[id].en,
        ]),
      ),
  );
}

/** What the page asks with: the types of every answer, and at run time which reads take a point in time. */
const GENERATED = '// Written by `npm run docs` from the API; `npm test` fails when it is not up to date.\n';
const TIME = ['knownAt', 'effectiveOn', 'fromKnownAt', 'fromEffectiveOn', 'after'];

async function clientTypes(document) {
  return GENERATED + astToString(await openapiTS(JSON.stringify(document)));
}

function clientReads(document) {
  const reads = Object.entries(document.paths).flatMap(([path, { get }]) => {
    const names = (get?.parameters ?? []).map(({ name }) => name);
    return get
      ? [
          `  '${path}': [${TIME.filter((name) => names.includes(name))
            .map((name) => `'${name}'`)
            .join(', ')}],`,
        ]
      : [];
  });
  return `${GENERATED}/** The parameters of time that every read takes. */\nexport const READS = {\n${reads.join('\n')}\n} as const;\n`;
}

const document = await openApi();
const pages = {
  'openapi.json': `${JSON.stringify(document, null, 2)}\n`,
  'commands.md': commandsPage(document),
  'events.md': eventsPage(document),
  'findings.md': findingsPage(),
  'dispatch-queries.md': dispatchPage(),
  'codes.md': codesPage(),
};
const files = [
  ...Object.entries(pages).map(([name, text]) => [new URL(name, reference), text]),
  [new URL('schema.d.ts', client), await clientTypes(document)],
  [new URL('reads.ts', client), clientReads(document)],
];
const stale = [];
for (const [file, text] of files) {
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) stale.push(file.pathname.split('/').at(-1));
}
if (stale.length > 0) {
  process.stderr.write(
    `docs/reference, apps/web/src/api: 不是最新的，请运行 npm run docs / out of date, run npm run docs: ${stale.join(', ')}\n`,
  );
  process.exitCode = 1;
}
