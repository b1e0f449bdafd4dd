/** Writes tables.generated.ts, and the list of tables in docs/model.md, from the migrations: `node server/src/platform/database/generate-tables.ts`. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap, withClient } from './bootstrap.ts';
import { startEmbedded } from './embedded/start.ts';
import { migrate } from './migrate.ts';
import { describeTables, writeModelPage } from './model-page.ts';
import { generateTables } from './tables.ts';

const dataDirectory = mkdtempSync(join(tmpdir(), 'payung-tables-'));
try {
  const embedded = await startEmbedded({ dataDirectory, settings: { fsync: 'off' } });
  const url = embedded.urlFor('postgres');
  await bootstrap(url);
  await migrate(url, join(import.meta.dirname, '../../../migrations'));
  writeFileSync(join(import.meta.dirname, 'tables.generated.ts'), await withClient(url, generateTables));
  const page = join(import.meta.dirname, '../../../../docs/model.md');
  const described = await withClient(url, describeTables);
  writeFileSync(page, writeModelPage(readFileSync(page, 'utf8'), described));
  await embedded.stop();
} finally {
  rmSync(dataDirectory, { recursive: true, force: true });
}
