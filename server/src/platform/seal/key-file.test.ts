import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { KeyringError } from './errors.ts';
import { createKeyFile, loadKeyring, rotateSealingKey } from './key-file.ts';
import {
  auditKeyId,
  auditPublicKeyPem,
  newKeyringDocument,
  openKeyring,
  parseKeyringDocument,
} from './keyring.ts';
import { createSealer } from './sealer.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'payung-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const failure = (work: () => unknown): KeyringError => {
  try {
    work();
  } catch (error) {
    if (error instanceof KeyringError) return error;
    throw error;
  }
  return expect.fail('no error');
};

describe('where keys come from', () => {
  const document = newKeyringDocument();
  const json = JSON.stringify(document);

  test.each([
    ['JSON', json],
    ['JSON on many lines', JSON.stringify(document, undefined, 2)],
    ['JSON in base64', Buffer.from(json).toString('base64')],
  ])('PAYUNG_KEYS as %s', (_, PAYUNG_KEYS) => {
    expect(loadKeyring({ PAYUNG_KEYS }).activeSealingKey).toBe(document.sealing[0]?.id);
  });

  test('PAYUNG_KEY_FILE, made by createKeyFile for its owner alone', () => {
    const path = join(folder, 'keys.json');
    createKeyFile(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['keys.json']);
    expect(loadKeyring({ PAYUNG_KEY_FILE: path }).sealing.size).toBe(1);
  });

  test('a place of its own when the caller allows: made once, found again', () => {
    const allowCreateAt = join(folder, 'keys.json');
    const first = loadKeyring({ PAYUNG_DATA: folder }, { allowCreateAt });
    expect(loadKeyring({ PAYUNG_DATA: folder }, { allowCreateAt }).activeSealingKey).toBe(
      first.activeSealingKey,
    );
  });

  test('never made silently: not without leave, and not in production', () => {
    const allowCreateAt = join(folder, 'keys.json');
    expect(failure(() => loadKeyring({})).code).toBe('keyring.missing');
    expect(failure(() => loadKeyring({ PAYUNG_KEYS: '', PAYUNG_KEY_FILE: '' })).code).toBe('keyring.missing');
    expect(failure(() => loadKeyring({ NODE_ENV: 'production' }, { allowCreateAt })).code).toBe(
      'keyring.missing',
    );
    expect(failure(() => loadKeyring({ PAYUNG_KEY_FILE: allowCreateAt }, { allowCreateAt })).code).toBe(
      'keyring.unreadable',
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test('both at once are refused', () => {
    expect(failure(() => loadKeyring({ PAYUNG_KEYS: json, PAYUNG_KEY_FILE: 'x' })).code).toBe(
      'keyring.ambiguous',
    );
  });

  test('not beside the data, also behind a symbolic link', () => {
    const data = join(folder, 'data');
    mkdirSync(data);
    createKeyFile(join(data, 'keys.json'));
    symlinkSync(data, join(folder, 'elsewhere'));
    for (const PAYUNG_KEY_FILE of [join(data, 'keys.json'), join(folder, 'elsewhere', 'keys.json')]) {
      expect(failure(() => loadKeyring({ PAYUNG_KEY_FILE, PAYUNG_DATA: data })).code).toBe(
        'keyring.besideData',
      );
    }
    createKeyFile(join(folder, 'data-keys.json'));
    const beside = loadKeyring({ PAYUNG_KEY_FILE: join(folder, 'data-keys.json'), PAYUNG_DATA: data });
    expect(beside.sealing.size).toBe(1);
  });

  // biome-ignore format: aligned table of cases
  test.skipIf(process.platform === 'win32').each([
    [0o600, 'loads'],
    [0o400, 'loads'],
    [0o440, 'loads'],
    [0o644, 'keyring.exposed'],
    [0o604, 'keyring.exposed'],
    [0o660, 'keyring.exposed'],
    [0o602, 'keyring.exposed'],
  ] as const)('a file of mode %o', (mode, outcome) => {
    const path = join(folder, 'keys.json');
    createKeyFile(path);
    chmodSync(path, mode);
    if (outcome === 'loads') expect(loadKeyring({ PAYUNG_KEY_FILE: path }).sealing.size).toBe(1);
    else {
      const error = failure(() => loadKeyring({ PAYUNG_KEY_FILE: path }));
      expect(error.code).toBe(outcome);
      expect(error.message).toContain(`chmod 600 ${path}`);
    }
  });

  test('an existing file is never replaced', () => {
    const path = join(folder, 'keys.json');
    createKeyFile(path);
    const before = readFileSync(path, 'utf8');
    expect(failure(() => createKeyFile(path)).code).toBe('keyring.exists');
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(readdirSync(folder)).toEqual(['keys.json']);
  });
});

describe('what a keyring must hold', () => {
  const good = newKeyringDocument();
  const [active] = good.sealing;
  const short = Buffer.alloc(31).toString('base64');
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ format: 'der', type: 'pkcs8' })
    .toString('base64');

  // biome-ignore format: aligned table of cases
  test.each([
    ['no JSON',                         '{"version":1,"match":"c2VjcmV0'],
    ['neither JSON nor base64 of it',   'c2VjcmV0c2VjcmV0'],
    ['a list',                          JSON.stringify([good])],
    ['a later version',                 JSON.stringify({ ...good, version: 2 })],
    ['no sealing key',                  JSON.stringify({ ...good, sealing: [] })],
    ['no active sealing key',           JSON.stringify({ ...good, sealing: [{ ...active, active: false }] })],
    ['two active sealing keys',         JSON.stringify({ ...good, sealing: [active, { ...active, id: '00000000', key: good.match }] })],
    ['two sealing keys of one id',      JSON.stringify({ ...good, sealing: [active, { ...active, active: false }] })],
    ['a key of 31 bytes',               JSON.stringify({ ...good, match: short })],
    ['one key for two purposes',        JSON.stringify({ ...good, match: good.blindIndex })],
    ['a field we do not know',          JSON.stringify({ ...good, extra: 'c2VjcmV0' })],
    ['a signing key that is none',      JSON.stringify({ ...good, auditSigning: good.match })],
    ['an RSA signing key',              JSON.stringify({ ...good, auditSigning: rsa })],
  ])('refused: %s', (_, text) => {
    const error = failure(() => openKeyring(parseKeyringDocument(text)));
    expect(error.code).toBe('keyring.malformed');
    expect(error.message).not.toMatch(/c2VjcmV0/);
    expect(error.message).not.toContain(good.blindIndex);
  });

  test('an opened keyring prints no key', () => {
    const printed = inspect(openKeyring(good), { depth: 10 }) + JSON.stringify(openKeyring(good));
    for (const secret of [active?.key ?? '', good.blindIndex, good.match, good.auditSigning]) {
      expect(printed).not.toContain(secret);
      expect(printed).not.toContain(Buffer.from(secret, 'base64').toString('hex'));
    }
  });

  test('its public signing key can be handed out', () => {
    const keyring = openKeyring(good);
    const handedOut = createPublicKey(auditPublicKeyPem(keyring));
    expect(auditKeyId(handedOut)).toBe(keyring.audit.keyId);
  });
});

describe('rotation', () => {
  test('adds an active key, keeps the others, and leaves the rest as it was', () => {
    const path = join(folder, 'keys.json');
    createKeyFile(path);
    const before = createSealer(loadKeyring({ PAYUNG_KEY_FILE: path }));
    const personId = newId();
    const envelope = before.seal(personId, { nik: '5304015508909001' });

    const newKey = rotateSealingKey(path);
    const keyring = loadKeyring({ PAYUNG_KEY_FILE: path });
    const after = createSealer(keyring);
    expect(keyring.activeSealingKey).toBe(newKey);
    expect(keyring.sealing.size).toBe(2);
    expect(after.open(personId, envelope)).toEqual({ nik: '5304015508909001' });
    expect(after.isCurrent(envelope)).toBe(false);
    expect(after.blindIndex('nik', '1')).toEqual(before.blindIndex('nik', '1'));
    expect(after.matchHash('x')).toBe(before.matchHash('x'));
    expect(readdirSync(folder)).toEqual(['keys.json']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('follows a symbolic link to the file itself', () => {
    createKeyFile(join(folder, 'real.json'));
    symlinkSync(join(folder, 'real.json'), join(folder, 'link.json'));
    rotateSealingKey(join(folder, 'link.json'));
    expect(loadKeyring({ PAYUNG_KEY_FILE: join(folder, 'real.json') }).sealing.size).toBe(2);
  });

  test('leaves a file alone that it cannot read', () => {
    const path = join(folder, 'keys.json');
    writeFileSync(path, '{}', { mode: 0o600 });
    expect(failure(() => rotateSealingKey(path)).code).toBe('keyring.malformed');
    expect(readFileSync(path, 'utf8')).toBe('{}');
  });
});
