-- Review: a doubtful row of a roster is a question; who answered it, when and why, and what acceptance does with the answer.

alter table roster add column same_from integer;
alter table roster add column new_below integer;
alter table roster add constraint roster_thresholds_apart check (
  same_from between 1 and 100 and new_below between 1 and 100 and new_below <= same_from
);
comment on column roster.same_from is 'Chosen up front: a doubtful row that resembles one person this much (percent) or more is that person; null asks a human.';
comment on column roster.new_below is 'Chosen up front: a doubtful row that resembles nobody this much (percent) is a new person; null asks a human.';

alter table roster_row add column row_key bytea;
alter table roster_row add column doubt jsonb;
alter table roster_row add column decision_id uuid;
comment on column roster_row.row_key is 'Keyed hash of what the row says of its person: the same content in another file has the same key. Null for rows without a doubt.';
comment on column roster_row.doubt is 'The question as the check put it: code, facts, and whom or what the row may mean (ids, rows, codes; never what is sealed). Null when there was none.';
comment on column roster_row.decision_id is 'The decision in force, perhaps made on an earlier roster; null while open, or decided by the thresholds.';
create index roster_row_with_doubt on roster_row (roster_id, ordinal) where doubt is not null;
create index roster_row_of_known on roster_row (roster_id, person_id) where enrol and verdict = 'known';
grant update (verdict, reason, field, facts, warnings, person_id, enrol, decision_id) on roster_row to payung_app;

create table roster_decision (
  decision_id uuid primary key,
  roster_id uuid not null references roster (roster_id),
  ordinal integer not null,
  row_key bytea not null,
  choice text not null check (choice in ('same', 'new', 'left')),
  chosen text,
  against text[] not null default '{}',
  shown jsonb not null,
  why text,
  area bigint not null references area (code),
  partner_id uuid not null references partner (partner_id),
  decided_by text not null,
  recorded_at timestamptz not null default now(),
  undone_by text,
  undone_at timestamptz,
  constraint roster_decision_chosen check ((choice = 'same') = (chosen is not null)),
  constraint roster_decision_undone check ((undone_by is null) = (undone_at is null))
);
comment on table roster_decision is '[local] What a human decided of a doubtful row. Never edited but to say that it was taken back; asked again by the check, so that nobody is asked twice.';
comment on column roster_decision.decision_id is 'UUIDv7.';
comment on column roster_decision.roster_id is 'The roster on which it was decided.';
comment on column roster_decision.ordinal is 'The row on it.';
comment on column roster_decision.row_key is 'Keyed hash of what the row says of its person; by it the decision is found again for the same content.';
comment on column roster_decision.choice is 'same: the row means the chosen one; new: none of those it was held against; left: nothing for now.';
comment on column roster_decision.chosen is 'person:ID or row:KEY of whom the row means; null unless same.';
comment on column roster_decision.against is 'What it was decided not to be: person:ID, row:KEY, or doubt:CODE that was looked into.';
comment on column roster_decision.shown is 'The question as it was when decided.';
comment on column roster_decision.why is 'Why, in words; null when the question says enough. Never a NIK.';
comment on column roster_decision.area is 'Area of the roster; part of the scope.';
comment on column roster_decision.partner_id is 'Part of the scope.';
comment on column roster_decision.decided_by is 'Who decided.';
comment on column roster_decision.recorded_at is 'When it was decided.';
comment on column roster_decision.undone_by is 'Who took it back; null while in force.';
comment on column roster_decision.undone_at is 'When it was taken back; null while in force.';
alter table roster_decision enable row level security;
alter table roster_decision force row level security;
create policy owner on roster_decision to payung_owner using (true);
create policy app on roster_decision to payung_app
  using ('rosters' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert on roster_decision to payung_app;
grant update (undone_by, undone_at) on roster_decision to payung_app;
create policy match on roster_decision to payung_match using (true);
grant select on roster_decision to payung_match;
create unique index roster_decision_once on roster_decision (roster_id, ordinal) where undone_at is null;
create index roster_decision_by_row_key on roster_decision (row_key) where undone_at is null;

alter table intake.prepared_row add column outcome text not null default 'enrol' check (outcome in ('enrol', 'record', 'wait'));
alter table intake.prepared_row add column proposed_id uuid;
comment on column intake.prepared_row.outcome is 'What acceptance does: enrol opens a membership, record keeps the person only, wait nothing until a doubt is decided.';
comment on column intake.prepared_row.proposed_id is 'Id for which the envelope is sealed, of a row that was doubtful; null where it is person_id.';
comment on column intake.prepared_row.person_id is 'The person: proposed when new, found when known, chosen when a doubt was decided.';
comment on column intake.prepared_row.sealed is 'Envelope of a new person, also of a doubtful row that may become one; null when known.';

create or replace function intake.prepared(roster uuid) returns setof intake.prepared_row
  language sql stable security definer set search_path = intake, pg_temp as $$
  select p.* from intake.prepared_row p
  where p.roster_id = roster
    and p.outcome <> 'wait'
    and 'rosters' = any (string_to_array(current_setting('payung.groups', true), ','))
    and p.area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange
$$;
comment on function intake.prepared(uuid) is 'The prepared rows of a roster that acceptance takes, inside the caller''s areas.';

create function intake.in_question(roster uuid, places integer[]) returns setof intake.prepared_row
  language sql stable security definer set search_path = intake, pg_temp as $$
  select p.* from intake.prepared_row p
  where p.roster_id = roster and p.ordinal = any (places)
    and 'rosters' = any (string_to_array(current_setting('payung.groups', true), ','))
    and p.area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange
$$;
comment on function intake.in_question(uuid, integer[]) is 'Prepared rows of a roster by their places, inside the caller''s areas: what a reviewer compares.';
alter function intake.in_question(uuid, integer[]) owner to payung_intake;
revoke all on function intake.in_question(uuid, integer[]) from public;
grant execute on function intake.in_question(uuid, integer[]) to payung_app;

-- The one thing a request may change in schema intake: what becomes of a row that was doubtful.
create function intake.decide(roster uuid, place integer, person uuid, becomes text) returns boolean
  language sql volatile security definer set search_path = intake, pg_temp as $$
  with decided as (
    update intake.prepared_row p
    set outcome = becomes, person_id = coalesce(person, p.proposed_id), is_new = person is null
    where p.roster_id = roster and p.ordinal = place and p.proposed_id is not null
      and 'rosters' = any (string_to_array(current_setting('payung.groups', true), ','))
      and p.area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange
    returning 1
  )
  select count(*) = 1 from decided
$$;
comment on function intake.decide(uuid, integer, uuid, text) is 'Decides what acceptance does with a doubtful row: for the person found, or for a new one when null. True when the row was there.';
alter function intake.decide(uuid, integer, uuid, text) owner to payung_intake;
revoke all on function intake.decide(uuid, integer, uuid, text) from public;
grant execute on function intake.decide(uuid, integer, uuid, text) to payung_app;
