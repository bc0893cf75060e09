export * from './people.ts';
export { maskedPhone } from './phone.ts';
export * from './answers.ts';
export * from './import-batches.ts';
export { InvalidCursor, type Page } from './cursor.ts';
export { backUpRegistry } from './back-up-registry.ts';
export { copyRegistry } from './copy-registry.ts';
export { openRegistry, type Registry } from './registry.ts';
export { REGISTRY_MIGRATIONS, type RegistryTables } from './tables.ts';
