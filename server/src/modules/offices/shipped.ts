import type { Office } from './model.ts';

const desa = ['desa'] as const;
const both = ['desa', 'kelurahan'] as const;

/**
 * The bodies of every village of Indonesia. The number of seats stands here only where the law itself gives one; of all others
 * the village says it, with its source.
 */
// biome-ignore format: a table
export const shippedOffices: readonly Office[] = [
  { office: 'kepala_desa',     body: 'village_officials', place: 1, nameId: 'Kepala Desa',          nameEn: 'Village head',           group: 'village_official', villageKinds: desa, seats: 1,    citation: 'UU 6/2014 Pasal 25' },
  { office: 'sekretaris_desa', body: 'village_officials', place: 2, nameId: 'Sekretaris Desa',      nameEn: 'Village secretary',      group: 'village_official', villageKinds: desa, seats: 1,    citation: 'Permendagri 84/2015 Pasal 3' },
  { office: 'kaur',            body: 'village_officials', place: 3, nameId: 'Kepala Urusan (Kaur)', nameEn: 'Head of section (kaur)', group: 'village_official', villageKinds: desa, seats: null, citation: 'Permendagri 84/2015 Pasal 3' },
  { office: 'kasi',            body: 'village_officials', place: 4, nameId: 'Kepala Seksi (Kasi)',  nameEn: 'Head of section (kasi)', group: 'village_official', villageKinds: desa, seats: null, citation: 'Permendagri 84/2015 Pasal 5' },
  { office: 'kepala_dusun',    body: 'village_officials', place: 5, nameId: 'Kepala Dusun',         nameEn: 'Head of a hamlet',       group: 'village_official', villageKinds: desa, seats: null, citation: 'Permendagri 84/2015 Pasal 4' },
  { office: 'bpd_chair',       body: 'bpd',               place: 1, nameId: 'Ketua BPD',            nameEn: 'Chair of the BPD',       group: 'bpd',              villageKinds: desa, seats: 1,    citation: 'UU 6/2014 Pasal 59' },
  { office: 'bpd_vice_chair',  body: 'bpd',               place: 2, nameId: 'Wakil Ketua BPD',      nameEn: 'Vice chair of the BPD',  group: 'bpd',              villageKinds: desa, seats: 1,    citation: 'UU 6/2014 Pasal 59' },
  { office: 'bpd_secretary',   body: 'bpd',               place: 3, nameId: 'Sekretaris BPD',       nameEn: 'Secretary of the BPD',   group: 'bpd',              villageKinds: desa, seats: 1,    citation: 'UU 6/2014 Pasal 59' },
  { office: 'bpd_member',      body: 'bpd',               place: 4, nameId: 'Anggota BPD',          nameEn: 'Member of the BPD',      group: 'bpd',              villageKinds: desa, seats: null, citation: 'UU 6/2014 Pasal 58' },
  { office: 'rt_head',         body: 'rt',                place: 1, nameId: 'Ketua RT',             nameEn: 'Head of an RT',          group: 'rt_rw',            villageKinds: both, seats: null, citation: null },
  { office: 'rw_head',         body: 'rw',                place: 1, nameId: 'Ketua RW',             nameEn: 'Head of an RW',          group: 'rt_rw',            villageKinds: both, seats: null, citation: null },
  { office: 'lpm_chair',       body: 'lpm',               place: 1, nameId: 'Ketua LPM',            nameEn: 'Chair of the LPM',       group: 'lpm',              villageKinds: both, seats: null, citation: null },
  { office: 'lpm_member',      body: 'lpm',               place: 2, nameId: 'Pengurus LPM',         nameEn: 'Officer of the LPM',     group: 'lpm',              villageKinds: both, seats: null, citation: null },
  { office: 'pkk_chair',       body: 'pkk',               place: 1, nameId: 'Ketua TP PKK',         nameEn: 'Chair of the PKK',       group: 'pkk',              villageKinds: both, seats: null, citation: null },
  { office: 'pkk_member',      body: 'pkk',               place: 2, nameId: 'Pengurus TP PKK',      nameEn: 'Officer of the PKK',     group: 'pkk',              villageKinds: both, seats: null, citation: null },
];
