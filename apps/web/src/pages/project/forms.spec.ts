import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFINITIONS } from '../../forms/definitions.ts';
import { choicesOf, kindOf } from '../../forms/fields.ts';
import { FORMS, MENU, REGISTERED, type FormOf, type Group } from './forms.ts';

interface Schema {
  readonly $ref?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly enum?: readonly string[];
}
interface Operation {
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
}
interface OpenApi {
  readonly paths: Readonly<Record<string, { readonly post?: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const openApi = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', '..', '..', '..', 'docs', 'reference', 'openapi.json'), 'utf8'),
) as OpenApi;
const ON_A_PROJECT = '/api/projects/{id}/';

function resolved(schema: Schema = {}): Schema {
  return schema.$ref === undefined ? schema : resolved(openApi.components.schemas[schema.$ref.split('/').at(-1) ?? '']);
}
const bodyOf = (path: string): Schema =>
  resolved(openApi.paths[path]?.post?.requestBody?.content['application/json'].schema);
const propertyOf = (body: Schema, name: string): Schema =>
  name.split('.').reduce((whole, part) => resolved(whole.properties?.[part]), body);

/** What no form has, and why. */
const NOT_TYPED: Readonly<Record<string, string>> = {
  'explain-finding.finding': 'the finding that it is filed from',
  'explain-finding.evidence': 'the evidence of that finding',
  'assign-leader.orderId': 'a reassignment fills it in',
};
/** What has no dialog on the page of a project, and why. */
const NOT_IN_THE_MENU: Readonly<Record<string, string>> = {
  correct: 'filed from the event that it corrects',
  revoke: 'filed from the event that it revokes',
  'explain-finding': 'filed from the finding that it explains',
};

const EVERY_FORM: readonly (readonly [name: string, path: string, form: Omit<FormOf, 'group'>])[] = [
  ...Object.entries(FORMS).map(([verb, form]) => [verb, `${ON_A_PROJECT}${verb}`, form] as const),
  ['register', '/api/projects', REGISTERED],
  ...Object.entries(DEFINITIONS).map(
    ([what, { path, type, fields }]) => [what, path, { type, fields: fields.split(' ') }] as const,
  ),
];

describe('the forms of a project', () => {
  it('are there for every command on a project', () => {
    const commands = Object.keys(openApi.paths)
      .filter((path) => path.startsWith(ON_A_PROJECT) && openApi.paths[path]?.post)
      .map((path) => path.slice(ON_A_PROJECT.length));
    const inMenu: readonly Group[] = MENU;
    const offered = Object.entries(FORMS).flatMap(([verb, { group }]) => (inMenu.includes(group) ? [verb] : []));
    expect([...offered, ...Object.keys(NOT_IN_THE_MENU)].sort()).toEqual(commands.sort());
  });

  it.each(EVERY_FORM)('ask of %s what the command takes', (name, path, { fields }) => {
    const body = bodyOf(path);
    const typed = fields.map((field) => field.replace('!', '').split('.')[0] ?? '');
    const untyped = Object.keys(body.properties ?? {}).filter((property) => !typed.includes(property));
    expect(Object.keys(body.properties ?? {})).toEqual(expect.arrayContaining(typed));
    // A phase is of no use where the whole project is meant; the server refuses it there.
    expect(
      untyped.filter((property) => property !== 'phase' && NOT_TYPED[`${name}.${property}`] === undefined),
    ).toEqual([]);
    expect(fields.filter((field) => field.endsWith('!')).map((field) => field.slice(0, -1).split('.')[0])).toEqual(
      expect.arrayContaining(
        (body.required ?? []).filter((property) => NOT_TYPED[`${name}.${property}`] === undefined),
      ),
    );
  });

  it.each(EVERY_FORM)('offer for %s what the command knows', (_, path, { type, fields }) => {
    const body = bodyOf(path);
    const choices = fields.map((field) => field.replace('!', '')).filter((field) => kindOf(field) === 'choice');
    for (const name of choices) expect(choicesOf(type, name)).toEqual(propertyOf(body, name).enum);
  });
});
