import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterFile } from './after-file.ts';
import { PREFIX } from './template.ts';

/** An empty directory, open for PostgreSQL's user to pass through; removed after the test file. */
export function temporaryDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(path, 0o711);
  afterFile(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
