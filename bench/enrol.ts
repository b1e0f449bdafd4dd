import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateRoster } from '../server/src/example/roster.ts';
import { loadVillageIndex } from '../server/src/modules/areas/index.ts';
import {
  checkRoster,
  getRoster,
  requestAcceptance,
  sendRoster,
} from '../server/src/modules/rosters/index.ts';
import { type Context, read } from '../server/src/platform/context/index.ts';
import { besideFloor, type Measurement, measure, measureJob, round } from './measure.ts';
import { copyFile, headerLine, rowLine } from './roster-file.ts';
import { newAgreement, newPartner, openWorld, startsOn } from './world.ts';

/**
 * Enrolment of a roster whose people are all new, and of the same file under an agreement of another partner, when they are known,
 * beside COPY of the file.
 */
export async function benchEnrol(
  directory: string,
  people: number,
): Promise<{ measurements: Measurement[]; remarks: string[] }> {
  const { data, local, ctx } = await openWorld(directory);
  try {
    const file = join(directory, 'roster.csv');
    await writeFile(file, await rosterFile(ctx, people));
    const floor = await measure('COPY of the file into a typed table with a key', people, data, () =>
      copyFile(local.urls.migrate ?? '', file),
    );
    const content = await readFile(file);
    const measurements = [floor];
    const remarks = [`file ${round(content.byteLength / 1e6, 1)} MB`];
    for (const partner of ['Pemerintah Provinsi NTT (ukur)', 'Pemerintah Provinsi NTT (ukur lagi)']) {
      const agreementId = await newAgreement(ctx, await newPartner(ctx, partner), 'UKUR-1');
      const { rosterId } = await sendRoster(ctx, {
        agreementId,
        fileName: 'roster.csv',
        content,
        startsOn,
        policy: 'good_rows',
      });
      await checkRoster.run(ctx, rosterId);
      const { roster } = await getRoster(ctx, rosterId);
      const { counts } = roster;
      await requestAcceptance(ctx, rosterId);
      const what = `enrol: ${counts.new > counts.known ? 'new' : 'known'} people, memberships, audit`;
      measurements.push(await measureJob(what, roster.enrolled, data, 'accept', rosterId));
      const after = await getRoster(ctx, rosterId);
      if (after.roster.state !== 'accepted') throw new Error(`the roster is ${after.roster.state}`);
      remarks.push(
        `rows in ${counts.rowsIn} = new ${counts.new} + known ${counts.known} + doubtful ${counts.doubtful} + refused ${counts.refused} + ignored ${counts.ignored}`,
      );
    }
    return {
      measurements: measurements.map((one) => besideFloor(one, floor)),
      remarks: [...remarks, 'The base is empty at the start. Aim (design): enrolment ≤ 8 × COPY.'],
    };
  } finally {
    await local.close();
  }
}

async function rosterFile(ctx: Context, people: number): Promise<string> {
  const { villages } = await read(ctx, 'reference.read', loadVillageIndex);
  const { rows } = generateRoster({
    seed: 'bench',
    villages,
    people,
    referenceDay: startsOn,
    errors: 'typical',
  });
  return [headerLine, ...rows.map(rowLine)].join('\n');
}
