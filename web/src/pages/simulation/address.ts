/** What the address of the simulation holds: figures of a case, and nothing that tells whose case it is. */
export const addressNames = [
  'bagian',
  'segmen',
  'bulan',
  'sampai',
  'tanggal',
  'upah',
  'kelas',
  'skala',
  'program',
  'padatkarya',
  'penghasilan',
  'sektor',
  'pembayar',
  'jht',
  'dasar',
  'nilai',
  'ppn',
  'jalur',
  'lama',
  'peristiwa',
  'peristiwapmi',
  'aktif',
  'kepesertaan',
  'masaiur',
  'anak',
  'saldojht',
  'pensiun',
  'masajp',
  'upahjp',
  'jumlahkepesertaan',
  'tunggakan',
  'kejadian',
  'bulansakit',
  'harisakit',
  'darat',
  'laut',
  'udara',
  'hilang',
  'kidal',
  'alasanphk',
  'iur24',
  'berturut',
  'usiadaftar',
  'kalijkp',
  'tanggalklaim',
  'bulanjkp',
  'saldo',
  'bulanjht',
  'hasil',
  'alasanjht',
  'diminta',
  'tujuan',
  'pernah',
  'masihiur',
] as const;

export type AddressName = (typeof addressNames)[number];

/** What was filled in, as it was typed. An empty text was cleared; an absent one was never touched. */
export type Address = { readonly [N in AddressName]?: string };

/** The simulation's part of an address. */
export function readAddress(search: Readonly<Record<string, unknown>>): Address {
  return Object.fromEntries(
    addressNames.flatMap((name) => {
      const value = search[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}
