import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { PREFIX } from './template.ts';

const made: string[] = [];

// At import, because a hook that is registered inside another hook or a test does not run.
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

/** An empty directory, open for PostgreSQL's user to pass through; removed after the test file. */
export function temporaryDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(path, 0o711);
  made.push(path);
  return path;
}
