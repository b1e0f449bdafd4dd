/** The table of JKK benefits, and the one that replaced it. */
export const PP_44_2015 = { law: 'PP 44/2015', article: 'Lampiran III' } as const;
export const PP_82_2019 = { law: 'PP 82/2019', article: 'Lampiran III' } as const;

/** Pages that print parts of the tables. */
export const RADAR = {
  confidence: 'quoted',
  page: 'https://radarmukomuko.disway.id/read/676298/keuntungan-menjadi-peserta-bpjs-ketenagakerjaan-bagi-bukan-penerima-upah-layanan-kesehatan-hingga-santunan/30',
} as const;
export const KOMPASIANA = {
  confidence: 'quoted',
  page: 'https://kompasiana.com/ariefrachmathidayat9069/6202a40dbb44867a76609d32/bpjs-ketenagakerjaan-vs-asuransi-swasta?page=3&page_images=1',
} as const;
export const SCRIBD = {
  confidence: 'quoted',
  page: 'https://id.scribd.com/document/481284436/PP-Nomor-82-Tahun-2019-Lamp-III-pdf',
} as const;
export const TOPCAREER = {
  confidence: 'quoted',
  page: 'https://topcareer.id/read/2020/01/20/20855/bpjamsostek-manfaatnya-naik-iurannya-tetap-sama',
} as const;
export const SUARA = {
  confidence: 'quoted',
  page: 'https://amp.suara.com/bisnis/2020/01/06/090000/dahsyat-jokowi-naikkan-beasiswa-bpjamsostek-tanpa-kenaikan-iuran?page=1',
} as const;
/** Known without a page that was read. */
export const UNREAD = { confidence: 'known' } as const;

/** The day on which the JKK parameters were last compared with their sources. */
export const CHECKED = '2026-11-20';
