import type { Counts, Registered } from '../model.ts';
import type { TestRegister } from './register.ts';

interface CoverRow {
  cover_id: string;
  person_id: string;
  membership_id: string;
  first: number;
  beyond: number;
  programmes: number;
  fund_id: string;
  evidence: string;
  closed: boolean;
  area: number;
}
interface MembershipRow {
  person_id: string;
  membership_id: string;
  segment: string;
  grp: string;
  area: number;
  from: string;
  until: string | null;
}

/** The count by village, month and primary cell, computed person by person from the tables, with no thought of deltas. */
export async function bruteForce(register: TestRegister, months: readonly number[]) {
  const rowsOf = async <T>(text: string) => (await register.query(text)).rows as T[];
  const covers = await rowsOf<CoverRow>(
    `select cover_id, person_id, membership_id, lower(months) as first, upper(months) as beyond, programmes, fund_id, evidence,
       closed_at is not null as closed, area from cover`,
  );
  const memberships = await rowsOf<MembershipRow>(
    'select person_id, membership_id, segment, grp, area, lower(during) as from, upper(during) as until from membership order by recorded_at, membership_id',
  );
  const homes = await rowsOf<{ person_id: string; area: number; from: string; until: string | null }>(
    'select person_id, area, lower(during) as from, upper(during) as until from residence',
  );
  const aliases = await rowsOf<{ person_id: string; canonical_id: string }>(
    'select person_id, canonical_id from person_alias where undone_at is null',
  );
  const people = await rowsOf<{ person_id: string }>('select person_id from person');

  const canonicalOf = (id: string): string => {
    const alias = aliases.find((row) => row.person_id === id);
    return alias === undefined ? id : canonicalOf(alias.canonical_id);
  };
  const homeOn = (id: string, on: string) =>
    homes.find((home) => home.person_id === id && home.from <= on && (home.until === null || on < home.until))
      ?.area;
  const cells = new Map<string, Counts>();
  const registered = new Map<string, Registered>();
  for (const canonical of new Set(people.map(({ person_id }) => canonicalOf(person_id)))) {
    const selves = people.map(({ person_id }) => person_id).filter((id) => canonicalOf(id) === canonical);
    for (const month of months) {
      const first = `${Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`;
      const last = new Date(Date.UTC(Math.floor((month - 1) / 12), ((month - 1) % 12) + 1, 0))
        .toISOString()
        .slice(0, 10);
      const standing = covers.filter(
        (cover) =>
          selves.includes(cover.person_id) && !cover.closed && cover.first <= month && month < cover.beyond,
      );
      const byRank = (a: MembershipRow, b: MembershipRow) =>
        'PU JAKON PMI BPU'.indexOf(a.segment) - 'PU JAKON PMI BPU'.indexOf(b.segment) ||
        (a.from < b.from ? -1 : a.from > b.from ? 1 : 0);
      const paid = standing.filter((cover) => cover.evidence !== 'law');
      const ranked = memberships
        .filter((membership) => paid.some((cover) => cover.membership_id === membership.membership_id))
        .sort(byRank);
      const [primary] = ranked;
      if (primary !== undefined) {
        const own = paid.filter((cover) => cover.membership_id === primary.membership_id);
        const cover = own.find(({ evidence }) => evidence === 'ledger') ?? own[0];
        if (cover === undefined) throw new Error('a primary membership has a cover');
        const area = homeOn(canonical, last) ?? homeOn(cover.person_id, last) ?? cover.area;
        const stated = paid.every(({ evidence }) => evidence === 'bpjs_file');
        const bits = paid.reduce((set, { programmes }) => set | programmes, 0);
        add(cells, [area, month, primary.segment, primary.grp, cover.fund_id].join('|'), bits, stated);
      }
      const [member] = memberships
        .filter(
          (m) => selves.includes(m.person_id) && m.from <= last && (m.until === null || first < m.until),
        )
        .sort(byRank);
      if (member !== undefined) {
        const area = homeOn(canonical, last) ?? homeOn(member.person_id, last) ?? member.area;
        const key = `${area}|${month}`;
        const known = registered.get(key) ?? { registered: 0, unpaid: 0, tolerated: 0 };
        registered.set(key, {
          registered: known.registered + 1,
          unpaid: known.unpaid + (paid.length === 0 ? 1 : 0),
          tolerated: known.tolerated + (paid.length === 0 && standing.length > 0 ? 1 : 0),
        });
      }
    }
  }
  return { cells, registered };
}

function add(cells: Map<string, Counts>, key: string, bits: number, stated: boolean): void {
  const known = cells.get(key);
  const bit = (n: number) => (bits >> n) & 1;
  cells.set(key, {
    people: (known?.people ?? 0) + 1,
    stated: (known?.stated ?? 0) + (stated ? 1 : 0),
    jkk: (known?.jkk ?? 0) + bit(0),
    jkm: (known?.jkm ?? 0) + bit(1),
    jht: (known?.jht ?? 0) + bit(2),
    jp: (known?.jp ?? 0) + bit(3),
    jkp: (known?.jkp ?? 0) + bit(4),
  });
}

/** What the count says: folded cells and what is not folded yet, by the same keys. */
export async function countedCells(register: TestRegister): Promise<Map<string, Counts>> {
  const { rows } = await register.query(
    `select concat_ws('|', area, month, segment, grp, fund_id) as key, sum(people)::int as people, sum(stated)::int as stated, sum(jkk)::int as jkk,
       sum(jkm)::int as jkm, sum(jht)::int as jht, sum(jp)::int as jp, sum(jkp)::int as jkp
     from (select area, month, segment, grp, fund_id, people, stated, jkk, jkm, jht, jp, jkp from cover_cell union all
           select area, month, segment, grp, fund_id, people, stated, jkk, jkm, jht, jp, jkp from cover_delta) counted
     group by 1 having sum(people) <> 0 or sum(stated) <> 0 or sum(jkk) <> 0 or sum(jkm) <> 0 or sum(jht) <> 0 or sum(jp) <> 0 or sum(jkp) <> 0`,
  );
  return new Map(rows.map(({ key, ...counts }) => [key, counts]));
}
