import { expect, test } from 'vitest';
import { nearestIds, wrongLetters } from './wrong-letters.ts';

// biome-ignore format: aligned table of cases
test.each([
  ['start',  'start',   0],
  ['strat',  'start',   2],
  ['',       'start',   5],
  ['start',  '',        5],
  ['starts', 'start',   1],
  ['stert',  'start',   1],
])('from %j to %j: %i', (one, other, letters) => {
  expect(wrongLetters(one, other)).toBe(letters);
});

const ids = ['jp.wage_cap', 'pu.jkp.wage_cap', 'jkm.benefit.funeral', 'jkk.benefit.funeral', 'jht.age'];

// biome-ignore format: aligned table of cases
test.each([
  ['a slip',                          'jp.wage_kap',       ['jp.wage_cap']],
  ['a capital letter',                'JP.Wage_Cap',       ['jp.wage_cap']],
  ['a part of it',                    'wage_cap',          ['jp.wage_cap', 'pu.jkp.wage_cap']],
  ['parts with something left out',   'jkm.funeral',       ['jkm.benefit.funeral']],
  ['another ending',                  'jkk.benefit.burial', ['jkk.benefit.funeral']],
  ['another word',                    'makan siang',       []],
  ['nothing but signs',               '---- ----',         []],
])('%s: %j', (_, given, near) => {
  expect(nearestIds(given, ids)).toEqual(near);
});
