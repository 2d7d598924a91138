import { MongoBackend } from '@agendajs/mongo-backend';
import { MongoClient } from 'mongodb';
import type { JobStore } from './JobStore.ts';

const COLLECTION = 'agendaJobs';

/** The collection `agendaJobs` of the database that the address names. A connect that failed may be tried again. */
export function mongoJobStore(uri: string): JobStore {
  const client = new MongoClient(uri, { appName: 'duly', serverSelectionTimeoutMS: 5000, maxPoolSize: 4 });
  const mongo = client.db();
  const backend = new MongoBackend({ mongo, collection: COLLECTION });
  const connect = backend.connect.bind(backend);
  backend.connect = async () => {
    try {
      await client.connect();
    } catch (error) {
      await client.close(); // else every later try meets what was given up in this one: “Topology is closed”
      throw error;
    }
    await connect();
    // Agenda upserts by name, which without this may insert twice when two processes start at once.
    const partialFilterExpression = { type: 'single' };
    await mongo
      .collection(COLLECTION)
      .createIndex({ name: 1 }, { name: 'duly_single', unique: true, partialFilterExpression });
  };
  return { backend, close: () => client.close() };
}
