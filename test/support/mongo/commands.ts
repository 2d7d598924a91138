import { Aggregator } from 'mingo';
import { type Document, Long } from 'mongodb';
import { type Collection, copy, type MongoStore } from './MongoStore.ts';

type Command = (collection: Collection, command: Document) => Document;

const hello = () => ({
  isWritablePrimary: true,
  helloOk: true,
  maxBsonObjectSize: 16_777_216,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
  localTime: new Date(),
  logicalSessionTimeoutMinutes: 30,
  connectionId: 1,
  minWireVersion: 0,
  maxWireVersion: 21,
  readOnly: false,
});

/** Answers fit into one batch: the stores of tests are small. */
const cursor = (command: Document, documents: Document[]) => ({
  cursor: { id: Long.ZERO, ns: `${command.$db}.${Object.values(command)[0]}`, firstBatch: documents },
});

const COMMANDS: Record<string, Command> = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping: () => ({}),
  endSessions: () => ({}),
  createIndexes(collection, { indexes }) {
    for (const index of indexes) {
      if (!collection.indexes.some(({ name }) => name === index.name)) collection.indexes.push(index);
    }
    return {};
  },
  insert(collection, { documents }) {
    for (const document of documents) collection.insert(document);
    return { n: documents.length };
  },
  find(collection, command) {
    const { filter, sort, skip = 0, limit = 0, projection } = command;
    const found = collection
      .find(filter, sort)
      .slice(Number(skip), limit ? Number(skip) + Number(limit) : undefined);
    const shown = projection ? (new Aggregator([{ $project: projection }]).run(found) as Document[]) : found;
    return cursor(command, shown);
  },
  aggregate: (collection, command) => cursor(command, collection.aggregate(command.pipeline)),
  delete(collection, { deletes }) {
    const gone = deletes.flatMap(({ q, limit }: Document) => collection.find(q).slice(0, limit || undefined));
    for (const document of gone) collection.delete(document);
    return { n: gone.length };
  },
  update(collection, { updates }) {
    const counts = { n: 0, nModified: 0 };
    for (const { q, u, multi, upsert } of updates) {
      const found = collection.find(q).slice(0, multi ? undefined : 1);
      if (found.length === 0 && upsert) found.push(collection.upsert(q, u));
      counts.n += found.length;
      counts.nModified += found.filter((document) => collection.update(document, u)).length;
    }
    return counts;
  },
  findAndModify(collection, { query, sort, update, upsert, remove, new: wantsNew }) {
    const [found] = collection.find(query, sort);
    if (!found) {
      const value = upsert ? collection.upsert(query, update) : null;
      return {
        value: wantsNew ? value : null,
        lastErrorObject: { n: value ? 1 : 0, updatedExisting: false },
      };
    }
    const before = copy(found);
    if (remove) collection.delete(found);
    else collection.update(found, update);
    return { value: wantsNew ? found : before, lastErrorObject: { n: 1, updatedExisting: !remove } };
  },
};

/** Answers as a server does: `ok: 1` and the result, or `ok: 0` and what is wrong. */
export function runCommand(store: MongoStore, command: Document): Document {
  const name = Object.keys(command)[0] ?? '';
  const run = COMMANDS[name];
  if (!run) return { ok: 0, errmsg: `no such command: '${name}'`, code: 59, codeName: 'CommandNotFound' };
  try {
    return { ...run(store.collection(command.$db, String(command[name])), command), ok: 1 };
  } catch (error) {
    const { message, code = 8, keyPattern } = error as Error & { code?: number; keyPattern?: Document };
    return { ok: 0, errmsg: message, code, codeName: 'UnknownError', keyPattern };
  }
}
