import { Aggregator, update as applyOperator, Query } from 'mingo';
import { BSON, type Document, ObjectId } from 'mongodb';
import { deserialize, serialize } from './message.ts';

interface Index {
  readonly name: string;
  readonly key: Document;
  readonly unique?: boolean;
  readonly partialFilterExpression?: Document;
}

const keyOf = (value: unknown) => BSON.EJSON.stringify({ value });
export const copy = (document: Document): Document => deserialize(serialize(document));

/** One collection; what a query matches and an update does is decided by mingo. */
export class Collection {
  readonly indexes: Index[] = [{ name: '_id_', key: { _id: 1 }, unique: true }];
  #documents = new Map<string, Document>();

  find(filter: Document = {}, sort: Document = {}): Document[] {
    const query = new Query(filter);
    const found = [...this.#documents.values()].filter((document) => query.test(document));
    return Object.keys(sort).length > 0
      ? this.#live(new Aggregator([{ $sort: sort }]).run(found) as Document[])
      : found;
  }

  aggregate(pipeline: Document[]): Document[] {
    return new Aggregator(pipeline).run([...this.#documents.values()].map(copy)) as Document[];
  }

  insert(document: Document): Document {
    const stored = copy({ ...document, _id: document._id ?? new ObjectId() });
    this.#refuseDuplicate(stored);
    this.#documents.set(keyOf(stored._id), stored);
    return stored;
  }

  delete(document: Document): void {
    this.#documents.delete(keyOf(document._id));
  }

  /** Whether it changed. */
  update(document: Document, change: Document): boolean {
    const before = keyOf(document);
    const { $setOnInsert: _, ...operators } = change;
    if (!Object.keys(change)[0]?.startsWith('$')) replace(document, change);
    else
      for (const [operator, value] of Object.entries(operators))
        applyOperator(document, { [operator]: copy({ value }).value });
    return keyOf(document) !== before;
  }

  upsert(filter: Document, change: Document): Document {
    const document: Document = {};
    for (const [path, value] of Object.entries(filter)) {
      if (!path.startsWith('$') && !isCondition(value)) applyOperator(document, { $set: { [path]: value } });
    }
    this.update(document, change);
    if (change.$setOnInsert) applyOperator(document, { $set: copy(change.$setOnInsert) });
    return this.insert(document);
  }

  #refuseDuplicate(document: Document): void {
    for (const { name, key, unique, partialFilterExpression } of this.indexes) {
      if (!unique) continue;
      const covers = new Query(partialFilterExpression ?? {});
      if (!covers.test(document)) continue;
      const fields = Object.keys(key);
      const same = (other: Document) =>
        fields.every((field) => keyOf(other[field]) === keyOf(document[field]));
      if ([...this.#documents.values()].some((other) => covers.test(other) && same(other))) {
        throw Object.assign(new Error(`E11000 duplicate key error index: ${name}`), {
          code: 11000,
          keyPattern: key,
        });
      }
    }
  }

  /** Sorting may hand out copies; updates need the documents themselves. */
  #live(documents: Document[]): Document[] {
    return documents.map((document) => this.#documents.get(keyOf(document._id)) ?? document);
  }
}

function replace(document: Document, by: Document): void {
  const { _id } = document;
  for (const field of Object.keys(document)) delete document[field];
  Object.assign(document, copy(by), { _id });
}

function isCondition(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Date || '_bsontype' in value)
    return false;
  return Object.keys(value).some((key) => key.startsWith('$'));
}

export class MongoStore {
  readonly #collections = new Map<string, Collection>();

  collection(database: string, name: string): Collection {
    const key = `${database}.${name}`;
    const collection = this.#collections.get(key) ?? new Collection();
    this.#collections.set(key, collection);
    return collection;
  }
}
