import { getMigrations } from 'better-auth/db/migration';
import { expect, test } from 'vitest';
import { testPlatform } from '#testing';
import { signInOptions } from './options.ts';

const { platform } = await testPlatform();

test('better-auth finds every table, column and index it needs in schema auth', async () => {
  const missing = await getMigrations(signInOptions(platform, true));
  expect(missing.toBeCreated).toEqual([]);
  expect(missing.toBeAdded).toEqual([]);
  expect(missing.toBeAddedIndexes).toEqual([]);
});
