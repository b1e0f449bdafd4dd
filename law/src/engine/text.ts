import {
  type Day,
  formatCount,
  formatRate,
  formatRupiah,
  type Language,
  type Month,
  type Rate,
  type Rupiah,
} from '@payung/kernel';

/** The same sentence or word in each language that Payung prints. */
export type Text = Readonly<Record<Language, string>>;

/** An amount in a sentence. */
export function rupiahText(amount: Rupiah): Text {
  const shown = formatRupiah(amount);
  return { id: shown, en: shown };
}

/** A rate in a sentence. */
export function rateText(rate: Rate): Text {
  return { id: formatRate(rate, 'id'), en: formatRate(rate, 'en') };
}

/** What is counted in sentences: its Indonesian, and its English for more than one; the name is that for one. */
const NOUNS = {
  band: ['lapisan', 'bands'],
  child: ['anak', 'children'],
  'consecutive month': ['bulan berturut-turut', 'consecutive months'],
  'contribution month': ['bulan iur', 'contribution months'],
  day: ['hari', 'days'],
  'extra month': ['bulan tambahan', 'extra months'],
  item: ['isi', 'items'],
  month: ['bulan', 'months'],
  package: ['paket', 'packages'],
  person: ['orang', 'people'],
  'risk class': ['kelompok risiko', 'risk classes'],
  row: ['baris', 'rows'],
  time: ['kali', 'times'],
  'working day': ['hari kerja', 'working days'],
  year: ['tahun', 'years'],
} as const;

/** A number of things in a sentence: `1 bulan`, `1 month`; `3 bulan`, `3 months`. Indonesian has no plural. */
export function countText(count: number, noun: keyof typeof NOUNS): Text {
  const [id, many] = NOUNS[noun];
  return {
    id: `${formatCount(count, 'id')} ${id}`,
    en: `${formatCount(count, 'en')} ${count === 1 ? noun : many}`,
  };
}

/** The arithmetic of an amount: `JKK = Rp 1.600.000 × 1% × 50% = Rp 8.000`. A programme's name is the same in both languages. */
export function productText(
  name: string | Text,
  amount: Rupiah,
  rates: readonly Rate[],
  result: Rupiah,
): Text {
  const chain = (language: Language) =>
    [formatRupiah(amount), ...rates.map((rate) => formatRate(rate, language))].join(' × ');
  const sentence = (language: Language) =>
    `${typeof name === 'string' ? name : name[language]} = ${chain(language)} = ${formatRupiah(result)}`;
  return { id: sentence('id'), en: sentence('en') };
}

/** A month or day that may not lie before another, in words. */
export function notBefore(from: Month | Day): Text {
  return { id: `tidak sebelum ${from}`, en: `not before ${from}` };
}

/** A day that may not lie after another, in words. */
export function notAfter(on: Day): Text {
  return { id: `tidak sesudah ${on}`, en: `not after ${on}` };
}

/** Fields that exclude one another: `hanya satu dari a, b atau c`. */
export function onlyOneText(fields: readonly string[]): Text {
  const { id, en } = wordsText(fields);
  return { id: `hanya satu dari ${id}`, en: `only one of ${en}` };
}

/** A choice of words: `a, b atau c`. */
export function wordsText(words: readonly string[]): Text {
  const join = (or: string) =>
    words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${or} ${words.at(-1)}`;
  return { id: join('atau'), en: join('or') };
}
