/** Words that say what kind of place it is; they are written before the name, in full or shortened. */
const kindWords = {
  village: /^(desa|ds|kelurahan|kel|klh|kampung adat)\b[\s.:]*/,
  district: /^(kecamatan|kec|kcmtn)\b[\s.:]*/,
  regency: /^(kabupaten|kab|kota administratif|kotamadya|kodya|kota)\b[\s.:]*/,
  province: /^(provinsi|propinsi|prov)\b[\s.:]*/,
} as const;

/** Numerals at the end of a name are written three ways: Manulai II, Manulai 2, Manulai Dua. */
const numerals: Readonly<Record<string, string>> = {
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  x: '10',
  satu: '1',
  dua: '2',
  tiga: '3',
  empat: '4',
  lima: '5',
};

/**
 * A place name as compared: lower case, letters and digits only, without the word for its kind, and with a numeral at the
 * end as digits. "Desa  Kot'olin" → `kotolin`, "Kel. Manulai II" → `manulai2`.
 */
export function nameKey(level: keyof typeof kindWords, text: string): string {
  const plain = lettersOf(text);
  const bare = plain.replace(kindWords[level], '');
  // A place that is called by the word alone keeps it.
  return squeeze(bare === '' ? plain : bare);
}

/** The same, with the word for its kind kept: "Kota Kupang" → `kotakupang`. */
export function wholeKey(text: string): string {
  return squeeze(lettersOf(text));
}

/** The kind written before or after a village's name: "Kel. Oesao", "Oesao (Desa)". Undefined when none is. */
export function villageKindIn(text: string): 'desa' | 'kelurahan' | undefined {
  const plain = lettersOf(text);
  if (/^(desa|ds)\b/.test(plain)) return 'desa';
  if (/^(kelurahan|kel|klh)\b/.test(plain)) return 'kelurahan';
  return undefined;
}

/** The kind written before or after a regency's name: "Kab. Kupang", "Kupang (Kab)". Undefined when none is. */
export function regencyKindIn(text: string): 'kabupaten' | 'kota' | undefined {
  const plain = lettersOf(text);
  if (/^(kabupaten|kab)\b/.test(plain)) return 'kabupaten';
  if (/^(kota|kotamadya|kodya)\b/.test(plain)) return 'kota';
  return undefined;
}

function lettersOf(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      // "Oesao (Desa)": the kind goes before the name. Only in parentheses, because Mara Desa is a village's whole name.
      .replace(/^(.+)\(\s*(desa|ds|kelurahan|kel|kabupaten|kab|kota)\.?\s*\)\s*$/, '$2 $1')
      // Apostrophes join ("Ki'e" is `kie`), every other sign separates.
      .replace(/['’‘`´ʼ]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  );
}

function squeeze(plain: string): string {
  const words = plain.split(' ');
  const last = words.at(-1) ?? '';
  if (words.length > 1) words[words.length - 1] = numerals[last] ?? last;
  return words.join('');
}
