import { blindIndexer, type IndexKind, matchHasher } from './blind-index.ts';
import { type EnvelopeSealer, envelopeSealer } from './envelope.ts';
import { type FileSealer, fileSealer } from './file.ts';
import type { Keyring } from './keyring.ts';

/** Everything done with the keyring's secret keys except signing. */
export type Sealer = EnvelopeSealer &
  FileSealer & {
    /** 16 bytes by which an exact, normalised value is found; different for the same text of another kind. */
    blindIndex(kind: IndexKind, value: string): Buffer;
    /** Signed 64-bit hash of a match key: a `bigint` column, and with `String()` its text for `COPY`. */
    matchHash(matchKey: string): bigint;
  };

/** Made once at start-up: derives what the keyring's keys are used for. */
export function createSealer(keyring: Keyring): Sealer {
  return {
    ...envelopeSealer(keyring),
    ...fileSealer(keyring),
    blindIndex: blindIndexer(keyring.blindIndex),
    matchHash: matchHasher(keyring.match),
  };
}
