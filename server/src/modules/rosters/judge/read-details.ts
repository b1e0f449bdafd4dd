import type { SealedRecord } from '#platform/seal';
import { type ClassifiedRow, cellText } from '../file/index.ts';

/** What the branch's registration sheet asks for beside who somebody is, as far as a row says it. */
export type Details = Readonly<
  Pick<SealedRecord, 'birthPlace' | 'email' | 'postalCode' | 'workPlace' | 'workHours' | 'marital' | 'income'>
>;

/** Reads them as they are written: they go on to the branch and decide nothing here. */
export function readDetails(values: NonNullable<ClassifiedRow['values']>): Details {
  const text = (field: keyof typeof values) => {
    const said = cellText(values[field]);
    return said === '' || /^[-–.]+$/.test(said) ? undefined : said.slice(0, 120);
  };
  // `Kupang, 17-08-1990` holds both.
  const birthPlace =
    text('birth_place') ?? /^(\p{L}[\p{L} .'-]*?)[\s,./-]*\d/u.exec(text('birth') ?? '')?.[1]?.trim();
  const income = incomeOf(text('wage'));
  const said = {
    birthPlace,
    email: text('email'),
    postalCode: text('postal_code'),
    workPlace: text('work_place'),
    workHours: text('work_hours'),
    marital: text('marital'),
    income,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** Whole rupiah a month; undefined for a text that is no amount, such as `tidak tetap`. */
function incomeOf(text: string | undefined): number | undefined {
  const digits = text
    ?.replace(/^rp\.?\s*/i, '')
    .replace(/,(?:00|-)$/, '')
    .replace(/[.,\s](?=\d{3}(?:\D|$))/g, '');
  return digits !== undefined && /^\d{4,10}$/.test(digits) ? Number(digits) : undefined;
}
