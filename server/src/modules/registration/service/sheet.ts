import type { TableFile } from '#platform/spreadsheet';
import { columnsOfTemplate, type Field } from '#rosters';
import type { Member } from '../model.ts';

/**
 * The sheet for the branch, in the columns of the collective form F1 BPU. NIKs stand in it in clear; membership numbers (KPJ) do
 * not, because nobody here keeps them.
 */
export function registrationSheet(
  batchId: string,
  members: readonly (Member & { readonly ordinal: number })[],
): TableFile {
  const columns = columnsOfTemplate('f1_bpu');
  return {
    name: `pendaftaran-bpu-${batchId.slice(-8)}`,
    header: columns.map(({ header }) => header),
    rows: members.map((member) =>
      columns.map(({ header, field }) => (field === undefined ? '' : cellOf(member, field, header))),
    ),
  };
}

function cellOf(
  member: Member & { readonly ordinal: number },
  field: Field,
  header: string,
): string | number {
  const { sealed } = member;
  const said: Readonly<Partial<Record<Field, string | number | null | undefined>>> = {
    no: member.ordinal,
    nik: sealed.nik,
    name: member.name,
    birth_place: sealed.birthPlace,
    birth_date: member.birthDate === null ? null : member.birthDate.split('-').toReversed().join('-'),
    sex: member.sex,
    address: sealed.address,
    rt: member.rt,
    rw: member.rw,
    village: member.villageName,
    district: member.districtName,
    regency: member.regencyName,
    postal_code: sealed.postalCode,
    phone: sealed.phone,
    email: sealed.email,
    mother: sealed.mother,
    work_place: sealed.workPlace,
    occupation: header.endsWith('2') ? null : member.occupation,
    work_hours: sealed.workHours,
    wage: sealed.income ?? member.income,
    programmes: member.programmes.join(', '),
  };
  return said[field] ?? '';
}
