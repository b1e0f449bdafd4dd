import type { NormalisedName } from '@payung/identity';
import type { Day } from '@payung/kernel';
import { newId } from '#platform/ids';
import type { SealedRecord, Sealer } from '#platform/seal';
import { type Judgement, type Outcome, outcomeOf, type PersonReading } from '../judge/index.ts';
import { digestBytes } from './digest.ts';

/** A row as acceptance inserts it, set-wise and without looking at it again. */
export interface PreparedRow {
  readonly personId: string;
  readonly isNew: boolean;
  readonly name: string;
  readonly nameKey: string;
  readonly nameTurned: string;
  readonly sex: 'L' | 'P' | null;
  readonly birthDate: Day | null;
  readonly birthPrecision: 'day' | 'month' | 'year' | null;
  readonly area: number;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly occupation: string;
  readonly occupationText: string;
  /**
   * Of somebody new, also of a doubtful row that may become one; of somebody known what the row says, where it may fill in what is
   * empty; null otherwise.
   */
  readonly sealed: Buffer | null;
  readonly nikHash: Buffer | null;
  readonly matchHashes: readonly bigint[];
  readonly example: boolean;
  readonly membershipId: string;
  readonly workId: string;
  readonly outcome: Outcome;
  /** Envelope of somebody known without a NIK, completed by what the row says; null for all others. */
  readonly completion: Buffer | null;
  /** SHA-256 of the envelope that it replaces; null with it. */
  readonly replaces: Buffer | null;
  /** Id that the envelope is bound to, of a row that was doubtful; null where it is `personId`. */
  readonly proposedId: string | null;
}

/** What a row is found by, and whether its list is part of the example. */
interface RowKeys {
  readonly nikHash: Buffer | undefined;
  readonly matchHashes: readonly bigint[];
  readonly example: boolean;
}

/** Seals and hashes what an enrolled row will need, so that acceptance is one statement per table. */
export function prepareRow(
  sealer: Sealer,
  reading: PersonReading,
  judgement: Judgement,
  keys: RowKeys,
): PreparedRow {
  const { personId } = judgement;
  if (personId === undefined || reading.village === undefined)
    throw new Error('an enrolled row has a person and a village');
  const isNew = judgement.verdict === 'new';
  const { completes } = judgement;
  const isSealed = isNew || completes !== undefined;
  return {
    personId,
    isNew,
    name: reading.name,
    ...nameKeys(reading.normalised),
    sex: reading.sex ?? null,
    birthDate: reading.birthDate ?? null,
    birthPrecision: reading.birthPrecision ?? null,
    area: reading.village,
    rt: reading.rt ?? null,
    rw: reading.rw ?? null,
    occupation: reading.occupation.code,
    occupationText: reading.occupation.text,
    sealed: isNew || judgement.fills === true ? sealer.seal(personId, sealedRecord(reading)) : null,
    completion:
      completes === undefined
        ? null
        : sealer.seal(personId, { ...sealer.open(personId, completes.envelope), ...sealedRecord(reading) }),
    nikHash: isSealed ? (keys.nikHash ?? null) : null,
    matchHashes: isSealed ? keys.matchHashes : [],
    // Whoever has no synthetic NIK to tell by is synthetic when the list is.
    example: reading.nik.ok ? reading.nik.synthetic : keys.example,
    membershipId: newId(),
    workId: newId(),
    outcome: outcomeOf(judgement),
    proposedId: null,
    replaces: completes === undefined ? null : digestBytes(completes.envelope),
  };
}

/**
 * A row that is or was doubtful: ready as somebody new, whatever was found, so that whoever decides otherwise later changes one
 * word and no envelope.
 */
export function prepareDoubtful(
  sealer: Sealer,
  reading: PersonReading,
  judgement: Judgement,
  proposedId: string,
  keys: RowKeys,
): PreparedRow {
  const { completes, ...rest } = judgement;
  const asNew = prepareRow(sealer, reading, { ...rest, verdict: 'new', personId: proposedId }, keys);
  const known = completes === undefined ? undefined : prepareRow(sealer, reading, judgement, keys);
  return {
    ...asNew,
    personId: judgement.personId ?? proposedId,
    isNew: judgement.verdict !== 'known',
    completion: known?.completion ?? null,
    replaces: known?.replaces ?? null,
    outcome: outcomeOf(judgement),
    proposedId,
  };
}

/** Names are looked up by their beginning, or by the family name that stands last. */
function nameKeys({ text }: NormalisedName): { nameKey: string; nameTurned: string } {
  const words = text.split(' ');
  const last = words.pop() ?? '';
  return { nameKey: text, nameTurned: [last, ...words].join(' ') };
}

function sealedRecord(reading: PersonReading): SealedRecord {
  return {
    ...(reading.nik.ok ? { nik: reading.nik.nik } : {}),
    ...(reading.kk === undefined ? {} : { kk: reading.kk }),
    ...(reading.mother === undefined ? {} : { mother: reading.mother }),
    ...(reading.phone === undefined ? {} : { phone: reading.phone }),
    ...(reading.address === undefined ? {} : { address: reading.address }),
    ...reading.details,
  };
}
