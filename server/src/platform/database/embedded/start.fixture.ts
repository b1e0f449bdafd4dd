/** A process that uses the embedded PostgreSQL until its parent says how to end; `start.test.ts` forks it. */
import pg from 'pg';
import { startEmbedded } from './start.ts';

const [dataDirectory = '', statement = 'select 1'] = process.argv.slice(2);
const embedded = await startEmbedded({ dataDirectory });
const client = new pg.Client({ connectionString: embedded.urlFor('postgres') });
client.on('error', () => undefined);
await client.connect();
await client.query(statement);
process.on('message', () => process.exit());
process.send?.({ attached: embedded.attached });
