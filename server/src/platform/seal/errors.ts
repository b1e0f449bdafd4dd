/** Why an envelope or a sealed file cannot be opened. */
export type SealFault = 'seal.malformed' | 'seal.unknownKey' | 'seal.wrongOwner' | 'seal.tampered';

const FAULTS: Record<SealFault, string> = {
  'seal.malformed': 'these bytes are not a sealed envelope',
  'seal.unknownKey': 'sealed with a key that this keyring does not hold',
  'seal.wrongOwner': 'sealed for someone or something else',
  'seal.tampered': 'altered since it was sealed',
};

/**
 * An envelope that does not open. `facts.keyId` is the key it names, when it names one.
 * Neither the message nor the facts ever hold what was sealed.
 */
export class SealError extends Error {
  readonly code: SealFault;
  readonly facts: { readonly keyId?: string };

  constructor(code: SealFault, facts: { readonly keyId?: string } = {}) {
    super(FAULTS[code]);
    this.name = 'SealError';
    this.code = code;
    this.facts = facts;
  }
}

/** What is wrong with the keys at start-up. */
export type KeyringFault =
  | 'keyring.missing'
  | 'keyring.ambiguous'
  | 'keyring.unreadable'
  | 'keyring.malformed'
  | 'keyring.exposed'
  | 'keyring.besideData'
  | 'keyring.exists';

type KeyringFacts = { readonly path?: string; readonly reason?: string };

/** Indonesian first, then English: the operator reads these in the terminal, before any interface exists. */
const EXPLANATIONS: Record<KeyringFault, (path: string, reason: string) => readonly [string, string]> = {
  'keyring.missing': () => [
    'Kunci penyegel belum ada. Buat dengan `payung keys create BERKAS` di luar folder data, lalu isi PAYUNG_KEY_FILE=BERKAS (atau PAYUNG_KEYS).',
    'There are no sealing keys. Make them with `payung keys create FILE` outside the data folder, then set PAYUNG_KEY_FILE=FILE (or PAYUNG_KEYS).',
  ],
  'keyring.ambiguous': () => [
    'PAYUNG_KEYS dan PAYUNG_KEY_FILE sama-sama terisi. Hapus salah satunya.',
    'PAYUNG_KEYS and PAYUNG_KEY_FILE are both set. Remove one of them.',
  ],
  'keyring.unreadable': (path, reason) => [
    `Berkas kunci ${path} tidak dapat dibaca (${reason}). Periksa letak dan pemiliknya.`,
    `The key file ${path} cannot be read (${reason}). Check where it is and who owns it.`,
  ],
  'keyring.malformed': (path, reason) => [
    `Isi kunci di ${path} tidak sah (${reason}). Pulihkan dari cadangan; kunci baru tidak dapat membuka data lama.`,
    `The keys in ${path} are not valid (${reason}). Restore them from their backup; new keys cannot open old data.`,
  ],
  'keyring.exposed': (path) => [
    `Berkas kunci ${path} dapat dibaca atau diubah orang lain. Jalankan: chmod 600 ${path}`,
    `The key file ${path} can be read or changed by others. Run: chmod 600 ${path}`,
  ],
  'keyring.besideData': (path) => [
    `Berkas kunci ${path} berada di dalam folder data: siapa pun yang mencuri data mendapat kuncinya. Pindahkan, lalu ubah PAYUNG_KEY_FILE.`,
    `The key file ${path} lies inside the data folder: whoever steals the data gets the key. Move it, then change PAYUNG_KEY_FILE.`,
  ],
  'keyring.exists': (path) => [
    `${path} sudah ada dan tidak ditimpa: tanpa kunci lama, data lama tidak dapat dibuka. Pilih nama lain.`,
    `${path} exists and is not overwritten: without the old keys the old data cannot be opened. Choose another name.`,
  ],
};

/** The keys cannot be used; the message says where and what to do, in Indonesian and English. Holds no key. */
export class KeyringError extends Error {
  readonly code: KeyringFault;
  readonly facts: KeyringFacts;

  constructor(code: KeyringFault, facts: KeyringFacts = {}) {
    super(EXPLANATIONS[code](facts.path ?? 'PAYUNG_KEYS', facts.reason ?? '').join('\n'));
    this.name = 'KeyringError';
    this.code = code;
    this.facts = facts;
  }
}
