import { type Day, partsOf } from '@payung/kernel';
import { type NikAreas, nttAreas } from './areas.ts';
import type { Sex } from './nik.ts';
import type { NikRead, NikWarning } from './reading.ts';

/** What another column says of the person. Leave out what it does not say. */
export interface NikClaims {
  readonly birthDate?: Day | undefined;
  readonly sex?: Sex | undefined;
  /** Regency of residence, four digits without a dot. */
  readonly regencyCode?: string | undefined;
}

/**
 * What the NIK and the other columns say differently. All are warnings: a NIK keeps the birth date and the area of its first
 * registration when Dukcapil corrects the one or the bearer leaves the other.
 */
export function checkAgainst(
  read: NikRead,
  claims: NikClaims,
  areas: NikAreas = nttAreas,
): readonly NikWarning[] {
  const warnings: NikWarning[] = [];
  const { birthDate, sex, regencyCode } = claims;
  if (birthDate !== undefined && !read.birthDates.includes(birthDate)) {
    warnings.push({
      code: 'nik.birthDateDiffers',
      facts: { difference: differenceOf(read.birthDates, birthDate) },
    });
    // A family card's number carries its date of issue, which the programme began to write in the 2000s.
    const issued = read.birthDate;
    const known = read.warnings.some((warning) => warning.code === 'nik.looksLikeKk');
    if (issued !== undefined && issued >= '2005-01-01' && issued > birthDate && read.sex === 'L' && !known) {
      warnings.push({ code: 'nik.looksLikeKk', facts: { year: partsOf(issued).year } });
    }
  }
  if (sex !== undefined && sex !== read.sex) {
    warnings.push({ code: 'nik.sexDiffers', facts: { nik: read.sex, given: sex } });
  }
  if (regencyCode !== undefined && regencyCode !== read.regencyCode && read.provinceCode === areas.province) {
    const before = areas.splitFrom.get(regencyCode) === read.regencyCode;
    warnings.push({
      code: before ? 'nik.regencyBeforeSplit' : 'nik.otherRegency',
      facts: { regencyCode: read.regencyCode, residence: regencyCode },
    });
  }
  return warnings;
}

/** How the nearest reading of the NIK's date differs from the date claimed. */
function differenceOf(dates: readonly Day[], claimed: Day): string {
  const kinds = dates.map((date) => {
    const nik = partsOf(date);
    const other = partsOf(claimed);
    if (nik.year === other.year && nik.month === other.dayOfMonth && nik.dayOfMonth === other.month) {
      return 'swapped';
    }
    const differing = (['dayOfMonth', 'month', 'year'] as const).filter((part) => nik[part] !== other[part]);
    if (differing.length !== 1) return 'several';
    return differing[0] === 'dayOfMonth' ? 'day' : String(differing[0]);
  });
  return (
    kinds.find((kind) => kind !== 'several' && kind !== 'year') ??
    kinds.find((kind) => kind !== 'several') ??
    'several'
  );
}
