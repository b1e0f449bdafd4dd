import { newId } from '#platform/ids';
import type { TestPlatform } from '#testing';

/** A seat with its holder, somebody who left a list, somebody who stays on it, and somebody who looks for work. */
export async function fillOffices(
  { database }: TestPlatform,
  { area, partner, roster, agreement }: { area: number; partner: string; roster: string; agreement: string },
): Promise<void> {
  const sql = (text: string, values: unknown[] = []) => database.superuser.query(text, values);
  const [holding, list] = [newId(), newId()];
  await sql(
    `insert into office (office, body, place, name_id, name_en, grp, village_kinds) values ('rt_head', 'rt', 1, 'Ketua RT', 'Head of an RT', 'rt_rw', '{desa}')`,
  );
  await sql(
    `insert into office_seats (seats_id, area, office, since, seats, source, made_by) values ($1, ${area}, 'rt_head', '2026-01-01', 3, 'Perdes', 'uji')`,
    [newId()],
  );
  await sql(
    `insert into office_holding (person_id, holding_id, area, office, seat, label, during, made_by)
     select min(person_id::text)::uuid, $1, ${area}, 'rt_head', 1, 'RT 001', '[2026-01-01,)', 'uji' from person`,
    [holding],
  );
  await sql(`insert into office_occupancy values (${area}, 'rt_head', 1, $1, '[2026-01-01,)')`, [holding]);
  await sql(
    `insert into complete_list (list_id, roster_id, agreement_id, partner_id, area, as_of, made_by) values ($1, $2, $3, $4, ${area}, '2026-11-01', 'uji')`,
    [list, roster, agreement, partner],
  );
  await sql(
    `insert into membership_end (person_id, end_id, membership_id, last_day, reason, list_id, partner_id, area, made_by)
     select person_id, $1, membership_id, '2026-11-30', 'stopped', $2, partner_id, area, 'uji' from membership order by person_id limit 1`,
    [newId(), list],
  );
  await sql(
    `insert into death (person_id, death_id, died_on, evidence, certified, reference, area, partner_id, made_by)
     select person_id, $1, '2026-11-30', 'village_letter', true, $2, area, partner_id, 'uji' from membership order by person_id limit 1`,
    [newId(), '474.3/12/DS/2026'],
  );
  await sql(
    `insert into presumed_stay (person_id, membership_id, list_id, partner_id, area, made_by)
     select person_id, membership_id, $1, partner_id, area, 'uji' from membership order by person_id desc limit 1`,
    [list],
  );
  await sql(
    `insert into job_seeker (person_id, seeker_id, area, training, during, source, made_by)
     select min(person_id::text)::uuid, $1, ${area}, 'sewing', '[2026-11-01,)', 'uji', 'uji' from person`,
    [newId()],
  );
}
