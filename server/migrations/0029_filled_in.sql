-- A list that is accepted fills in what is still empty of people who are known, and takes it back when it is undone. What it filled in stays
-- known after its rows are purged: whose, which fields, by which list; never what they say. Undoing takes back from what was filled in,
-- and not from whatever says the same.

create table filling (
  person_id uuid not null,
  roster_id uuid not null,
  area bigint not null,
  fields text[] not null check (fields <> '{}'),
  residence_from date,
  work_id uuid,
  recorded_at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (person_id, roster_id)
);
comment on table filling is '[person] Which empty fields of somebody known an accepted list filled in. Never what they say.';
comment on column filling.person_id is 'The person. Kept without a foreign key: acceptance writes those whom it holds.';
comment on column filling.roster_id is 'The list; without a foreign key because rosters are local.';
comment on column filling.area is 'Village of the person then; the scope. No partner''s: whose list it is does not learn from it what a stranger lacked.';
comment on column filling.fields is 'Fields of the envelope, rt, rw, occupation.';
comment on column filling.residence_from is 'First day of the residence whose RT or RW it filled in; null when it filled in neither.';
comment on column filling.work_id is 'The work whose occupation it filled in; null when it filled in none.';
comment on column filling.recorded_at is 'When the list was accepted.';
comment on column filling.undone_at is 'When undoing the list took back what still stood as it said; null when nobody did.';
alter table filling enable row level security;
alter table filling force row level security;
create policy owner on filling to payung_owner using (true);
create policy app on filling to payung_app
  using ('people' = any (string_to_array(current_setting('payung.groups', true), ',')) and area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert, update (fields, residence_from, work_id, undone_at) on filling to payung_app;
create index filling_by_roster on filling (roster_id);

comment on column intake.prepared_row.sealed is 'Envelope of a new person, also of a doubtful row that may become one; of somebody known, what the row says where it may fill in something; null otherwise.';
comment on column roster.listed is 'Known people whom acceptance of a list that records confirms or brings up to date, or of whom one that enrols only fills in what is empty.';

create function intake.said_of_known(roster uuid) returns table (ordinal integer, person_id uuid, area bigint, said bytea, said_for uuid)
  language sql stable security definer set search_path = intake, pg_temp as $$
  select p.ordinal, p.person_id, p.area, p.sealed, coalesce(p.proposed_id, p.person_id)
  from intake.in_scope(roster) p
  where not p.is_new and p.replaces is null and p.sealed is not null
$$;
comment on function intake.said_of_known(uuid) is 'What rows of a roster inside the caller''s areas say of people who are known, sealed, where it may fill in something.';
alter function intake.said_of_known(uuid) owner to payung_intake;
revoke all on function intake.said_of_known(uuid) from public;
grant execute on function intake.said_of_known(uuid) to payung_app;

create function intake.said_in_clear(roster uuid) returns table (
  ordinal integer, person_id uuid, area bigint, rt text, rw text, occupation text, occupation_text text
)
  language sql stable security definer set search_path = intake, pg_temp as $$
  select p.ordinal, p.person_id, p.area, p.rt, p.rw, p.occupation, p.occupation_text
  from intake.in_scope(roster) p
  where not p.is_new and (p.rt is not null or p.rw is not null or p.occupation_text <> '')
$$;
comment on function intake.said_in_clear(uuid) is 'What rows of a roster inside the caller''s areas say of where people who are known live and what they do.';
alter function intake.said_in_clear(uuid) owner to payung_intake;
revoke all on function intake.said_in_clear(uuid) from public;
grant execute on function intake.said_in_clear(uuid) to payung_app;

-- As in 0027; what another list filled in of somebody does not keep the list from being undone that made them.
do $$ begin
  execute replace(
    pg_get_functiondef('people_made_by(uuid)'::regprocedure), '''person_completion'', ', '''person_completion'', ''filling'', ');
end $$;
