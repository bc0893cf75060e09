import type { FieldError, Problem } from '#http';
import { fill, type Json, type Texts } from '#kernel';
import type { UpcastingStore } from '#event-store';
import type { QueryContext } from '#views/module';
import type { Places } from '../../server/src/places.ts';
import { openLogToRead, placesOfCommand } from './open-ledger.ts';
import { CommandFailed, WRONG_USAGE } from './output.ts';

const NOT_READY: Texts = {
  zh: '视图还没有建好，请先启动一次服务',
  en: 'the views are not built yet; start the server once',
};

/** What the queries of the server read, and the log itself. */
export interface CommandContext extends QueryContext {
  readonly store: UpcastingStore;
}

/**
 * Opens what the queries of the server read, and closes it again; a server may have it open at the same time. Throws
 * CommandFailed where there is no ledger or no view of it yet, and for every problem that the server would answer with.
 */
export async function withContext<T>(run: (context: CommandContext) => Promise<T>): Promise<T> {
  const [{ openViews, ViewNotReady }, { openRegistry }, { Names }, http] = await Promise.all([
    import('#database'),
    import('#registry'),
    import('#views'),
    import('#http'),
  ]);
  const places = placesOfCommand();
  const store = await openLogToRead(places);
  if (!store) throw noLedger(places);
  const database = places.database === undefined ? { folder: places.dataDir } : { url: places.database };
  const registry = await openRegistry({ database, clock: Date.now });
  const views = openViews({ database, storeId: store.storeId, formerIds: store.formerIds });
  try {
    const reading = new http.Reading(views, store, Date.now);
    const [names, cursors] = [new Names(views, registry), new http.Cursors(store.storeId)];
    return await run({ store, views, registry, names, reading, cursors, clock: Date.now });
  } catch (error) {
    if (error instanceof ViewNotReady) throw new CommandFailed('ViewNotReady', NOT_READY);
    if (error instanceof http.Problem) throw failureOf(error, http.FIELD_TEXTS);
    throw error;
  } finally {
    await views.close();
    await registry.close();
    await store.close();
  }
}

/** What is no question at all is wrong usage; what this ledger refuses, or has not, is a failure. */
function failureOf({ parts }: Problem, texts: Readonly<Record<FieldError['code'], Texts>>): CommandFailed {
  const { code, messages, errors = [] } = parts;
  if (code !== 'ValidationFailed') return new CommandFailed(code, messages);
  const faults = errors.map((error) => ({
    option: optionOf(error.field),
    said: fill(texts[error.code], inOptions(error)),
  }));
  const all = (language: keyof Texts): string =>
    faults.map(({ option, said }) => `${option}: ${said[language]}`).join('; ');
  return new CommandFailed('WrongUsage', { zh: all('zh'), en: all('en') }, WRONG_USAGE);
}

/** What fills the text of a fault: other fields that it names are other options, with their values. */
function inOptions({ params }: FieldError): Record<string, Json> {
  const { fields, other, ...rest } = params;
  const named = (text: string): string => text.split(', ').map(optionOf).join(', ');
  return {
    ...rest,
    ...(typeof fields === 'string' && { fields: named(fields) }),
    ...(typeof other === 'string' && { other: named(other).replace('=', ' ') }),
  };
}

/** The option that asks for a field of a question: one that takes an id goes without its `Id`. */
const optionOf = (field: string): string =>
  `--${field.replace(/Id$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const noLedger = ({ dataDir }: Places): CommandFailed =>
  new CommandFailed('NoSuchLedger', { zh: `${dataDir} 中没有台账`, en: `there is no ledger in ${dataDir}` });
