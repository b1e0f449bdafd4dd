import type { TableCell } from '#platform/spreadsheet';
import { columnsOfTemplate, type Field, recommendedHeader } from '#rosters';
import { presumedWorkPlace, type SheetLine, type WorkPlace } from '../model.ts';

/** Under it a sheet says what of a line nobody stated. */
const PRESUMED = 'Isian Bawaan';

const presumedBy: Readonly<Record<Exclude<WorkPlace, 'none'>, string>> = {
  residence: 'desa tempat tinggal',
  partner: 'kedudukan mitra',
};

/** Columns of the sheet for the branch: those of the collective form F1 BPU, and what is presumed. */
export function sheetHeader(): string[] {
  return [...columnsOfTemplate('f1_bpu').map(({ header }) => header), PRESUMED];
}

/**
 * A row of the sheet. The NIK stands in it in clear; a membership number (KPJ) does not, because nobody here keeps it. A place of
 * work that nobody stated is that of the sheet, and said to be so.
 */
export function rowOf(line: SheetLine, workPlace: WorkPlace): TableCell[] {
  const presumed = (line.sealed.workPlace ?? '') === '' && workPlace !== 'none';
  const place = presumed ? presumedWorkPlace(workPlace, line) : line.sealed.workPlace;
  return [
    ...columnsOfTemplate('f1_bpu').map(({ header, field }) =>
      field === undefined ? '' : cellOf(line, place, field, header),
    ),
    presumed ? `${recommendedHeader('work_place')}: ${presumedBy[workPlace]}` : '',
  ];
}

function cellOf(line: SheetLine, place: string | undefined, field: Field, header: string): string | number {
  const { sealed } = line;
  const said: Readonly<Partial<Record<Field, string | number | null | undefined>>> = {
    no: line.ordinal,
    nik: sealed.nik,
    name: line.name,
    birth_place: sealed.birthPlace,
    birth_date: line.birthDate === null ? null : line.birthDate.split('-').toReversed().join('-'),
    sex: line.sex,
    address: sealed.address,
    rt: line.rt,
    rw: line.rw,
    village: line.villageName,
    district: line.districtName,
    regency: line.regencyName,
    postal_code: sealed.postalCode,
    phone: sealed.phone,
    email: sealed.email,
    mother: sealed.mother,
    work_place: place,
    occupation: header.endsWith('2') ? null : line.occupation,
    work_hours: sealed.workHours,
    wage: sealed.income ?? line.income,
    programmes: line.programmes.join(', '),
  };
  return said[field] ?? '';
}
