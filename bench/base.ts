import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { normaliseName, parseNik } from '@payung/identity';
import pg from 'pg';
import { respelt, type TypedRow, withMistake } from '../server/src/example/mistakes.ts';
import type { ExamplePerson } from '../server/src/example/population.ts';
import type { Random } from '../server/src/example/random.ts';
import { generateRoster } from '../server/src/example/roster.ts';
import { loadVillageIndex } from '../server/src/modules/areas/index.ts';
import { matchHashesOf } from '../server/src/modules/rosters/service/match-hashes.ts';
import { read } from '../server/src/platform/context/index.ts';
import { copyInto } from '../server/src/platform/copy/index.ts';
import { newId } from '../server/src/platform/ids/index.ts';
import { headerLine, rowLine } from './roster-file.ts';
import { startsOn, type World } from './world.ts';

/** Of a file of one row each: people of the base as they are known, as they are not quite known, and new ones. */
const mix = { exact: 0.92, fuzzy: 0.05, fresh: 0.03 } as const;
/** People in the base for each row of the file. */
const baseOf = 1.6;
/** People between two times of sending them. */
const flushEvery = 1_000;

const tables = {
  person:
    'person_id, name, name_key, name_turned, sex, birth_date, birth_precision, area, partners, sealed, numbered, example',
  identifier: 'hash, kind, person_id, state',
  match_key: 'hash, person_id',
  residence: 'person_id, area, rt, rw, during, source',
  work: 'person_id, work_id, occupation, occupation_text, area, during, source',
  membership:
    'person_id, membership_id, partner_id, agreement_id, segment, grp, sector, programmes, fund_id, area, during',
  membership_basis: 'person_id, membership_id, income, partner_id, area, during',
} as const;
type Table = keyof typeof tables;

/** What the people of the base are members of. */
interface Membership {
  readonly partnerId: string;
  readonly fundId: string;
  readonly agreementId: string;
}

/**
 * Fills the register with 1.6 times as many people as the file has rows, as acceptance would have left them: sealed, with numbers,
 * match keys, residence, work and a membership of the agreement. Writes the file beside it: the people of each village in the
 * order in which they were enrolled. Loads by COPY as a superuser, because a million and a half acceptances are not what is measured.
 */
export async function fillBase(
  { local, ctx }: World,
  people: number,
  file: string,
  terms: Membership,
): Promise<void> {
  const { villages } = await read(ctx, 'reference.read', loadVillageIndex);
  const { rows, population } = generateRoster({
    seed: 'bench',
    villages,
    people: Math.round(people * (baseOf + mix.fresh)),
    referenceDay: startsOn,
    errors: 'none',
  });
  const pool = new pg.Pool({ connectionString: local.urls.migrate, max: Object.keys(tables).length });
  const roster = createWriteStream(file);
  roster.write(`${headerLine}\n`);
  try {
    const copies = new Map<Table, Awaited<ReturnType<typeof openCopy>>>();
    for (const table of Object.keys(tables) as Table[]) copies.set(table, await openCopy(pool, table));
    const into = (
      table: Table,
      row: readonly (string | number | bigint | boolean | Buffer | null | object)[],
    ) => copies.get(table)?.copy.add(row);
    let taken = 0;
    for (const row of rows) {
      taken += 1;
      if (taken % flushEvery === 0) await Promise.all([...copies.values()].map(({ copy }) => copy.flush()));
      const kind = draw(population.random);
      if (kind !== 'fresh') keep(into, ctx.platform.sealer, row.person, terms);
      if (kind === 'unlisted') continue;
      const line = rowLine(kind === 'fuzzy' ? blurred(row, population.random) : row);
      if (!roster.write(`${line}\n`)) await new Promise((go) => roster.once('drain', go));
    }
    for (const { copy, client } of copies.values()) {
      await copy.end();
      client.release();
    }
    await pool.query(
      `vacuum analyze ${Object.keys(tables)
        .map((table) => `payung.${table}`)
        .join(', ')}`,
    );
  } finally {
    await pool.end();
  }
  roster.end();
  await finished(roster);
}

async function openCopy(pool: pg.Pool, table: Table) {
  const client = await pool.connect();
  // Their foreign keys hold by construction.
  await client.query('set session_replication_role = replica; set synchronous_commit = off');
  return { client, copy: copyInto(client, `payung.${table}`, [tables[table]]) };
}

function draw(random: Random): keyof typeof mix | 'unlisted' {
  let left = random.fraction() * (baseOf + mix.fresh);
  for (const kind of ['exact', 'fuzzy', 'fresh'] as const) {
    left -= mix[kind];
    if (left < 0) return kind;
  }
  return 'unlisted';
}

/** The same person, spelt otherwise, with the number missing or one of its last digits mistyped. */
function blurred(row: TypedRow, random: Random): TypedRow {
  const spelt = { ...row, name: respelt(row.name) };
  if (random.chance(0.5)) return withMistake(spelt, 'nikMissing', random);
  const { nik } = row.person;
  const at = 13 + random.below(3);
  const digit = (Number(nik.charAt(at)) + 1 + random.below(9)) % 10;
  return { ...spelt, nik: `${nik.slice(0, at)}${digit}${nik.slice(at + 1)}` };
}

function keep(
  into: (table: Table, row: readonly (string | number | bigint | boolean | Buffer | null | object)[]) => void,
  sealer: World['ctx']['platform']['sealer'],
  person: ExamplePerson,
  { partnerId, fundId, agreementId }: Membership,
): void {
  const name = normaliseName(person.name);
  const words = name.text.split(' ');
  const read = parseNik(person.nik);
  if (!read.ok) throw new Error(`the generator made a NIK that cannot be read: ${read.reason}`);
  const [personId, membershipId] = [newId(), newId()];
  const { mother, birthDate, birthPlace, sex, phone } = person;
  const area = person.village.code;
  const during = '[2026-01-01,)';
  const sealed = sealer.seal(personId, {
    nik: read.nik,
    mother,
    birthPlace,
    ...(phone === undefined ? {} : { phone }),
  });
  const turned = [words.at(-1), ...words.slice(0, -1)].join(' ');
  into('person', [
    personId,
    person.name,
    name.text,
    turned,
    sex,
    birthDate,
    'day',
    area,
    `{${partnerId}}`,
    sealed,
    true,
    true,
  ]);
  into('identifier', [sealer.blindIndex('nik', read.nik), 'nik', personId, 'held']);
  const { kept } = matchHashesOf(sealer, {
    nik: read.nik,
    name,
    birthDate,
    birthPrecision: 'day',
    sex,
    mother,
    village: area,
  });
  for (const hash of kept) into('match_key', [hash, personId]);
  into('residence', [personId, area, person.rt, person.rw, during, 'bench']);
  into('work', [personId, newId(), 'other', person.occupation, area, during, 'bench']);
  into('membership', [
    personId,
    membershipId,
    partnerId,
    agreementId,
    'BPU',
    'vulnerable',
    'other',
    3,
    fundId,
    area,
    during,
  ]);
  into('membership_basis', [personId, membershipId, 1_000_000, partnerId, area, during]);
}
