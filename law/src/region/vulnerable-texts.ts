import { formatRupiah, type Rupiah } from '@payung/kernel';
import { countText, type Text, wordsText } from '../engine/text.ts';
import type { WelfareRegister } from './local-rule.ts';

const REGISTERS: readonly WelfareRegister[] = ['P3KE', 'DTSEN', 'DTKS'];

/** What is asked, and how it stands with the person. */
function asked(id: string, en: string, isMet: boolean | undefined): Text {
  if (isMet === undefined) return { id: `${id}: belum diketahui`, en: `${en}: not known` };
  return isMet
    ? { id: `${id}: terpenuhi`, en: `${en}: met` }
    : { id: `${id}: tidak terpenuhi`, en: `${en}: not met` };
}

/** The person's age beside the limit. */
export function age(
  code: string,
  limit: number,
  years: number | undefined,
  isMet: boolean | undefined,
): Text {
  const found =
    years === undefined
      ? { id: '', en: '' }
      : { id: ` (${years} tahun)`, en: ` (${countText(years, 'year').en})` };
  return code === 'vulnerable.minAge'
    ? asked(`Usia paling rendah ${limit} tahun${found.id}`, `Aged ${limit} or more${found.en}`, isMet)
    : asked(`Usia paling tinggi ${limit} tahun${found.id}`, `Aged ${limit} or less${found.en}`, isMet);
}

/** No employer protects the person. */
export function employer(isMet: boolean | undefined): Text {
  return asked('Tanpa perlindungan pemberi kerja', "Without an employer's protection", isMet);
}

/** No routine income and no fixed job. */
export function routineIncome(isMet: boolean | undefined): Text {
  return asked(
    'Tanpa penghasilan rutin dan pekerjaan tetap',
    'Without routine income and a fixed job',
    isMet,
  );
}

/** The person's income beside the limit. */
export function income(below: Rupiah, amount: Rupiah | undefined, isMet: boolean | undefined): Text {
  const found = amount === undefined ? '' : ` (${formatRupiah(amount)})`;
  const limit = formatRupiah(below);
  return asked(
    `Penghasilan sebulan di bawah ${limit}${found}`,
    `Monthly income below ${limit}${found}`,
    isMet,
  );
}

/** Listed in one of the registers. */
export function register(registers: readonly string[] = REGISTERS, isMet: boolean | undefined): Text {
  const names = wordsText(registers);
  return asked(`Terdaftar di ${names.id}`, `Listed in ${names.en}`, isMet);
}

/** The person's deciles beside the limit. */
export function decile(
  most: number,
  deciles: readonly (number | undefined)[],
  isMet: boolean | undefined,
): Text {
  const known = deciles.filter((one) => one !== undefined).join(', ');
  const found = known === '' ? '' : ` (${known})`;
  return asked(`Desil paling tinggi ${most}${found}`, `Decile ${most} or lower${found}`, isMet);
}

/** The person's occupation is one that counts. */
export function occupation(name: string | undefined, isMet: boolean | undefined): Text {
  const found = name === undefined ? '' : ` (${name})`;
  return asked(
    `Pekerjaan termasuk yang dilindungi${found}`,
    `An occupation that the rule protects${found}`,
    isMet,
  );
}

/** The person lives in the area of the rule. */
export function residence(area: string, isMet: boolean | undefined): Text {
  return asked(`Berdomisili di wilayah ${area}`, `Lives in the area ${area}`, isMet);
}

/** The answer. */
export const eligible: Text = {
  id: 'Pekerja rentan menurut aturan daerah',
  en: 'A vulnerable worker under the local rule',
};
export const refused: Text = {
  id: 'Bukan pekerja rentan menurut aturan daerah, atau tidak dapat didaftarkan',
  en: 'Not a vulnerable worker under the local rule, or not to be enrolled',
};
export const undecided: Text = { id: 'Belum dapat diputuskan', en: 'Cannot be decided yet' };

/** There is no local rule to go by. */
export const noDefinition: Text = {
  id: 'Definisi nasional pekerja rentan tidak ditemukan; daerah menetapkannya dengan Perda, Perkada, atau SK. Tanpa aturan daerah yang berlaku tidak dapat diputuskan',
  en: 'No national definition of a vulnerable worker was found; regions set it by Perda, Perkada or SK. Without a local rule in force it cannot be decided',
};
