import { expect, test } from 'vitest';
import { readAnswer } from './answer.ts';

// biome-ignore format: aligned table of cases
test.each([
  // result          code     words                                     state        reason
  ['DITERIMA',       '',      '',                                       'accepted',  undefined],
  ['Berhasil',       '00',    'Data tersimpan',                         'accepted',  undefined],
  ['',               '00',    '',                                       'accepted',  undefined],
  ['',               '',      'Sukses',                                 'accepted',  undefined],
  ['DITOLAK',        '',      'NIK tidak ditemukan',                    'rejected',  'registration.nikUnknown'],
  ['Gagal',          'E02',   'Nama tidak sesuai Dukcapil',             'rejected',  'registration.nameDiffers'],
  ['Gagal',          '',      'Tanggal lahir berbeda',                  'rejected',  'registration.birthDiffers'],
  ['Tidak valid',    '',      'Sudah terdaftar di perusahaan lain',     'rejected',  'registration.activeElsewhere'],
  ['',               '',      'Ditolak: usia di atas 65 tahun',         'rejected',  'registration.tooOld'],
  ['Tolak',          '',      'NIK sudah meninggal dunia',              'rejected',  'registration.dead'],
  ['Gagal',          '',      'Nomor HP kosong',                        'rejected',  'registration.incomplete'],
  ['',               '17',    '',                                       'rejected',  'registration.other'],
  ['Ditolak',        '',      '',                                       'rejected',  'registration.other'],
  ['',               '',      '',                                       'unclear',   undefined],
  ['sedang proses',  '',      '',                                       'unclear',   undefined],
] as const)('%s %s %s is %s', (result, code, words, state, reason) => {
  expect(readAnswer(result, code, words)).toEqual(reason === undefined ? { state } : { state, reason });
});
