import type { Day } from '@payung/kernel';
import { partsOf } from '@payung/kernel';
import papaparse from 'papaparse';
import type { ExamplePerson, ExampleVillage } from './population.ts';
import { type ExampleRoster, generateRoster } from './roster.ts';
import { rosterWorkbook } from './workbook.ts';

/** A file as a user would send it. */
export interface ExampleFile {
  readonly fileName: string;
  readonly content: Uint8Array;
}

/** The lists of the example: Belu's vulnerable workers, and two earlier ones of a cooperative there. */
export interface BeluLists {
  readonly workers: ExampleFile;
  readonly roster: ExampleRoster;
  /** Members whom the cooperative pays for. */
  readonly members: ExampleFile;
  /** Savers who once enrolled to pay for themselves. */
  readonly savers: ExampleFile;
  /** Keys of the people of both who are on the workers' list as well. */
  readonly known: ReadonlySet<number>;
}

/** Vulnerable workers protected by the kabupaten of Belu in all its 69 desa, as published on 22 May 2023. */
export const beluWorkers = 5829;

/** How many people the cooperative lists, and how many of them Belu lists as well. */
export const cooperativePeople = { members: 100, membersKnown: 80, savers: 50, saversKnown: 40 } as const;

/**
 * Makes the lists. The same villages and year give the same bytes.
 *
 * @param villages the desa of Belu
 * @param districts names of all its kecamatan, those without a desa included
 * @param today only its year matters: ages are counted on its first day
 */
export async function beluLists(
  villages: readonly ExampleVillage[],
  districts: readonly string[],
  today: Day,
): Promise<BeluLists> {
  const { year } = partsOf(today);
  const referenceDay = `${year}-01-01` as Day;
  const roster = generateRoster({
    seed: `belu-${year}`,
    villages,
    people: beluWorkers,
    referenceDay,
    errors: 'typical',
  });
  const content = await rosterWorkbook({
    rows: roster.rows,
    districts,
    regency: 'Belu',
    capital: 'Atambua',
    signedOn: `${year}-01-05` as Day,
  });
  const { members, savers, known } = cooperativeLists(roster, villages);
  return {
    workers: { fileName: `CONTOH pekerja rentan Belu ${year}.xlsx`, content },
    roster,
    members: { fileName: 'CONTOH anggota koperasi.csv', content: listCsv(members) },
    savers: { fileName: 'CONTOH anggota mandiri.csv', content: listCsv(savers) },
    known,
  };
}

function cooperativeLists(roster: ExampleRoster, villages: readonly ExampleVillage[]) {
  const { members, membersKnown, savers, saversKnown } = cooperativePeople;
  const shared = evenly(wellListed(roster), membersKnown + saversKnown);
  const others = (count: number) =>
    evenly(villages, count).map((village) => roster.population.person(village));
  return {
    members: [...shared.slice(0, membersKnown), ...others(members - membersKnown)],
    savers: [...shared.slice(membersKnown), ...others(savers - saversKnown)],
    known: new Set(shared.map(({ key }) => key)),
  };
}

/** People whose only row is a good one. */
function wellListed({ rows, truth }: ExampleRoster): ExamplePerson[] {
  const times = new Map<number, number>();
  for (const { person } of truth) times.set(person, (times.get(person) ?? 0) + 1);
  return rows
    .filter((row, n) => truth[n]?.mistake === undefined && times.get(row.person.key) === 1)
    .map(({ person }) => person);
}

/** `count` entries at equal distances, so that they come from all over the list. */
function evenly<T>(list: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, n) => list[Math.floor((n * list.length) / count)]).filter(
    (entry) => entry !== undefined,
  );
}

/** The list of a cooperative: plain CSV with semicolons, as an Indonesian spreadsheet saves it. */
function listCsv(people: readonly ExamplePerson[]): Uint8Array {
  const text = papaparse.unparse(
    {
      fields: [
        'No',
        'NIK',
        'Nama Lengkap',
        'Tempat Lahir',
        'Tanggal Lahir',
        'Jenis Kelamin',
        'Desa',
        'Kecamatan',
        'RT/RW',
        'Jenis Pekerjaan',
        'Nama Ibu Kandung',
        'No HP',
      ],
      data: people.map((person, n) => [
        n + 1,
        person.nik,
        person.name,
        person.birthPlace,
        person.birthDate.split('-').toReversed().join('-'),
        person.sex,
        person.village.name,
        person.village.district,
        `${person.rt}/${person.rw}`,
        person.occupation,
        person.mother,
        person.phone ?? '',
      ]),
    },
    { delimiter: ';', newline: '\r\n' },
  );
  return new TextEncoder().encode(`${text}\r\n`);
}
