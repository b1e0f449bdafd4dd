import { parseArgs } from 'node:util';
import { formatAreaCode, loadAreas, loadFigures, parseAreaCode, shippedProvince } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse } from '../options.ts';

const texts = {
  id: {
    badProvince: 'Bukan kode provinsi: {code}. Tulis dua angka, misalnya --province 52.',
    loaded: 'Wilayah provinsi {code}: {inserted} baru, {updated} diperbaiki.',
    figures: 'Angka terbitan: {count} baru.',
  },
  en: {
    badProvince: 'Not the code of a province: {code}. Write two digits, such as --province 52.',
    loaded: 'Areas of province {code}: {inserted} new, {updated} corrected.',
    figures: 'Published figures: {count} new.',
  },
} as const;

/** `payung areas load`: the official list of a province; for the shipped one its published figures too. Twice changes nothing. */
export const areasLoad: Run = async (argv, terminal) => {
  const { language } = terminal;
  const say = (key: keyof (typeof texts)['id'], facts: Readonly<Record<string, string | number>>) =>
    fill(texts[language][key], language, facts);
  const given = provinceIn(argv);
  if (given === undefined) throw new Misuse();
  const province = parseAreaCode(given);
  if (province === undefined || province % 100_000_000 !== 0) {
    terminal.err(say('badProvince', { code: given }));
    return 2;
  }
  const context = await terminal.open();
  const { inserted, updated } = await loadAreas(context, province);
  terminal.out(say('loaded', { code: formatAreaCode(province), inserted, updated }));
  if (province === shippedProvince) {
    terminal.out(say('figures', { count: await loadFigures(context) }));
  }
  return 0;
};

/** The province asked for; undefined when the options cannot be read. */
function provinceIn(argv: readonly string[]): string | undefined {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { province: { type: 'string', default: '53' } },
    });
    return values.province;
  } catch {
    return undefined;
  }
}
