-- Rosters: a list that came in, its rows, and what we found for each.

create table stored_file (
  file_id uuid primary key,
  name text not null,
  digest text not null,
  size bigint not null check (size >= 0),
  area bigint not null references area (code),
  partner_id uuid references partner (partner_id),
  made_by text not null,
  recorded_at timestamptz not null default now(),
  purged_at timestamptz
);
comment on table stored_file is '[local] A file kept sealed in the file store.';
comment on column stored_file.file_id is 'UUIDv7; also its name in the store.';
comment on column stored_file.name is 'Name the user gave it.';
comment on column stored_file.digest is 'SHA-256 of the clear content.';
comment on column stored_file.size is 'Bytes of the clear content.';
comment on column stored_file.area is 'Part of the scope.';
comment on column stored_file.partner_id is 'Part of the scope.';
comment on column stored_file.made_by is 'Who sent it.';
comment on column stored_file.recorded_at is 'When it came in.';
comment on column stored_file.purged_at is 'When the content was destroyed; null while kept.';
alter table stored_file enable row level security;
alter table stored_file force row level security;
create policy owner on stored_file to payung_owner using (true);
create policy app on stored_file to payung_app
  using ('rosters' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert, update on stored_file to payung_app;

create table roster (
  roster_id uuid primary key,
  partner_id uuid not null references partner (partner_id),
  agreement_id uuid not null references agreement (agreement_id),
  area bigint not null references area (code),
  file_id uuid not null references stored_file (file_id),
  file_name text not null,
  digest text not null,
  starts_on date not null,
  policy text not null check (policy in ('good_rows', 'all_or_nothing')),
  state text not null check (state in ('received', 'checking', 'checked', 'accepting', 'accepted', 'failed')),
  problem jsonb,
  columns jsonb,
  rows_in integer not null default 0,
  new_rows integer not null default 0,
  known_rows integer not null default 0,
  doubtful_rows integer not null default 0,
  refused_rows integer not null default 0,
  ignored_rows integer not null default 0,
  enrolled integer not null default 0,
  example boolean not null default false,
  made_by text not null,
  recorded_at timestamptz not null default now(),
  checked_at timestamptz,
  accepted_by text,
  accepted_at timestamptz,
  constraint roster_file_once unique (agreement_id, digest, starts_on),
  constraint roster_adds_up check (rows_in = new_rows + known_rows + doubtful_rows + refused_rows + ignored_rows)
);
comment on table roster is '[local] A list of workers that came in for an agreement.';
comment on column roster.roster_id is 'UUIDv7.';
comment on column roster.partner_id is 'Partner through whom the people would be members; part of the scope.';
comment on column roster.agreement_id is 'The agreement under which they would be enrolled.';
comment on column roster.area is 'Area of the agreement; part of the scope.';
comment on column roster.file_id is 'The file as it came.';
comment on column roster.file_name is 'Its name.';
comment on column roster.digest is 'SHA-256 of the file: the same file twice changes nothing.';
comment on column roster.starts_on is 'First day of the memberships it would open.';
comment on column roster.policy is 'Chosen up front: accept the good rows, or none unless all are good.';
comment on column roster.state is 'Where the work stands.';
comment on column roster.problem is 'Why the file as a whole could not be read: code and facts; null when it could.';
comment on column roster.columns is 'What was recognised in the headings, sheet by sheet; null before the check.';
comment on column roster.rows_in is 'Rows in the file: new + known + doubtful + refused + ignored.';
comment on column roster.new_rows is 'People not yet in the base.';
comment on column roster.known_rows is 'People already in the base, or repeated in the file.';
comment on column roster.doubtful_rows is 'Perhaps the same as somebody; a human must decide.';
comment on column roster.refused_rows is 'Cannot be taken as they stand.';
comment on column roster.ignored_rows is 'Blank, heading, total, signature.';
comment on column roster.enrolled is 'Memberships opened at acceptance.';
comment on column roster.example is 'True for the shipped example.';
comment on column roster.made_by is 'Who sent it.';
comment on column roster.recorded_at is 'When it came in.';
comment on column roster.checked_at is 'When the verdicts were ready; null before.';
comment on column roster.accepted_by is 'Who accepted it; null before.';
comment on column roster.accepted_at is 'When it was accepted; null before.';
alter table roster enable row level security;
alter table roster force row level security;
create policy owner on roster to payung_owner using (true);
create policy app on roster to payung_app
  using ('rosters' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert, update on roster to payung_app;
create policy match on roster to payung_match using (true);
grant select, update on roster to payung_match;
create policy intake on roster to payung_intake using (true);
grant select on roster to payung_intake;

-- Area, partner and village are those of the roster and of the list of areas; checking them again for every row of a file
-- would double what keeping a verdict costs.
create table roster_row (
  roster_id uuid not null references roster (roster_id),
  ordinal integer not null,
  sheet text not null,
  row integer not null,
  verdict text not null check (verdict in ('new', 'known', 'doubtful', 'refused', 'ignored')),
  reason text not null,
  field text,
  facts jsonb not null default '{}',
  warnings jsonb not null default '[]',
  name text,
  nik_masked text,
  village bigint,
  person_id uuid,
  enrol boolean not null default false,
  area bigint not null,
  partner_id uuid not null,
  primary key (roster_id, ordinal)
);
comment on table roster_row is '[local] One row of a roster and what was found for it.';
comment on column roster_row.roster_id is 'The roster.';
comment on column roster_row.ordinal is 'Place in the file, counted over all sheets from 1.';
comment on column roster_row.sheet is 'Sheet; empty for CSV.';
comment on column roster_row.row is 'Row number as the user sees it.';
comment on column roster_row.verdict is 'What we found.';
comment on column roster_row.reason is 'Code of the reason, such as nik.length or known.active.';
comment on column roster_row.field is 'The field at fault; null when it is the row as a whole.';
comment on column roster_row.facts is 'What the message needs; never a clear NIK.';
comment on column roster_row.warnings is 'Other things to look at: codes and facts.';
comment on column roster_row.name is 'Name as written; null for ignored rows.';
comment on column roster_row.nik_masked is 'NIK with its middle hidden; null when there was none.';
comment on column roster_row.village is 'Village found; null when not found.';
comment on column roster_row.person_id is 'The person: proposed for new, found for known; null otherwise.';
comment on column roster_row.enrol is 'True when acceptance opens a membership for the row.';
comment on column roster_row.area is 'Area of the roster; part of the scope.';
comment on column roster_row.partner_id is 'Part of the scope.';
alter table roster_row enable row level security;
alter table roster_row force row level security;
create policy owner on roster_row to payung_owner using (true);
create policy app on roster_row to payung_app
  using ('rosters' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select on roster_row to payung_app;
create policy match on roster_row to payung_match using (true);
grant select, insert, delete on roster_row to payung_match;
create index roster_row_by_verdict on roster_row (roster_id, verdict, ordinal);

create table intake.prepared_row (
  roster_id uuid not null,
  ordinal integer not null,
  person_id uuid not null,
  is_new boolean not null,
  name text not null,
  name_key text not null,
  name_turned text not null,
  sex text,
  birth_date date,
  birth_precision text,
  area bigint not null,
  rt text,
  rw text,
  occupation text not null,
  occupation_text text not null,
  sealed bytea,
  nik_hash bytea,
  match_hashes bigint[] not null default '{}',
  example boolean not null,
  membership_id uuid not null,
  work_id uuid not null,
  primary key (roster_id, ordinal)
);
alter table intake.prepared_row owner to payung_intake;
comment on table intake.prepared_row is '[local] Rows of a roster made ready to be enrolled: sealed and hashed when checked, inserted set-wise when accepted, purged 30 days after.';
comment on column intake.prepared_row.roster_id is 'The roster.';
comment on column intake.prepared_row.ordinal is 'Place in the file.';
comment on column intake.prepared_row.person_id is 'The person: proposed when new, found when known.';
comment on column intake.prepared_row.is_new is 'True when acceptance creates the person.';
comment on column intake.prepared_row.name is 'Name as written.';
comment on column intake.prepared_row.name_key is 'Normalised name.';
comment on column intake.prepared_row.name_turned is 'Normalised name with the last word first.';
comment on column intake.prepared_row.sex is 'L, P or null.';
comment on column intake.prepared_row.birth_date is 'Day of birth or null.';
comment on column intake.prepared_row.birth_precision is 'day, month, year or null.';
comment on column intake.prepared_row.area is 'Village.';
comment on column intake.prepared_row.rt is 'RT or null.';
comment on column intake.prepared_row.rw is 'RW or null.';
comment on column intake.prepared_row.occupation is 'Occupation code.';
comment on column intake.prepared_row.occupation_text is 'Occupation as written.';
comment on column intake.prepared_row.sealed is 'Envelope for a new person; null when known.';
comment on column intake.prepared_row.nik_hash is 'Blind index of the NIK; null when known.';
comment on column intake.prepared_row.match_hashes is 'Blocking keys of a new person.';
comment on column intake.prepared_row.example is 'True for synthetic people.';
comment on column intake.prepared_row.membership_id is 'Id of the membership to open.';
comment on column intake.prepared_row.work_id is 'Id of the work to record.';

create function intake.prepared(roster uuid) returns setof intake.prepared_row
  language sql stable security definer set search_path = intake, pg_temp as $$
  select p.* from intake.prepared_row p
  where p.roster_id = roster
    and 'rosters' = any (string_to_array(current_setting('payung.groups', true), ','))
    and p.area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange
$$;
comment on function intake.prepared(uuid) is 'The prepared rows of a roster inside the caller''s areas, for acceptance; the only way out of schema intake.';
alter function intake.prepared(uuid) owner to payung_intake;
revoke all on function intake.prepared(uuid) from public;
grant execute on function intake.prepared(uuid) to payung_app;

create table job_progress (
  subject_id uuid primary key,
  task text not null,
  done bigint not null default 0,
  total bigint,
  phase text not null,
  started_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  finished_at timestamptz,
  problem jsonb,
  area bigint not null references area (code),
  partner_id uuid references partner (partner_id)
);
comment on table job_progress is '[local] How far a long job is. Survives a restart.';
comment on column job_progress.subject_id is 'The roster, bill run or statement the job works on.';
comment on column job_progress.task is 'What the job does.';
comment on column job_progress.done is 'Units done.';
comment on column job_progress.total is 'Units in all; null while not known.';
comment on column job_progress.phase is 'What it is doing now.';
comment on column job_progress.started_at is 'When the job began.';
comment on column job_progress.updated_at is 'When it last moved.';
comment on column job_progress.finished_at is 'When it ended; null while it runs.';
comment on column job_progress.problem is 'Why it failed: code and facts; null when it did not.';
comment on column job_progress.area is 'Part of the scope.';
comment on column job_progress.partner_id is 'Part of the scope.';
alter table job_progress enable row level security;
alter table job_progress force row level security;
create policy owner on job_progress to payung_owner using (true);
create policy app on job_progress to payung_app
  using ('rosters' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert, update on job_progress to payung_app;
create policy match on job_progress to payung_match using (true);
grant select, insert, update on job_progress to payung_match;
