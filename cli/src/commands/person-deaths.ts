import { csvOf, listToldDeaths, toldDeathsTable } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { readOptions } from '../options.ts';

const texts = {
  id: {
    none: 'Tidak ada kematian yang menunggu dicatat.',
    one: '{id}  {name}, {village}: meninggal {day} kata {partner}',
    next: 'Pastikan, lalu: payung person died ID --on …',
  },
  en: {
    none: 'No death waits to be recorded.',
    one: '{id}  {name}, {village}: died {day}, says {partner}',
    next: 'Make sure, then: payung person died ID --on …',
  },
} as const;

/** `payung person deaths`: of whom a partner said that they died, which nobody recorded yet. */
export const personDeaths: Run = async (argv, terminal) => {
  const { values } = readOptions(argv, {
    json: { type: 'boolean', default: false },
    csv: { type: 'boolean', default: false },
  });
  const context = await terminal.open();
  if (values.csv) {
    terminal.out(csvOf(await toldDeathsTable(context)).trimEnd());
    return 0;
  }
  const told = await listToldDeaths(context);
  const words = texts[terminal.language];
  if (values.json) terminal.out(JSON.stringify(told, null, 2));
  else if (told.length === 0) terminal.out(words.none);
  else {
    for (const { personId: id, name, areaName: village, lastDay, partnerName: partner } of told) {
      terminal.out(fill(words.one, terminal.language, { id, name, village, day: lastDay, partner }));
    }
    terminal.out(words.next);
  }
  return 0;
};
