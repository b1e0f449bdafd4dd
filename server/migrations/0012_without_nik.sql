-- People without a NIK are recorded, not enrolled; a number claimed by two is disputed until somebody settles it.

alter table person add column numbered boolean not null default true;
comment on column person.numbered is 'True when the person holds, or claims, a NIK; without one they are recorded and cannot be enrolled.';
create index person_without_nik on person (area) where not numbered;

alter table roster add column recorded integer not null default 0;
alter table roster add column census jsonb not null default '{}';
comment on column roster.recorded is 'People whom acceptance records, or recorded, without a membership.';
comment on column roster.census is 'How many people, and how many without a NIK, the check found in the villages of the file: if it is no longer so, acceptance checks again.';

alter table intake.prepared_row add column completion bytea;
alter table intake.prepared_row add column replaces bytea;
comment on column intake.prepared_row.completion is 'Envelope of somebody known without a NIK, completed by what the row says; null for all others.';
comment on column intake.prepared_row.replaces is 'SHA-256 of the envelope that completion replaces: it is completed only while nobody else has changed it. Null with it.';

create or replace function intake.decide(roster uuid, place integer, person uuid, becomes text) returns boolean
  language sql volatile security definer set search_path = intake, pg_temp as $$
  with decided as (
    update intake.prepared_row p
    set outcome = becomes, person_id = coalesce(person, p.proposed_id), is_new = person is null, completion = null, replaces = null
    where p.roster_id = roster and p.ordinal = place and p.proposed_id is not null
      and 'rosters' = any (string_to_array(current_setting('payung.groups', true), ','))
      and p.area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange
    returning 1
  )
  select count(*) = 1 from decided
$$;

create function intake.complete(roster uuid, place integer, envelope bytea, before bytea) returns boolean
  language sql volatile security definer set search_path = intake, pg_temp as $$
  with completed as (
    update intake.prepared_row p set completion = envelope, replaces = before
    where p.roster_id = roster and p.ordinal = place and p.proposed_id is not null and not p.is_new
      and 'rosters' = any (string_to_array(current_setting('payung.groups', true), ','))
      and p.area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange
    returning 1
  )
  select count(*) = 1 from completed
$$;
comment on function intake.complete(uuid, integer, bytea, bytea) is 'Lets a row that was decided to be somebody known complete their record. True when the row was there.';
alter function intake.complete(uuid, integer, bytea, bytea) owner to payung_intake;
revoke all on function intake.complete(uuid, integer, bytea, bytea) from public;
grant execute on function intake.complete(uuid, integer, bytea, bytea) to payung_app;

create function dispute_nik(numbers bytea[]) returns integer
  language sql volatile security definer set search_path = payung, pg_temp as $$
  with now_disputed as (
    update identifier set state = 'disputed'
    where kind = 'nik' and hash = any (numbers) and state = 'held'
      and 'people' = any (string_to_array(current_setting('payung.groups', true), ','))
    returning 1
  )
  select count(*)::integer from now_disputed
$$;
comment on function dispute_nik(bytea[]) is 'Puts NIKs that somebody else claims in dispute, wherever their holders live. Returns how many were held until now.';
revoke all on function dispute_nik(bytea[]) from public;
grant execute on function dispute_nik(bytea[]) to payung_app;

create function settle_nik(number bytea, holder uuid) returns integer
  language sql volatile security definer set search_path = payung, pg_temp as $$
  with settled as (
    update identifier set state = case when person_id = holder then 'held' else 'withdrawn' end
    where kind = 'nik' and hash = number and state = 'disputed'
      and 'people' = any (string_to_array(current_setting('payung.groups', true), ','))
    returning 1
  )
  select count(*)::integer from settled
$$;
comment on function settle_nik(bytea, uuid) is 'Ends a dispute: the holder keeps the NIK, the others'' claims are withdrawn. Returns how many claimed it.';
revoke all on function settle_nik(bytea, uuid) from public;
grant execute on function settle_nik(bytea, uuid) to payung_app;
