import { parentPort } from 'node:worker_threads';
import { scorePairs } from '@payung/identity';

parentPort?.once('message', ({ records, model }) => {
  const scored = scorePairs(records, model, { part: 1, parts: 2 });
  // Handed over, not copied.
  const buffers = Object.values(scored.pairs).flatMap(({ buffer }) =>
    buffer instanceof ArrayBuffer ? [buffer] : [],
  );
  parentPort?.postMessage(scored, buffers);
});
