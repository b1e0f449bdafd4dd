-- Acceptance looks again who pays, undoing takes back seats and bills with the list, and a list that nobody accepts does not stay forever.

-- Bills that are cancelled with a list are cancelled where the list is undone: all of it, or nothing.
alter table roster add column undo_bills text[];
comment on column roster.undo_bills is 'Numbers of the bills that are cancelled when it is undone, as whoever asked for it agreed; null unless asked for.';

-- Whom another fund has come to pay since the check is not enrolled.
create function intake.set_aside(roster uuid, places integer[]) returns integer
  language sql volatile security definer set search_path = intake, pg_temp as $$
  with aside as (
    update intake.prepared_row p set outcome = 'wait'
    from unnest(places) t (place)
    where p.roster_id = roster and p.ordinal = t.place and p.outcome = 'enrol'
      and 'rosters' = any (string_to_array(current_setting('payung.groups', true), ','))
      and p.area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange
    returning 1
  )
  select count(*)::integer from aside
$$;
comment on function intake.set_aside(uuid, integer[]) is 'Keeps acceptance from enrolling these rows of a roster inside the caller''s areas; returns how many.';
alter function intake.set_aside(uuid, integer[]) owner to payung_intake;
revoke all on function intake.set_aside(uuid, integer[]) from public;
grant execute on function intake.set_aside(uuid, integer[]) to payung_app;

-- A seat that a list gave ends as never taken when the list is undone; the row stays as a trace.
alter table office_holding add column confirmed_by uuid[] not null default '{}';
comment on column office_holding.confirmed_by is 'Other rosters that named the holder for the same seat since, the earliest first: it is theirs when the roster it was taken from is undone.';
comment on column office_holding.during is 'Days in office, half-open; without an end while it lasts; empty when the list that said so was undone.';
comment on column office_holding.ended_by is 'Who recorded the end, or undid the list; null while it lasts.';
comment on column office_holding.ended_at is 'When that was; null while it lasts.';
comment on column office_occupancy.during is 'Days in office: those of the holding; empty when the list that said so was undone.';
alter table office_holding drop constraint office_holding_during_check;
alter table office_holding drop constraint office_holding_ended;
alter table office_holding add constraint office_holding_ended check (
  (isempty(during) or upper_inf(during)) = (end_reason is null) and upper_inf(during) = (ended_by is null)
  and (ended_by is null) = (ended_at is null));

create function seats_of_roster(roster uuid) returns setof office_holding
  language sql stable set search_path = payung, pg_temp as $$
  select * from office_holding h where h.roster_id = roster and upper_inf(h.during) and h.confirmed_by = '{}'
$$;
comment on function seats_of_roster(uuid) is 'Seats that a roster gave and of which nothing else speaks: no end, no replacement, no other list.';
revoke all on function seats_of_roster(uuid) from public;
grant execute on function seats_of_roster(uuid) to payung_app;
create index office_holding_by_roster on office_holding (roster_id) where roster_id is not null;

-- As in 0022; a seat that this roster gave, and that goes with it, is no tie.
create or replace function people_made_by(roster uuid) returns table (person_id uuid, tied boolean)
  language plpgsql stable security definer set search_path = payung, pg_temp as $$
#variable_conflict use_column
declare
  made uuid[];
  tied uuid[] := '{}';
  also uuid[];
  undone constant text[] := array(select 'roster:' || u.roster_id from roster u where u.state = 'undone');
  holder text;
begin
  if not coalesce(string_to_array(current_setting('payung.groups', true), ',') @> '{rosters,people}', false)
    or not exists (
      select from roster r where r.roster_id = roster
        and r.area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange) then
    raise exception 'undoing a roster needs the purposes rosters and people, and its area' using errcode = 'insufficient_privilege';
  end if;
  -- Also those whom a roster made that was undone, and who stayed because this one named them.
  select coalesce(array_agg(distinct r.person_id), '{}') into made
  from roster_row r
  where r.roster_id = people_made_by.roster and r.person_id is not null and (r.verdict = 'new' or r.verdict = 'known' and exists (
    select from roster u join roster_row n on n.roster_id = u.roster_id
    where u.state = 'undone' and n.verdict = 'new' and n.person_id = r.person_id));

  -- Whatever names a person, now or in a later version, is a tie, except what this roster itself made.
  for holder in
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'payung'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'person_id' and not a.attisdropped
      and c.relname not in ('person', 'identifier', 'match_key', 'residence', 'work', 'membership', 'membership_basis', 'bill_line',
        'roster_row', 'person_alias', 'person_completion', 'office_holding')
    order by c.relname
  loop
    execute format(
      'select coalesce(array_agg(distinct t.person_id), ''{}'') from unnest($1) p (person_id) join %I t on t.person_id = p.person_id',
      holder) into also using made;
    tied := tied || also;
  end loop;
  select coalesce(array_agg(t.person_id), '{}') into also from (
    select m.person_id from unnest(made) p (person_id) join membership m on m.person_id = p.person_id
    where m.roster_id is distinct from roster and not isempty(m.during)
    union
    select r.person_id from unnest(made) p (person_id) join residence r on r.person_id = p.person_id
    where r.source <> 'roster:' || roster and not isempty(r.during) and r.source <> all (undone)
    union
    select w.person_id from unnest(made) p (person_id) join work w on w.person_id = p.person_id
    where w.source <> 'roster:' || roster and not isempty(w.during) and w.source <> all (undone)
    union
    select c.person_id from unnest(made) p (person_id) join person_completion c on c.person_id = p.person_id
    union
    select h.person_id from unnest(made) p (person_id) join office_holding h on h.person_id = p.person_id
    where not isempty(h.during) and not exists (
      select from seats_of_roster(people_made_by.roster) s where s.holding_id = h.holding_id)
    union
    select p.person_id from unnest(made) p (person_id)
    join person_alias a on p.person_id in (a.person_id, a.canonical_id) and a.undone_at is null
    union
    select o.person_id from roster r join roster_row o on o.roster_id = r.roster_id
    join unnest(made) p (person_id) on p.person_id = o.person_id
    where r.state = 'accepted' and r.purpose = 'record' and r.roster_id <> roster and o.verdict = 'known'
      and r.accepted_at >= (select accepted_at from roster where roster_id = people_made_by.roster)
  ) t;
  tied := tied || also;
  return query
    select p.person_id, t.person_id is not null
    from unnest(made) p (person_id) left join (select distinct unnest(tied) as person_id) t on t.person_id = p.person_id;
end $$;

-- A list that nobody accepts is destroyed; it stands in nobody's way, and the same file may come again.
alter table roster add column expired_at timestamptz;
comment on column roster.expired_at is 'When its file, rows and verdicts were destroyed because nobody accepted it in time; null otherwise.';
drop index roster_file_once;
create unique index roster_file_once on roster (agreement_id, digest, starts_on)
  where purpose = 'enrol' and state <> 'undone' and expired_at is null;
drop index roster_file_recorded_once;
create unique index roster_file_recorded_once on roster (partner_id, area, digest, starts_on)
  where purpose = 'record' and state <> 'undone' and expired_at is null;
