import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { getRoster, sendRoster } from '../server/src/modules/rosters/index.ts';
import { fillBase } from './base.ts';
import { besideFloor, type Measurement, measure, measureJob, round } from './measure.ts';
import { copyFile } from './roster-file.ts';
import { newAgreement, newPartner, openWorld, startsOn, type World } from './world.ts';

const Filled = z.object({ partnerId: z.string(), fundId: z.string(), runs: z.number() });

/** Check of a roster, most of whose people are known, beside PostgreSQL's own COPY of the same file into a table with a key. */
export async function benchCheck(
  directory: string,
  people: number,
): Promise<{ measurements: Measurement[]; remarks: string[] }> {
  const world = await openWorld(directory);
  const { data, local, ctx } = world;
  try {
    const file = join(directory, 'roster.csv');
    const filled = await filledBefore(world, directory, people, file);
    const floor = await measure('COPY of the file into a typed table with a key', people, data, () =>
      copyFile(local.urls.migrate ?? '', file),
    );
    // The same file comes in anew only under another agreement.
    const agreementId = await newAgreement(ctx, filled, `UKUR-${filled.runs}`);
    const content = await readFile(file);
    const { rosterId } = await sendRoster(ctx, {
      agreementId,
      fileName: 'roster.csv',
      content,
      startsOn,
      policy: 'good_rows',
    });
    const checked = await measureJob('check: read, judge, keep verdicts', people, data, 'check', rosterId);
    const { roster } = await getRoster(ctx, rosterId);
    if (roster.state !== 'checked') throw new Error(`the roster is ${roster.state}: ${roster.problem?.code}`);
    const { counts } = roster;
    return {
      measurements: [floor, checked].map((one) => besideFloor(one, floor)),
      remarks: [
        `rows in ${counts.rowsIn} = new ${counts.new} + known ${counts.known} + doubtful ${counts.doubtful} + refused ${counts.refused} + ignored ${counts.ignored}; file ${round(content.byteLength / 1e6, 1)} MB; 1.6 people in the base for each row`,
        'Of a hundred rows 92 have the number and name of somebody known, a member; 5 are spelt otherwise, without the number or with a digit mistyped; 3 are new. Aim (design): ≤ 4 × COPY.',
      ],
    };
  } finally {
    await local.close();
  }
}

/** Fills the base, unless an earlier run in this directory did. */
async function filledBefore(world: World, directory: string, people: number, file: string) {
  const note = join(directory, 'base.json');
  const before = existsSync(note) ? Filled.parse(JSON.parse(await readFile(note, 'utf8'))) : undefined;
  const filled = before ?? { ...(await newPartner(world.ctx)), runs: 0 };
  if (before === undefined) {
    const agreementId = await newAgreement(world.ctx, filled, 'DASAR');
    await fillBase(world, people, file, { ...filled, agreementId });
  }
  const next = { ...filled, runs: filled.runs + 1 };
  await writeFile(note, JSON.stringify(next));
  return next;
}
