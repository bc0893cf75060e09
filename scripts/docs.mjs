// Writes docs/reference from the code: the API, every command, every event, every code that an answer can carry.
// With --check it writes nothing and fails where a page is not what the code says.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../dist/apps/server/src/app.js';
import { START_TEXTS } from '../dist/apps/server/src/start-failure.js';
import { FIELD_TEXTS, HTTP_CODES } from '../dist/libs/http/src/index.js';
import {
  FINDING_TEXTS,
  MILESTONE_TEXTS,
  ORGANIZATION_REFUSALS,
  PROJECT_REFUSALS,
  STAGES,
  ZONE_REFUSALS,
} from '../dist/libs/ledger/src/index.js';
import { commandTables } from '../dist/libs/ledger/src/command-table.js';
import { WARNING_TEXTS } from '../dist/libs/ledger/src/warnings.js';
import { COMMAND_OF } from '../dist/libs/ledger/src/project/rules.js';
import {
  FAULT_TEXTS,
  LISTED_TEXTS,
  ROW_REFUSAL_TEXTS,
  WARNING_TEXTS as IMPORT_WARNING_TEXTS,
} from '../dist/libs/workbook/src/index.js';

const reference = new URL('../docs/reference/', import.meta.url);
const samples = new URL('../libs/ledger/src/samples/', import.meta.url);
/** Facts of the catalogue that no command reports yet; one that is there by now leaves the list by itself. */
const LATER = [
  'ProjectMovedToZone',
  'IndustryReclassified',
  'ProjectMergedInto',
  'ProjectSplitFrom',
  'RemovedFromKeyList',
  'QuarterPlanSet',
  'FundsArrived',
  'PermitStatusReported',
  'ResponsiblePersonAssigned',
  'ResponsiblePersonReleased',
  'AgentUnitAssigned',
  'AgentUnitReleased',
  'SiteVisited',
  'HelpActionRecorded',
  'FindingExplained',
];
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

function commandsPage(document) {
  const eventOf = Object.fromEntries(Object.entries(COMMAND_OF).map(([event, command]) => [command, event]));
  const sections = commandTables.map(({ collection, label, rows }) => {
    const parts = rows.map(({ type, verb, summary, dto, example }) => {
      const route = verb === undefined ? `POST /api/${collection}` : `POST /api/${collection}/{id}/${verb}`;
      const event = eventOf[type] ? ` → \`${eventOf[type]}\`` : '';
      return [
        `### ${type}`,
        `\`${route}\`${event} — ${summary.zh} / ${summary.en}`,
        fields(document.components.schemas[dto.name]),
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

function eventsPage() {
  const types = [
    ...Object.keys(COMMAND_OF),
    'FactCorrected',
    'FactRevoked',
    'ZoneDefined',
    'OrganizationDefined',
    'ProjectCodeReserved',
    'ProjectCodeReleased',
  ];
  const parts = types.map((type) => {
    const { event, leaf } = JSON.parse(readFileSync(new URL(`${type}.v1.json`, samples), 'utf8'));
    return `## ${type}\n\nStream \`${event.stream.split('-')[0]}-…\`, version ${event.metadata.schema}. The golden sample's data; its leaf is \`${leaf.slice(0, 23)}…\`.\n\n${json(event.data)}`;
  });
  const { event } = JSON.parse(readFileSync(new URL('ProjectSigned.v1.json', samples), 'utf8'));
  const intro =
    'What can stand in the log. Dates are text that carries its precision (`2018-05-12`, `2018-05-T1` 上旬, `2018-05`, `2018-Q2`, ' +
    '`2018`, `unknown`), money is an integer of 分 as text, an area is an integer of 0.01 ㎡. Any fact of a project may carry `phase` and `note`. ' +
    'Metadata are the same everywhere:\n\n' +
    json(event.metadata);
  const later = LATER.filter((type) => !types.includes(type)).map((type) => `\`${type}\``);
  const missing =
    later.length > 0 &&
    `## Not there yet\n\nThese facts of the catalogue come with later work; no command reports them and none stands in a log: ${later.join(', ')}.`;
  return page('Events', intro, ...parts, missing);
}

function codesPage() {
  const refusals = { ...PROJECT_REFUSALS, ...ZONE_REFUSALS, ...ORGANIZATION_REFUSALS };
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

const document = await openApi();
const pages = {
  'openapi.json': `${JSON.stringify(document, null, 2)}\n`,
  'commands.md': commandsPage(document),
  'events.md': eventsPage(),
  'codes.md': codesPage(),
};
const stale = [];
for (const [name, text] of Object.entries(pages)) {
  const file = new URL(name, reference);
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) stale.push(name);
}
if (stale.length > 0) {
  process.stderr.write(
    `docs/reference: 不是最新的，请运行 npm run docs / out of date, run npm run docs: ${stale.join(', ')}\n`,
  );
  process.exitCode = 1;
}
