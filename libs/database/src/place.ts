/** Where views and kept tables are: SQLite files in a folder, or a PostgreSQL database (`postgres://…`). */
export type DatabasePlace = { readonly folder: string } | { readonly url: string };
