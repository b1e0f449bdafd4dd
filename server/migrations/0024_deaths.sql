-- That somebody died: what was said of it and on what evidence, and what ends with it: memberships and seats.

create table death (
  person_id uuid not null references person (person_id),
  death_id uuid not null,
  died_on date not null,
  evidence text not null check (
    evidence in ('civil_certificate', 'village_letter', 'hospital_letter', 'bpjs_report', 'partner_report', 'family_report')),
  certified boolean not null,
  reference text,
  note text,
  area bigint not null references area (code),
  partner_id uuid references partner (partner_id),
  made_by text not null,
  recorded_at timestamptz not null default now(),
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  primary key (person_id, death_id),
  constraint death_certified_by_number check (not certified or reference is not null),
  constraint death_withdrawn check (
    (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
comment on table death is '[person] That somebody died, as it was said and on what evidence. The latest that is certified holds, or else the latest reported. Withdrawn, never edited.';
comment on column death.person_id is 'The person: the record that spoke for them when it was said.';
comment on column death.death_id is 'UUIDv7.';
comment on column death.died_on is 'Day of death.';
comment on column death.evidence is 'What it rests on: a certificate of the civil registry, a letter of the village or of a hospital; or what BPJS, a partner or the family says.';
comment on column death.certified is 'True when an official paper says so, false when it is only reported.';
comment on column death.reference is 'Number of the paper; null where there is none. Never a NIK.';
comment on column death.note is 'Remark; null when none. Never a NIK.';
comment on column death.area is 'Village of residence when it was said; the scope of the row.';
comment on column death.partner_id is 'The partner whose list said so, part of the scope; null when said otherwise.';
comment on column death.made_by is 'Who recorded it.';
comment on column death.recorded_at is 'When it was recorded.';
comment on column death.withdrawn_by is 'Who withdrew it; null while it stands.';
comment on column death.withdrawn_at is 'When it was withdrawn; null while it stands.';
comment on column death.withdrawn_reason is 'Why it was withdrawn, in words; null while it stands.';
alter table death enable row level security;
alter table death force row level security;
create policy owner on death to payung_owner using (true);
create policy app on death to payung_app
  using ('people' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert on death to payung_app;
comment on column person.died_on is 'Day of death, as the standing death of any record of the person says; null while not known to have died. Written by set_died_on alone.';

create function set_died_on(people uuid[]) returns setof uuid
  language plpgsql volatile security definer set search_path = payung, pg_temp as $$
declare
  records constant uuid[] := array(
    select r.person_id from records_of(array(select distinct canonical_person(p) from unnest(people) p)) r);
begin
  if not coalesce('people' = any (string_to_array(current_setting('payung.groups', true), ',')), false) then
    raise exception 'whether somebody lives is written for the purpose people' using errcode = 'insufficient_privilege';
  end if;
  -- Held: whoever enrols or seats them at this moment is waited for, and what they made ends below; whoever comes after sees the death.
  perform from person where person_id = any (records) order by person_id for update;
  return query
    with said as (
      select distinct on (k.canonical_id) k.canonical_id, d.died_on
      from records_of(array(select distinct canonical_person(p) from unnest(people) p)) k
      join death d on d.person_id = k.person_id and d.withdrawn_at is null
      order by k.canonical_id, d.certified desc, d.death_id desc
    )
    update person p set died_on = s.died_on
    from unnest(records) r left join said s on s.canonical_id = canonical_person(r)
    where p.person_id = r and p.died_on is distinct from s.died_on
    returning p.person_id;
end $$;
comment on function set_died_on(uuid[]) is 'Brings the day of death of these people, on every record of them wherever it is, in line with what stands in death. Returns the records whose day changed.';
revoke all on function set_died_on(uuid[]) from public;
grant execute on function set_died_on(uuid[]) to payung_app;

create function death_certified(person uuid, elsewhere_than int8multirange) returns boolean
  language sql stable security definer set search_path = payung, pg_temp as $$
  select coalesce('people' = any (string_to_array(current_setting('payung.groups', true), ',')), false) and exists (
    select from death d
    where d.person_id = any (array(select r.person_id from records_of(array[canonical_person(person)]) r))
      and d.certified and d.withdrawn_at is null and not d.area <@ elsewhere_than)
$$;
comment on function death_certified(uuid, int8multirange) is 'Whether a paper that stands certifies the death of the person and was brought outside these areas; of the paper nothing else is told.';
revoke all on function death_certified(uuid, int8multirange) from public;
grant execute on function death_certified(uuid, int8multirange) to payung_app;

create function withdraw_deaths(people uuid[], reason text) returns integer
  language sql volatile security definer set search_path = payung, pg_temp as $$
  with withdrawn as (
    update death d set withdrawn_by = current_setting('payung.actor'), withdrawn_at = now(), withdrawn_reason = reason
    where d.withdrawn_at is null
      and d.person_id in (
        select r.person_id from records_of(array(
          select distinct canonical_person(p.person_id) from person p
          where p.person_id = any (people) and p.withdrawn_at is null
            and (p.area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange
              or p.partners && coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[]))) r)
      and 'people' = any (string_to_array(current_setting('payung.groups', true), ','))
    returning 1
  )
  select count(*)::integer from withdrawn
$$;
comment on function withdraw_deaths(uuid[], text) is 'Withdraws what stands of the death of these people, as far as the scope shows them, wherever it was said. Returns how much that was.';
revoke all on function withdraw_deaths(uuid[], text) from public;
grant execute on function withdraw_deaths(uuid[], text) to payung_app;

alter table membership_end add column from_before date;
comment on column membership_end.from_before is 'First day of the membership when the death of the person ended it, which may have come before; null for every other end. It goes when the death is withdrawn.';
alter table membership_end add column replaces uuid;
comment on column membership_end.replaces is 'A later end that this one, by death, took the place of, and that stands again when the death is withdrawn; null when there is none.';
comment on column membership_end.end_id is 'UUIDv7; random where a death ended it.';
create index membership_end_by_death on membership_end (person_id) where from_before is not null and undone_at is null;

create index membership_end_told_dead on membership_end (recorded_at)
  where reason = 'died' and from_before is null and undone_at is null;

create function end_memberships_of_dead(people uuid[]) returns void
  language plpgsql volatile security definer set search_path = payung, pg_temp as $$
declare
  actor constant text := current_setting('payung.actor');
  one record;
  later uuid;
begin
  -- What ended by a death that is withdrawn, or of another day, goes on as it would have: unless the list that made it was undone.
  for one in
    select e.person_id, e.end_id, e.membership_id, e.replaces, daterange(e.from_before, e.until_before) as span
    from membership_end e
    join person p on p.person_id = e.person_id
    join membership m on m.person_id = e.person_id and m.membership_id = e.membership_id
    where e.person_id = any (people) and e.from_before is not null and e.undone_at is null and p.died_on is distinct from e.last_day
      and m.during = case when e.from_before > e.last_day then 'empty' else daterange(e.from_before, e.last_day + 1) end
      and not exists (select from roster r where r.roster_id = m.roster_id and r.state = 'undone')
      and not exists (
        select from membership o
        where o.person_id = m.person_id and o.partner_id = m.partner_id and o.segment = m.segment
          and o.membership_id <> m.membership_id and o.during && daterange(e.from_before, e.until_before))
  loop
    update membership m set during = one.span where m.person_id = one.person_id and m.membership_id = one.membership_id;
    update membership_end e set undone_by = actor, undone_at = now() where e.person_id = one.person_id and e.end_id = one.end_id;
    update membership_end e set undone_by = null, undone_at = null where e.person_id = one.person_id and e.end_id = one.replaces;
  end loop;

  for one in
    select m.person_id, m.membership_id, m.partner_id, m.area, m.during, p.died_on
    from membership m join person p on p.person_id = m.person_id
    where m.person_id = any (people) and p.died_on is not null and m.agreement_id is not null and not isempty(m.during)
      and (upper_inf(m.during) or upper(m.during) > p.died_on + 1)
    for update of m
  loop
    later := null;
    update membership_end e set undone_by = actor, undone_at = now()
    where e.person_id = one.person_id and e.membership_id = one.membership_id and e.undone_at is null
    returning e.end_id into later;
    insert into membership_end (person_id, end_id, membership_id, last_day, reason, until_before, from_before, replaces, partner_id, area,
      made_by)
    values (one.person_id, gen_random_uuid(), one.membership_id, one.died_on, 'died', upper(one.during), lower(one.during), later,
      one.partner_id, one.area, actor);
    update membership m
    set during = case when lower(one.during) > one.died_on then 'empty' else daterange(lower(one.during), one.died_on + 1) end
    where m.person_id = one.person_id and m.membership_id = one.membership_id;
  end loop;
end $$;
comment on function end_memberships_of_dead(uuid[]) is 'Brings the agreed memberships of these people, wherever they are, in line with their day of death: it is the last one; one that would have begun later never began. Of whoever lives, what a death had ended goes on.';
revoke all on function end_memberships_of_dead(uuid[]) from public;
grant execute on function end_memberships_of_dead(uuid[]) to payung_app;

alter table office_holding add column by_death boolean not null default false;
comment on column office_holding.by_death is 'True when the death of the holder ended it, and its withdrawal gives the seat back if it is free.';

create function end_holdings_of_dead(people uuid[]) returns void
  language plpgsql volatile security definer set search_path = payung, pg_temp as $$
declare
  one record;
begin
  for one in
    select h.*, p.died_on, greatest(p.died_on, lower(h.during)) + 1 as left_on, not exists (
      select from office_occupancy o
      where o.area = h.area and o.office = h.office and o.seat = h.seat and o.holding_id <> h.holding_id
        and o.during && daterange(lower(h.during), null)) as free
    from office_holding h join person p on p.person_id = h.person_id
    where h.person_id = any (people) and h.by_death and not isempty(h.during)
      and (p.died_on is null or upper(h.during) <> greatest(p.died_on, lower(h.during)) + 1)
      and not exists (select from roster r where r.roster_id = h.roster_id and r.state = 'undone')
    for update of h
  loop
    if one.free then
      update office_holding h set during = daterange(lower(one.during), null), end_reason = null, ended_by = null, ended_at = null,
        by_death = false
      where h.person_id = one.person_id and h.holding_id = one.holding_id;
      update office_occupancy o set during = daterange(lower(one.during), null)
      where o.area = one.area and o.office = one.office and o.seat = one.seat and o.holding_id = one.holding_id;
    elsif one.died_on is not null then
      -- Somebody else came into the seat since: another day of death can only shorten what was left by then.
      update office_holding h set during = daterange(lower(one.during), one.left_on)
      where h.person_id = one.person_id and h.holding_id = one.holding_id and upper(h.during) > one.left_on;
      update office_occupancy o set during = daterange(lower(one.during), one.left_on)
      where o.area = one.area and o.office = one.office and o.seat = one.seat and o.holding_id = one.holding_id
        and upper(o.during) > one.left_on;
    else
      update office_holding h set end_reason = 'replaced', by_death = false
      where h.person_id = one.person_id and h.holding_id = one.holding_id;
    end if;
  end loop;

  -- A seat taken after the death is left the same day: a holding has at least one.
  with ended as (
    update office_holding h
    set during = daterange(lower(h.during), greatest(p.died_on, lower(h.during)) + 1), end_reason = 'died',
      ended_by = current_setting('payung.actor'), ended_at = now(), by_death = true
    from person p
    where p.person_id = h.person_id and h.person_id = any (people) and p.died_on is not null and upper_inf(h.during)
    returning h.area, h.office, h.seat, h.holding_id, h.during
  )
  update office_occupancy o set during = ended.during
  from ended
  where o.area = ended.area and o.office = ended.office and o.seat = ended.seat and o.holding_id = ended.holding_id;
end $$;
comment on function end_holdings_of_dead(uuid[]) is 'Brings the seats of these people, wherever they are, in line with their day of death: it is the last one in office. Whoever lives has the seat again that a death had ended, unless somebody else came into it.';
revoke all on function end_holdings_of_dead(uuid[]) from public;
grant execute on function end_holdings_of_dead(uuid[]) to payung_app;

-- A list that was checked before somebody died does not enrol them, no more than somebody who was withdrawn since.
create or replace function names_withdrawn(roster uuid) returns boolean
  language plpgsql volatile security definer set search_path = payung, pg_temp as $$
declare
  gone boolean;
begin
  if not coalesce(string_to_array(current_setting('payung.groups', true), ',') @> '{rosters,people}', false) then
    raise exception 'whom a roster names is asked for the purposes rosters and people' using errcode = 'insufficient_privilege';
  end if;
  -- Held: whoever undoes another roster or records a death at this moment waits, and then sees what this one made.
  with held as materialized (
    select p.withdrawn_at, p.died_on from person p
    where p.person_id = any (array(select w.person_id from intake.in_scope(roster) w where not w.is_new))
    order by p.person_id for no key update
  )
  select coalesce(bool_or(withdrawn_at is not null or died_on is not null), false) into gone from held;
  return gone;
end $$;
comment on function names_withdrawn(uuid) is 'Whether a prepared row in scope names a known person who was withdrawn, or is known to have died, since the check. Holds all of them until the transaction ends';
