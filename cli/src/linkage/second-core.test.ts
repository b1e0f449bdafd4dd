import { availableParallelism } from 'node:os';
import {
  encodeRecords,
  inferSpec,
  joinPairs,
  type LinkageSpec,
  orderPairs,
  scorePairs,
  trainedModel,
  trainModel,
} from '@payung/identity';
import { expect, test } from 'vitest';
import { modelFor } from './link.ts';
import { SecondCore } from './second-core.ts';

const names = ['Maria Seran', 'Yohanes Bria', 'Petrus Nahak', 'Anastasia Klau', 'Dominggus Tae'];
const rows = Array.from({ length: 400 }, (_, n) => n);
const table = {
  id: rows.map(String),
  nama: rows.map((n) => `${names[n % names.length]} ${names[(n * 3) % 7] ?? 'Mau'}`),
  lahir: rows.map((n) => `19${50 + ((n % 200) % 45)}-0${1 + (n % 9)}-1${(n >> 1) % 10}`),
  desa: rows.map((n) => `Desa ${'abcdefgh'.charAt((n % 200) >> 5)}${n % 11}`),
};

test.runIf(availableParallelism() > 1)('two cores find what one finds, learning or not', async () => {
  const spec = inferSpec(table);
  const records = encodeRecords(table, undefined, spec);
  const model = trainModel(records, spec);
  const alone = scorePairs(records, model);
  const given: readonly LinkageSpec[] = [spec, model];
  expect(given.map((one) => trainedModel(one) !== undefined)).toEqual([false, true]);
  for (const one of given) {
    const second = SecondCore.start();
    try {
      const own = await modelFor(records, one, second);
      expect(own).toEqual(model);
      const other = second?.score(own);
      const parts = [scorePairs(records, own, { part: 0, parts: 2 }), await other];
      const pairs = joinPairs(parts.flatMap((part) => (part === undefined ? [] : [part.pairs])));
      expect(orderPairs(pairs, records, spec)).toEqual(orderPairs(alone.pairs, records, spec));
      expect(parts.reduce((sum, part) => sum + (part?.candidates ?? 0), 0)).toBe(alone.candidates);
    } finally {
      await second?.end();
    }
  }
});
