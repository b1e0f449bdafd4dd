import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseDataDirectory } from './data-directory.ts';

let checkout: string;
beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), 'payung-choose-'));
});
afterAll(() => rmSync(checkout, { recursive: true, force: true }));

test('a configured directory is taken as it is, relative to the working directory', () => {
  expect(chooseDataDirectory({ PAYUNG_DATA: '/root/rahasia' }, '/work')).toEqual({
    path: '/root/rahasia',
    reason: 'configured',
  });
  expect(chooseDataDirectory({ PAYUNG_DATA: 'data' }, '/srv/payung').path).toBe('/srv/payung/data');
});

test('a checkout that the database can enter holds its own data', () => {
  const open = join(checkout, 'open');
  mkdirSync(open, { recursive: true, mode: 0o755 });
  // mkdtemp makes its directory for its owner alone.
  const ours = process.getuid?.() === 0 ? '/' : open;
  expect(chooseDataDirectory({ PAYUNG_DATA: '' }, ours)).toEqual({
    path: join(ours, '.payung'),
    reason: 'checkout',
  });
});

test.skipIf(process.getuid?.() !== 0)(
  'root in a checkout closed to others gets a lasting place, one per checkout',
  () => {
    const first = chooseDataDirectory({}, checkout);
    expect(first.reason).toBe('elsewhere');
    expect(first.path).toMatch(new RegExp(`^/var/lib/payung/${basename(checkout)}-[0-9a-f]{8}$`));
    expect(chooseDataDirectory({}, checkout)).toEqual(first);
    const same = join(checkout, basename(checkout));
    mkdirSync(same);
    expect(chooseDataDirectory({}, same).path).not.toBe(first.path);
  },
);
