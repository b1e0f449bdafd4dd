-- Two records of one person become one, and two again; pairs of records that may be one person wait for a decision.

alter table person_alias add column undone_by text;
alter table person_alias add column undone_reason text;
alter table person_alias add constraint person_alias_undone_by_whom check (undone_by is null or undone_at is not null);
comment on column person_alias.canonical_id is 'The record it was merged into. That may be merged itself: who speaks in the end is canonical_person.';
comment on column person_alias.undone_by is 'Who undid it; null while in force.';
comment on column person_alias.undone_reason is 'Why it was undone, in words; null while in force.';
grant update (undone_at, undone_by, undone_reason) on person_alias to payung_app;

-- The one definition of whose record speaks. Strict: readers join person_alias, and this is called only for the merged.
create function canonical_person(person uuid) returns uuid
  language plpgsql stable strict set search_path = payung, pg_temp as $$
declare
  next_one uuid;
begin
  loop
    select canonical_id into next_one from person_alias where person_id = person and undone_at is null;
    if not found then
      return person;
    end if;
    person := next_one;
  end loop;
end $$;
comment on function canonical_person(uuid) is 'The record that speaks for this one, through every merge in force; itself when it was not merged. Merges never form a circle.';

create function records_of(people uuid[]) returns table (canonical_id uuid, person_id uuid)
  language sql stable set search_path = payung, pg_temp as $$
  with recursive kin (canonical_id, person_id) as (
    select id, id from unnest(people) id
    union
    select k.canonical_id, a.person_id from kin k join person_alias a on a.canonical_id = k.person_id and a.undone_at is null
  )
  select canonical_id, person_id from kin
$$;
comment on function records_of(uuid[]) is 'The records for which each of these speaks, itself among them.';

-- A dispute that began after the check of a roster: asked by its acceptance, which may not read identifier.
create index identifier_disputed on identifier (person_id) where state = 'disputed';
create function disputed_people() returns setof uuid
  language sql stable security definer set search_path = payung, pg_temp as $$
  select p.person_id
  from identifier i join person p on p.person_id = i.person_id
  where i.state = 'disputed'
    and exists (
      select from identifier other
      where other.hash = i.hash and other.kind = i.kind and other.state = 'disputed' and other.person_id <> i.person_id
        and canonical_person(other.person_id) <> canonical_person(i.person_id))
    and 'people' = any (string_to_array(current_setting('payung.groups', true), ','))
    and (p.area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange
      or p.partners && coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])
$$;
comment on function disputed_people() is 'People of the caller''s areas and partners whose NIK somebody else claims too; never who.';
revoke all on function disputed_people() from public;
grant execute on function disputed_people() to payung_app;

create table duplicate_pair (
  first_id uuid not null,
  second_id uuid not null,
  first_area bigint not null references area (code),
  second_area bigint not null references area (code),
  verdict text not null check (verdict in ('same', 'doubtful')),
  rule text not null,
  score integer not null check (score between 0 and 100),
  first_key bytea not null,
  second_key bytea not null,
  found_at timestamptz not null default now(),
  primary key (first_id, second_id),
  constraint duplicate_pair_in_order check (first_id < second_id)
);
comment on table duplicate_pair is '[local] Two records of the base that the matcher finds to be, or perhaps to be, one person. Open until they are merged or decided to be two.';
comment on column duplicate_pair.first_id is 'The record with the smaller id.';
comment on column duplicate_pair.second_id is 'The other record.';
comment on column duplicate_pair.first_area is 'Village of the first when found; part of the scope.';
comment on column duplicate_pair.second_area is 'Village of the second when found; part of the scope.';
comment on column duplicate_pair.verdict is 'What the matcher found.';
comment on column duplicate_pair.rule is 'By which of its rules.';
comment on column duplicate_pair.score is 'Percent of likeness.';
comment on column duplicate_pair.first_key is 'Keyed hash of what the first record says, as roster_row.row_key: a row of the same content is not asked about the second again.';
comment on column duplicate_pair.second_key is 'The same of the second record.';
comment on column duplicate_pair.found_at is 'When it was found.';
alter table duplicate_pair enable row level security;
alter table duplicate_pair force row level security;
create policy owner on duplicate_pair to payung_owner using (true);
create policy app on duplicate_pair to payung_app
  using ('people' = any (string_to_array(current_setting('payung.groups', true), ',')) and first_area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange and second_area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select on duplicate_pair to payung_app;
create policy match on duplicate_pair to payung_match using (true);
grant select, insert, update, delete on duplicate_pair to payung_match;
create index duplicate_pair_by_second on duplicate_pair (second_id);
create index duplicate_pair_likeliest on duplicate_pair (score desc, first_id, second_id);

create table duplicate_decision (
  decision_id uuid primary key,
  first_id uuid not null,
  second_id uuid not null,
  choice text not null check (choice in ('different', 'later')),
  first_key bytea not null,
  second_key bytea not null,
  first_area bigint not null references area (code),
  second_area bigint not null references area (code),
  why text,
  decided_by text not null,
  recorded_at timestamptz not null default now(),
  undone_by text,
  undone_at timestamptz,
  constraint duplicate_decision_undone check ((undone_by is null) = (undone_at is null))
);
comment on table duplicate_decision is '[local] What a human decided of a pair that stays two people. That they are one is a merge (person_alias). Never edited but to say that it was taken back.';
comment on column duplicate_decision.decision_id is 'UUIDv7.';
comment on column duplicate_decision.first_id is 'The record with the smaller id.';
comment on column duplicate_decision.second_id is 'The other record.';
comment on column duplicate_decision.choice is 'different: two people, never asked again; later: nobody knows yet.';
comment on column duplicate_decision.first_key is 'What the first record said, as a keyed hash: the check of a roster remembers the decision by it.';
comment on column duplicate_decision.second_key is 'The same of the second record.';
comment on column duplicate_decision.first_area is 'Village of the first; part of the scope.';
comment on column duplicate_decision.second_area is 'Village of the second; part of the scope.';
comment on column duplicate_decision.why is 'Why, in words; null when the comparison says enough. Never a NIK.';
comment on column duplicate_decision.decided_by is 'Who decided.';
comment on column duplicate_decision.recorded_at is 'When it was decided.';
comment on column duplicate_decision.undone_by is 'Who took it back; null while in force.';
comment on column duplicate_decision.undone_at is 'When it was taken back; null while in force.';
alter table duplicate_decision enable row level security;
alter table duplicate_decision force row level security;
create policy owner on duplicate_decision to payung_owner using (true);
create policy app on duplicate_decision to payung_app
  using ('people' = any (string_to_array(current_setting('payung.groups', true), ',')) and first_area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange and second_area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert on duplicate_decision to payung_app;
grant update (undone_by, undone_at) on duplicate_decision to payung_app;
create policy match on duplicate_decision to payung_match using (true);
grant select on duplicate_decision to payung_match;
create unique index duplicate_decision_once on duplicate_decision (first_id, second_id) where undone_at is null;
create index duplicate_decision_by_first_key on duplicate_decision (first_key) where undone_at is null and choice = 'different';
create index duplicate_decision_by_second_key on duplicate_decision (second_key) where undone_at is null and choice = 'different';
