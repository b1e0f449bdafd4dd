-- A doubtful row of a branch's member file is a question, too: it is answered on the desk where doubtful rows of rosters are, and
-- cover follows from the answer.

create table member_doubt (
  file_id uuid not null,
  ordinal integer not null,
  row_key bytea not null,
  birth_date date,
  birth_precision text check (birth_precision in ('day', 'month', 'year')),
  sex text check (sex in ('L', 'P')),
  programmes smallint not null,
  doubt jsonb not null,
  decision_id uuid,
  person_id uuid,
  stated_before smallint,
  areas int8multirange not null check (not isempty(areas)),
  primary key (file_id, ordinal),
  foreign key (file_id, ordinal) references member_row (file_id, ordinal),
  constraint member_doubt_precise check ((birth_date is null) = (birth_precision is null)),
  constraint member_doubt_covers check (person_id is not null or stated_before is null)
);
comment on table member_doubt is '[local] What a human is asked of a doubtful row of a member file, and what follows from the answer. Never a NIK, not even a sealed one. Destroyed with the name of the row where nobody of the base is meant.';
comment on column member_doubt.file_id is 'The file.';
comment on column member_doubt.ordinal is 'The row.';
comment on column member_doubt.row_key is 'Keyed hash of what the row says of its person: the same content in next month''s file has the same key.';
comment on column member_doubt.birth_date is 'Birth date as stated; null when none.';
comment on column member_doubt.birth_precision is 'How much of the birth date is stated.';
comment on column member_doubt.sex is 'Sex as stated; null when not.';
comment on column member_doubt.programmes is 'Programmes as stated, as bits.';
comment on column member_doubt.doubt is 'The question as the import put it: code, facts, whom the row may mean (ids, kabupaten) and how they compare, field by field.';
comment on column member_doubt.decision_id is 'The decision in force, perhaps made on an earlier file; null while open.';
comment on column member_doubt.person_id is 'Whom the row covers by decision; null when nobody.';
comment on column member_doubt.stated_before is 'Programmes that rows in no doubt state of this person in the segment, as bits; null when there is no such row.';
comment on column member_doubt.areas is 'Those of the file; the scope of the row.';
alter table member_doubt enable row level security;
alter table member_doubt force row level security;
create policy owner on member_doubt to payung_owner using (true);
create policy app on member_doubt to payung_app
  using ('exchange' = any (string_to_array(current_setting('payung.groups', true), ',')) and areas <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert, delete, update (decision_id, person_id, stated_before) on member_doubt to payung_app;
create index member_doubt_covering on member_doubt (file_id, person_id) where person_id is not null;

create table member_decision (
  decision_id uuid primary key,
  file_id uuid not null references member_file (file_id),
  ordinal integer not null,
  row_key bytea not null,
  choice text not null check (choice in ('same', 'new', 'left')),
  chosen text,
  against text[] not null default '{}',
  shown jsonb not null,
  why text,
  areas int8multirange not null check (not isempty(areas)),
  decided_by text not null,
  recorded_at timestamptz not null default now(),
  undone_by text,
  undone_at timestamptz,
  constraint member_decision_chosen check ((choice = 'same') = (chosen is not null)),
  constraint member_decision_undone check ((undone_by is null) = (undone_at is null))
);
comment on table member_decision is '[local] What a human decided of a doubtful row of a member file; the sibling of roster_decision. Never edited but to say that it was taken back; asked again by the next import, so that nobody is asked twice.';
comment on column member_decision.decision_id is 'UUIDv7.';
comment on column member_decision.file_id is 'The file on which it was decided.';
comment on column member_decision.ordinal is 'The row of it.';
comment on column member_decision.row_key is 'Keyed hash of what the row says of its person; by it the decision is found again for the same content.';
comment on column member_decision.choice is 'same: the row means the chosen one; new: none of those it was held against; left: nothing for now.';
comment on column member_decision.chosen is 'person:ID of whom the row means; null unless same.';
comment on column member_decision.against is 'Whom it was decided not to be: person:ID.';
comment on column member_decision.shown is 'The question as it was when decided.';
comment on column member_decision.why is 'Why, in words; null when the question says enough. Never a NIK.';
comment on column member_decision.areas is 'Those of the file; the scope of the decision.';
comment on column member_decision.decided_by is 'Who decided.';
comment on column member_decision.recorded_at is 'When it was decided.';
comment on column member_decision.undone_by is 'Who took it back; null while in force.';
comment on column member_decision.undone_at is 'When it was taken back; null while in force.';
alter table member_decision enable row level security;
alter table member_decision force row level security;
create policy owner on member_decision to payung_owner using (true);
create policy app on member_decision to payung_app
  using ('exchange' = any (string_to_array(current_setting('payung.groups', true), ',')) and areas <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert on member_decision to payung_app;
grant update (undone_by, undone_at) on member_decision to payung_app;
create policy match on member_decision to payung_match using (true);
grant select on member_decision to payung_match;
create unique index member_decision_once on member_decision (file_id, ordinal) where undone_at is null;
create index member_decision_by_row_key on member_decision (row_key) where undone_at is null;

grant update (verdict, reason, field, facts, name, nik_masked) on member_row to payung_app;
comment on column member_row.name is 'Name as written; null for ignored rows, and once whoever is nobody of the base is forgotten.';
comment on column member_row.nik_masked is 'NIK with its middle hidden; null when there was none, or a hash, and once whoever is nobody of the base is forgotten.';
-- Nothing is left in it of a file whose strangers are forgotten.
create index member_row_strangers on member_row (file_id) where name is not null and verdict in ('doubtful', 'unknown', 'refused');
grant update (matched_rows, doubtful_rows, unknown_rows, people) on member_file to payung_app;
