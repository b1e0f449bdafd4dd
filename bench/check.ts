import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateRoster } from '../server/src/example/roster.ts';
import { loadVillageIndex } from '../server/src/modules/areas/index.ts';
import { getRoster, sendRoster } from '../server/src/modules/rosters/index.ts';
import { read } from '../server/src/platform/context/index.ts';
import { besideFloor, type Measurement, measure, measureJob, round } from './measure.ts';
import { copyFile, headerLine, rowLine } from './roster-file.ts';
import { newAgreement, newPartner, openWorld, startsOn } from './world.ts';

/** Check of a roster, beside PostgreSQL's own COPY of the same file into a typed table with a key. */
export async function benchCheck(
  directory: string,
  people: number,
): Promise<{ measurements: Measurement[]; remarks: string[] }> {
  const { data, local, ctx } = await openWorld(directory);
  try {
    const { villages } = await read(ctx, 'reference.read', loadVillageIndex);
    const { rows } = generateRoster({
      seed: 'bench',
      villages,
      people,
      referenceDay: startsOn,
      errors: 'typical',
    });
    const content = Buffer.from([headerLine, ...rows.map(rowLine)].join('\n'));
    const file = join(directory, 'roster.csv');
    await writeFile(file, content);
    const agreementId = await newAgreement(ctx, await newPartner(ctx), 'UKUR-1');
    const floor = await measure('COPY of the file into a typed table with a key', people, data, () =>
      copyFile(local.urls.migrate ?? '', file),
    );
    const { rosterId } = await sendRoster(ctx, {
      agreementId,
      fileName: 'roster.csv',
      content,
      startsOn,
      policy: 'good_rows',
    });
    const checked = await measureJob(
      'check: read, judge, seal, keep verdicts',
      people,
      data,
      'check',
      rosterId,
    );
    const { roster } = await getRoster(ctx, rosterId);
    const { counts } = roster;
    return {
      measurements: [floor, checked].map((one) => besideFloor(one, floor)),
      remarks: [
        `rows in ${counts.rowsIn} = new ${counts.new} + known ${counts.known} + doubtful ${counts.doubtful} + refused ${counts.refused} + ignored ${counts.ignored}; file ${round(content.byteLength / 1e6, 1)} MB`,
        'Aim (design): check of 1 M rows against 1.6 M people ≤ 4 × COPY.',
      ],
    };
  } finally {
    await local.close();
  }
}
