import { expect, test } from 'vitest';
import { say } from './index.ts';

// biome-ignore format: aligned table of cases
test.each([
  ['a day',          'id', 'agreements.notInForce', { number: 'PKS-1', day: '2026-11-01' },   'Perjanjian PKS-1 tidak berlaku pada 1 November 2026.'],
  ['a month',        'id', 'billing.nothingToBill', { month: '2026-08' },                      'Tidak ada peserta yang dapat ditagih untuk Agustus 2026.'],
  ['no day at all',  'id', 'agreements.notInForce', { number: '2026-13', day: '2026-02-30' },  'Perjanjian 2026-13 tidak berlaku pada 2026-02-30.'],
  ['nothing',        'id', 'village.unknown',       { village: 'Khayalan', nearest: [] },      'Nama desa Khayalan tidak ditemukan. Yang mirip: –.'],
] as const)('%s is written as the language has it', (_name, language, code, facts, text) => {
  expect(say(language, code, facts).text).toBe(text);
});
