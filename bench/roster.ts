import { createReadStream } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { day, rupiah } from '@payung/kernel';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { generateRoster } from '../server/src/example/roster.ts';
import { loadAreas, loadVillageIndex } from '../server/src/modules/areas/index.ts';
import { createAgreement, createFund, createPartner } from '../server/src/modules/partners/index.ts';
import {
  acceptRoster,
  checkRoster,
  getRoster,
  requestAcceptance,
  sendRoster,
} from '../server/src/modules/rosters/index.ts';
import { fixedClock } from '../server/src/platform/clock/index.ts';
import { type Context, read, terminalActor } from '../server/src/platform/context/index.ts';
import { startPlatform } from '../server/src/serve/platform.ts';
import { type Measurement, measure } from './measure.ts';

const columns = [
  'nik',
  'nama',
  'tanggal_lahir',
  'jenis_kelamin',
  'desa',
  'kecamatan',
  'rt',
  'rw',
  'nama_ibu',
  'pekerjaan',
  'no_hp',
  'tempat_lahir',
];
const province = 5_300_000_000;

/** Check and enrolment of a roster, beside PostgreSQL's own COPY of the same file into a typed table with a key. */
export async function benchRoster(
  directory: string,
  people: number,
): Promise<{ measurements: Measurement[]; remarks: string[] }> {
  const data = join(directory, 'data');
  await mkdir(data);
  // The database's own user must be able to enter.
  await chmod(directory, 0o711);
  const local = await startPlatform({
    env: { PAYUNG_DATA: data },
    cwd: directory,
    clock: fixedClock('2026-11-20T04:00:00Z'),
  });
  try {
    const ctx: Context = {
      platform: local.platform,
      actor: terminalActor('bench'),
      language: 'id',
      requestId: 'bench',
    };
    await loadAreas(ctx);
    const file = join(directory, 'roster.csv');
    await writeFile(file, await rosterFile(ctx, people));
    const agreementId = await newAgreement(ctx);
    const content = await readFile(file);

    const floor = await measure('COPY of the file into a typed table with a key', people, () =>
      copyFile(local.urls.migrate ?? '', file),
    );
    let rosterId = '';
    const checked = await measure('check: read, judge, seal, keep verdicts', people, async () => {
      ({ rosterId } = await sendRoster(ctx, {
        agreementId,
        fileName: 'roster.csv',
        content,
        startsOn: day('2026-11-01'),
        policy: 'good_rows',
      }));
      await checkRoster.run(ctx, rosterId);
    });
    const { roster } = await getRoster(ctx, rosterId);
    const enrolled = await measure('enrol: people, memberships, audit', roster.enrolled, async () => {
      await requestAcceptance(ctx, rosterId);
      await acceptRoster.run(ctx, rosterId);
    });
    const after = await getRoster(ctx, rosterId);
    if (after.roster.state !== 'accepted') throw new Error(`the roster is ${after.roster.state}`);
    const { counts } = after.roster;
    return {
      measurements: [floor, checked, enrolled].map((one) => ({
        ...one,
        'times COPY': round(one.seconds / floor.seconds),
      })),
      remarks: [
        `rows in ${counts.rowsIn} = new ${counts.new} + known ${counts.known} + doubtful ${counts.doubtful} + refused ${counts.refused} + ignored ${counts.ignored}; file ${round(content.byteLength / 1e6)} MB`,
        'The base is empty at the start: everybody is new, which is the dearest case for sealing and the cheapest for matching.',
        'Aims (design): check of 1 M rows against 1.6 M people ≤ 4 × COPY, enrolment ≤ 8 × COPY.',
      ],
    };
  } finally {
    await local.close();
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

async function rosterFile(ctx: Context, people: number): Promise<string> {
  const { villages } = await read(ctx, 'reference.read', loadVillageIndex);
  const { rows } = generateRoster({
    seed: 'bench',
    villages,
    people,
    referenceDay: day('2026-11-01'),
    errors: 'typical',
  });
  const lines = rows.map(({ person, nik, name: written, sex, village }) =>
    [
      nik,
      written,
      person.birthDate,
      sex,
      village,
      person.village.district,
      person.rt,
      person.rw,
      person.mother,
      person.occupation,
      person.phone ?? '',
      person.birthPlace,
    ]
      .map((cell) => `"${String(cell).replaceAll('"', '""')}"`)
      .join(','),
  );
  return [columns.join(','), ...lines].join('\n');
}

async function copyFile(address: string, file: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(
      `create table public.floor (n bigint generated always as identity primary key, ${columns.map((column) => `${column} text`).join(', ')})`,
    );
    await pipeline(
      createReadStream(file),
      client.query(from(`copy public.floor (${columns.join(', ')}) from stdin (format csv, header)`)),
    );
    await client.query('drop table public.floor');
  } finally {
    await client.end();
  }
}

async function newAgreement(ctx: Context): Promise<string> {
  const { partnerId } = await createPartner(ctx, {
    kind: 'government',
    name: 'Pemerintah Provinsi NTT (ukur)',
    area: province,
  });
  const { fundId } = await createFund(ctx, {
    kind: 'apbd_province',
    name: 'APBD Provinsi (ukur)',
    partnerId,
    area: province,
    year: 2026,
  });
  return createAgreement(ctx, {
    partnerId,
    area: province,
    kind: 'PKS',
    number: 'UKUR-1',
    title: 'Pengukuran',
    segment: 'BPU',
    group: 'vulnerable',
    sector: 'other',
    programmes: ['JKK', 'JKM'],
    income: rupiah(1_000_000),
    fundId,
    from: day('2026-01-01'),
    until: null,
  });
}
