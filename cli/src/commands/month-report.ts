import type { Month } from '@payung/kernel';
import type { Context, Language } from '@payung/server/local';
import type { Run } from '../command.ts';
import { Misuse, readOptions } from '../options.ts';
import { areaIn, monthIn } from './members-options.ts';

/** What is asked for: a month, and the area within which; everywhere one may look without it. */
interface Wanted {
  readonly month: Month;
  readonly area: number | undefined;
}

/** A report on a month, with `--month`, `--area`, and `--json` or `--csv` for programs. */
export function monthReport<Report>(of: {
  readonly find: (context: Context, wanted: Wanted) => Promise<Report>;
  readonly csv: (context: Context, wanted: Wanted) => Promise<string>;
  readonly lines: (report: Report, language: Language) => readonly string[];
}): Run {
  return async (argv, terminal) => {
    const { language } = terminal;
    const { values } = readOptions(argv, {
      month: { type: 'string' },
      area: { type: 'string' },
      json: { type: 'boolean', default: false },
      csv: { type: 'boolean', default: false },
    });
    if (values.json && values.csv) throw new Misuse('--json --csv');
    const wanted = { month: monthIn(values.month, language), area: areaIn(values.area, language) };
    const context = await terminal.open();
    if (values.csv) {
      await terminal.print((await of.csv(context, wanted)).trimEnd());
      return 0;
    }
    const found = await of.find(context, wanted);
    if (values.json) terminal.out(JSON.stringify(found, null, 2));
    else for (const line of of.lines(found, language)) terminal.out(line);
    return 0;
  };
}
