import { firstDay, type Month, monthIndex } from '@payung/kernel';
import { sql } from 'kysely';
import type { AreaRange } from '#platform/access';
import type { Tx } from '#platform/context';
import type { ClassCount } from './classes.ts';

/** Members in force on any day of the month and whose month is paid, by partner, segment and group; partners by name. */
export async function countClasses(tx: Tx, at: Month, area: AreaRange): Promise<ClassCount[]> {
  const { rows } = await sql<ClassCount>`
    select x.*, p.name as "partnerName", p.kind, p.area, seat.name as "areaName"
    from (
      select m.partner_id as "partnerId", m.segment, m.grp as "group", count(distinct m.person_id)::integer as members,
        count(distinct c.person_id)::integer as paid
      from membership m
      left join cover c on c.person_id = m.person_id and c.membership_id = m.membership_id and c.closed_at is null
        and c.evidence <> 'law' and c.months @> ${monthIndex(at)}::integer
      where m.agreement_id is not null and m.area >= ${area[0]}::bigint and m.area < ${area[1]}::bigint
        and m.during && daterange(${firstDay(at)}::date, (${firstDay(at)}::date + interval '1 month')::date)
      group by 1, 2, 3
    ) x
    join partner p on p.partner_id = x."partnerId"
    join area seat on seat.code = p.area
    order by p.name, x."partnerId", x.segment, x."group"`.execute(tx.db);
  return rows;
}
