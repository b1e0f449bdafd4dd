import {
  type DuplicateList,
  duplicatesTable,
  type Language,
  listDuplicates,
  searchDuplicates,
} from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { readOptions } from '../options.ts';
import { areaIn } from './members-options.ts';
import { workOn } from './roster-job.ts';
import { printCsv } from './table-report.ts';

const texts = {
  id: {
    search: 'pemeriksaan {area}',
    counts: '{open} pasangan belum diputuskan, {later} ditunda, {elsewhere} menyangkut wilayah lain.',
    more: 'Ini {shown} yang paling mirip; semuanya ada di --csv.',
  },
  en: {
    search: 'check of {area}',
    counts: '{open} pairs not yet decided, {later} left for later, {elsewhere} concern other areas.',
    more: 'These are the {shown} likeliest; --csv has them all.',
  },
} as const;

/** `payung person duplicates`: records that may be one person; decided on the page, or with `person merge`. */
export const personDuplicates: Run = async (argv, terminal) => {
  const { language } = terminal;
  const { values } = readOptions(argv, {
    search: { type: 'string' },
    json: { type: 'boolean', default: false },
    csv: { type: 'boolean', default: false },
  });
  const area = areaIn(values.search, language);
  const context = await terminal.open();
  if (area !== undefined) {
    const subjectId = await searchDuplicates(context, area);
    const name = fill(texts[language].search, language, { area: values.search ?? '' });
    await workOn(context, terminal, { permission: 'people.merge', subjectId, name });
  }
  if (values.csv) {
    await printCsv(terminal, await duplicatesTable(context));
    return 0;
  }
  const list = await listDuplicates(context, {});
  if (values.json) terminal.out(JSON.stringify(list, null, 2));
  else for (const line of linesOf(list, language)) terminal.out(line);
  return 0;
};

function linesOf({ progress, pairs, next }: DuplicateList, language: Language): string[] {
  const said = texts[language];
  return [
    fill(said.counts, language, { ...progress }),
    ...pairs.flatMap(({ score, people }) => [
      `${score} %`,
      ...people.map(
        ({ personId, name, nikMasked, birthDate, villageName }) =>
          `  ${personId}  ${name}, ${nikMasked ?? '–'}, ${birthDate ?? '–'}, ${villageName}`,
      ),
    ]),
    ...(next === null ? [] : [fill(said.more, language, { shown: pairs.length })]),
  ];
}
