import { type NikReading, type NormalisedName, normaliseName, parseNik, type Sex } from '@payung/identity';
import type { Day, Month } from '@payung/kernel';
import type { Programme, Segment } from '#partners';
import type { MessageCode } from '#platform/messages';
import type { Facts } from '#platform/refusal';
import { type ClassifiedRow, cellText, parseBirth, parseSex } from '#rosters';
import { parseNikHash } from '../nik-hash.ts';
import { parsePaidUntil } from './paid-until.ts';
import { parseProgrammes, parseSegment } from './segment.ts';

/** Why a row cannot be taken, or must be looked at. */
export interface MemberFinding {
  readonly code: MessageCode;
  /** The field concerned; null when it is the row as a whole. */
  readonly field: string | null;
  readonly facts: Facts;
}

/** A row of a branch's file as far as it can be read. `fault` refuses it. */
export interface MemberReading {
  readonly name: string;
  readonly normalised: NormalisedName;
  /** Undefined when the row brings no number, or only a hash of it. */
  readonly nik: NikReading | undefined;
  readonly nikHash: string | undefined;
  readonly birthDate: Day | undefined;
  readonly birthPrecision: 'day' | 'month' | 'year' | undefined;
  readonly sex: Sex | undefined;
  readonly mother: string | undefined;
  readonly segment: Segment | undefined;
  readonly programmes: readonly Programme[];
  readonly paidUntil: Month | undefined;
  readonly npp: string | undefined;
  readonly fault: MemberFinding | undefined;
}

/** Reads the recognised cells of a row; a membership number (KPJ) is never among what it gives back. */
export function readMember(row: ClassifiedRow, today: Day): MemberReading {
  const values = row.values ?? {};
  const name = cellText(values.name);
  const normalised = normaliseName(name);
  const numberText = typeof values.nik === 'number' ? String(values.nik) : cellText(values.nik);
  const nikHash = parseNikHash(cellText(values.nik_hash)) ?? parseNikHash(numberText);
  const nik =
    nikHash !== undefined || /^[\s-]*$/.test(numberText)
      ? undefined
      : parseNik(numberText, { referenceDay: today, lossyColumn: typeof values.nik === 'number' });
  const birth = parseBirth(values.birth_date ?? values.birth, { today });
  const sexRead = parseSex(values.sex);
  const programmes = parseProgrammes(values.programmes);
  const paidUntil = parsePaidUntil(values.paid_until);
  const fromNik = nik?.ok ? nik : undefined;
  const birthDate = birth.ok ? birth.day : fromNik?.birthDate;

  const faults: (MemberFinding | false)[] = [
    normalised.text === '' && { code: 'name.missing', field: 'name', facts: {} },
    nik !== undefined &&
      !nik.ok &&
      birthDate === undefined && { code: nik.reason, field: 'nik', facts: nik.facts },
    nik === undefined && birthDate === undefined && { code: 'number.none', field: 'nik', facts: {} },
    programmes === undefined && { code: 'programmes.unknown', field: 'programmes', facts: {} },
    paidUntil === undefined &&
      cellText(values.paid_until) !== '' && { code: 'paidUntil.unknown', field: 'paid_until', facts: {} },
  ];
  return {
    name,
    normalised,
    nik,
    nikHash,
    birthDate,
    birthPrecision: birth.ok ? birth.precision : birthDate === undefined ? undefined : 'day',
    // A lone P sometimes stands for Pria: beside a NIK, the NIK says it.
    sex: fromNik?.sex ?? (sexRead.ok && !sexRead.uncertain ? sexRead.sex : undefined),
    mother: cellText(values.mother) || undefined,
    segment: parseSegment(values.segment),
    programmes: programmes ?? [],
    paidUntil,
    npp: /^[A-Z0-9./-]{3,20}$/i.exec(cellText(values.npp))?.[0],
    fault: faults.find((fault) => fault !== false) || undefined,
  };
}
