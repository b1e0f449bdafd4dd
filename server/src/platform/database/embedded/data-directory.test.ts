import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '#testing';
import { chooseDataDirectory } from './data-directory.ts';

// biome-ignore format: aligned table of cases
test.each([
  // case                                       PAYUNG_DATA        working directory  path
  ['as it is, even where it cannot be used',    '/root/rahasia',   '/srv/payung',     '/root/rahasia'],
  ['relative to the working directory',         'data',            '/srv/payung',     '/srv/payung/data'],
])('a configured directory is taken %s', (_, PAYUNG_DATA, cwd, path) => {
  expect(chooseDataDirectory({ PAYUNG_DATA }, cwd)).toEqual({ path, reason: 'configured' });
});

test('a checkout that the database can enter holds its own data', () => {
  const checkout = temporaryDirectory();
  const expected = { path: join(checkout, '.payung'), reason: 'checkout' };
  expect(chooseDataDirectory({}, checkout)).toEqual(expected);
  expect(chooseDataDirectory({ PAYUNG_DATA: '' }, checkout)).toEqual(expected);
  mkdirSync(join(checkout, '.payung'), { mode: 0o711 });
  expect(chooseDataDirectory({}, checkout)).toEqual(expected);
});

const asRoot = process.getuid?.() === 0;

test.skipIf(!asRoot)('root in a checkout closed to others gets a lasting place, one per checkout', () => {
  const closed = join(temporaryDirectory(), 'closed');
  const first = join(closed, 'a', 'payung');
  const second = join(closed, 'b', 'payung');
  mkdirSync(first, { recursive: true, mode: 0o700 });
  mkdirSync(second, { recursive: true, mode: 0o700 });
  const chosen = chooseDataDirectory({}, first);
  expect(chosen.reason).toBe('elsewhere');
  expect(chosen.path).toMatch(new RegExp(`^/(var/lib|srv|opt)/payung/${basename(first)}-[0-9a-f]{8}$`));
  expect(chooseDataDirectory({}, first)).toEqual(chosen);
  expect(chooseDataDirectory({}, second).path).not.toBe(chosen.path);
});

// Root writes everywhere.
test.skipIf(asRoot)('an ordinary user in a checkout that is not his gets a place of his own', () => {
  const checkout = join(temporaryDirectory(), 'payung');
  mkdirSync(checkout, { mode: 0o555 });
  const share = temporaryDirectory();
  const chosen = chooseDataDirectory({ XDG_DATA_HOME: share }, checkout);
  expect(chosen.reason).toBe('elsewhere');
  expect(chosen.path.startsWith(join(share, 'payung', 'payung-'))).toBe(true);
});
