import { parentPort } from 'node:worker_threads';
import { type Records, sampleStrangers, scorePairs } from '@payung/identity';
import type { Asked } from './second-core.ts';

let records: Records | undefined;

parentPort?.on('message', (asked: Asked) => {
  if ('records' in asked) {
    records = asked.records;
    parentPort?.postMessage(asked.isTrained ? [] : sampleStrangers(asked.records, asked.spec));
    return;
  }
  if (records === undefined) return;
  const scored = scorePairs(records, asked.model, { part: 1, parts: 2 });
  // Handed over, not copied.
  const buffers = Object.values(scored.pairs).flatMap(({ buffer }) =>
    buffer instanceof ArrayBuffer ? [buffer] : [],
  );
  parentPort?.postMessage(scored, buffers);
});
