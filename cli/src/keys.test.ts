import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory } from '@payung/server/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { ownKeyPlace } from './keys.ts';

const root = temporaryDirectory();
let made = 0;
let home = '';
let data = '';
beforeEach(() => {
  made += 1;
  home = join(root, `home-${made}`);
  data = join(root, `data-${made}`);
  mkdirSync(home);
  mkdirSync(data);
});
const place = (env: Record<string, string> = {}) => ownKeyPlace(env, data, () => home);

describe('the keys of a register of one’s own', () => {
  test('lie in the home, away from the data, and are not there at first', () => {
    const path = join(home, '.config', 'payung', 'keys.json');
    expect(place()).toEqual({ path, existing: false, beside: false });
    writeFileSync(path, '{}');
    expect(place()).toEqual({ path, existing: true, beside: false });
  });

  test('lie where XDG_CONFIG_HOME says', () => {
    const path = join(home, 'etc', 'payung', 'keys.json');
    expect(place({ XDG_CONFIG_HOME: join(home, 'etc') })).toEqual({ path, existing: false, beside: false });
  });

  test('stay beside the data where they already are', () => {
    writeFileSync(join(data, 'keys.json'), '{}');
    expect(place()).toEqual({ path: join(data, 'keys.json'), existing: true, beside: true });
  });

  test('lie beside the data where there is no home, or nothing can be written in it', () => {
    const beside = { path: join(data, 'keys.json'), existing: false, beside: true };
    const homeless = () => {
      throw new Error('no home');
    };
    expect(ownKeyPlace({}, data, homeless)).toEqual(beside);
    writeFileSync(join(home, '.config'), 'a file where the folder should be');
    expect(place()).toEqual(beside);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['keys in the environment',      { PAYUNG_KEYS: '{}' }],
    ['a key file of one’s own',      { PAYUNG_KEY_FILE: '/etc/payung/keys.json' }],
    ['a database server',            { DATABASE_URL: 'postgres://payung_app@db/payung' }],
    ['production',                   { NODE_ENV: 'production' }],
  ] as const)('%s: the operator says where they are', (_, env) => {
    expect(place(env)).toBeUndefined();
  });
});
