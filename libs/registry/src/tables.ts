import type { Migration } from '#database';

/** The registry's tables as Kysely sees them. Instants are epoch ms; JSON is text. */
export interface RegistryTables {
  people: {
    person_id: string;
    name: string;
    unit: string | null;
    post: string | null;
    /** Everything that can be searched for, in lower case: the dialects differ in what they take for one letter. */
    search: string;
  };
  people_phones: {
    person_id: string;
    /** As it was given. */
    phone: string;
  };
  /** What a person was described by until each revision, from 1. */
  people_revisions: {
    person_id: string;
    revision: number;
    name: string;
    unit: string | null;
    post: string | null;
    phone: string | null;
    revised_at: number;
    /** Id of who revised it. */
    actor: string;
    command_id: string;
  };
  answers: {
    scope: string;
    digest: string;
    status: number;
    headers: string;
    body: string | null;
    created_at: number;
  };
  import_batches: {
    batch_id: string;
    set_name: string;
    files: string;
    actor: string;
    started_at: number;
    finished_at: number | null;
    counts: string | null;
  };
  import_lines: {
    batch_id: string;
    line: number;
    status: string;
    file: string;
    row: number | null;
    rule: string | null;
    params: string | null;
  };
}

export const REGISTRY_MIGRATIONS: readonly Migration[] = [
  {
    id: 1,
    name: 'people, answers, import batches',
    steps: [
      {
        createTable: {
          name: 'people',
          columns: { person_id: 'text', name: 'text', unit: 'text?', post: 'text?', search: 'text' },
          key: ['person_id'],
          indexes: [{ name: 'people_name', columns: ['name', 'person_id'] }],
        },
      },
      {
        createTable: {
          name: 'answers',
          columns: {
            scope: 'text',
            digest: 'text',
            status: 'integer',
            headers: 'json',
            body: 'json?',
            created_at: 'integer',
          },
          key: ['scope'],
          indexes: [{ name: 'answers_created_at', columns: ['created_at'] }],
        },
      },
      {
        createTable: {
          name: 'import_batches',
          columns: {
            batch_id: 'text',
            set_name: 'text',
            files: 'json',
            actor: 'text',
            started_at: 'integer',
            finished_at: 'integer?',
            counts: 'json?',
          },
          key: ['batch_id'],
          indexes: [{ name: 'import_batches_started_at', columns: ['started_at', 'batch_id'] }],
        },
      },
      {
        createTable: {
          name: 'import_lines',
          columns: {
            batch_id: 'text',
            line: 'integer',
            status: 'text',
            file: 'text',
            row: 'integer?',
            rule: 'text?',
            params: 'json?',
          },
          key: ['batch_id', 'line'],
          indexes: [{ name: 'import_lines_status', columns: ['batch_id', 'status', 'line'] }],
        },
      },
    ],
  },
  {
    id: 2,
    name: 'phones of people, and what they were described by before',
    steps: [
      {
        createTable: {
          name: 'people_phones',
          columns: { person_id: 'text', phone: 'text' },
          key: ['person_id'],
        },
      },
      {
        createTable: {
          name: 'people_revisions',
          columns: {
            person_id: 'text',
            revision: 'integer',
            name: 'text',
            unit: 'text?',
            post: 'text?',
            phone: 'text?',
            revised_at: 'integer',
            actor: 'text',
            command_id: 'text',
          },
          key: ['person_id', 'revision'],
        },
      },
    ],
  },
];
