-- People: one human being, counted once.

create table person (
  person_id uuid primary key,
  name text not null,
  name_key text not null collate "C",
  name_turned text not null collate "C",
  sex text check (sex in ('L', 'P')),
  birth_date date,
  birth_precision text check (birth_precision in ('day', 'month', 'year')),
  area bigint not null references area (code),
  partners uuid[] not null default '{}',
  died_on date,
  sealed bytea not null,
  example boolean not null default false,
  recorded_at timestamptz not null default now(),
  constraint person_birth_known check ((birth_date is null) = (birth_precision is null))
);
comment on table person is '[person] One human being. Clear columns are what lists and counts need; everything else is in the sealed envelope.';
comment on column person.person_id is 'UUIDv7 made by the application.';
comment on column person.name is 'Name as written on the identity card, as far as we know it.';
comment on column person.name_key is 'Normalised name for look-up by its beginning.';
comment on column person.name_turned is 'Normalised name with the last word first, for look-up by family name.';
comment on column person.sex is 'L man, P woman; null when not known.';
comment on column person.birth_date is 'Day of birth; the first day of the month or year when only that is known; null when unknown.';
comment on column person.birth_precision is 'How much of birth_date is known; null with it.';
comment on column person.area is 'Village of residence as of now; its history is in residence.';
comment on column person.partners is 'Partners through whom this person is, or was, a member: who besides the area may see the row.';
comment on column person.died_on is 'Day of death; null while not known to have died.';
comment on column person.sealed is 'Envelope: key id, nonce, AES-256-GCM of JSON with NIK, family card, mother''s name, phone, address, account, wages; person_id is bound to it.';
comment on column person.example is 'True for synthetic people (NIK serial 9xxx).';
comment on column person.recorded_at is 'When we came to know this person.';
alter table person enable row level security;
alter table person force row level security;
create policy owner on person to payung_owner using (true);
create policy app on person to payung_app
  using ('people' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partners && coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[]));
grant select, insert, update on person to payung_app;
create policy match on person to payung_match using (true);
grant select on person to payung_match;
create index person_by_name on person (name_key, person_id);
create index person_by_family_name on person (name_turned, person_id);
create index person_by_area on person (area, name_key);

create table identifier (
  hash bytea not null,
  kind text not null check (kind in ('nik')),
  person_id uuid not null,
  state text not null default 'held' check (state in ('held', 'disputed', 'withdrawn')),
  during daterange not null default '[1900-01-01,)',
  recorded_at timestamptz not null default now(),
  primary key (hash, kind, person_id)
);
comment on table identifier is '[key] Who holds a number. Found only by its keyed blind index; the number itself is in the envelope.';
comment on column identifier.hash is 'Keyed blind index of kind and number (16 bytes).';
comment on column identifier.kind is 'What the number is.';
comment on column identifier.person_id is 'The person who holds or claims it.';
comment on column identifier.state is 'held by one person; disputed between several; withdrawn after evidence.';
comment on column identifier.during is 'Days on which the claim is valid.';
comment on column identifier.recorded_at is 'When it was recorded.';
alter table identifier enable row level security;
alter table identifier force row level security;
create policy owner on identifier to payung_owner using (true);
create policy app on identifier for insert to payung_app with check (true);
grant insert on identifier to payung_app;
create policy match on identifier to payung_match using (true);
grant select, insert, update on identifier to payung_match;
create unique index identifier_held_once on identifier (hash, kind) where state = 'held';

create table match_key (
  hash bigint not null,
  person_id uuid not null,
  primary key (hash, person_id)
);
comment on table match_key is '[key] Keyed hashes under which a person is looked for when the number is missing or mistyped. Equal keys make a candidate, never a match.';
comment on column match_key.hash is 'Keyed 64-bit hash of a blocking key.';
comment on column match_key.person_id is 'The person to compare with.';
alter table match_key enable row level security;
alter table match_key force row level security;
create policy owner on match_key to payung_owner using (true);
create policy app on match_key for insert to payung_app with check (true);
grant insert on match_key to payung_app;
create policy match on match_key to payung_match using (true);
grant select, insert, delete on match_key to payung_match;

create table person_alias (
  alias_id uuid primary key,
  person_id uuid not null,
  canonical_id uuid not null,
  decided_by text not null,
  reason text not null,
  recorded_at timestamptz not null default now(),
  undone_at timestamptz,
  constraint person_alias_not_self check (person_id <> canonical_id)
);
comment on table person_alias is '[reference] A merge: one record points at the canonical one. No row is moved; ending the alias undoes the merge.';
comment on column person_alias.alias_id is 'UUIDv7 of this merge.';
comment on column person_alias.person_id is 'The record that is now an alias.';
comment on column person_alias.canonical_id is 'The record that speaks for both.';
comment on column person_alias.decided_by is 'Who decided.';
comment on column person_alias.reason is 'Why, in words.';
comment on column person_alias.recorded_at is 'When it was decided.';
comment on column person_alias.undone_at is 'When it was undone; null while in force.';
alter table person_alias enable row level security;
alter table person_alias force row level security;
create policy owner on person_alias to payung_owner using (true);
create policy app on person_alias to payung_app
  using (coalesce(current_setting('payung.actor', true), '') <> '');
grant select, insert on person_alias to payung_app;
create policy match on person_alias to payung_match using (true);
grant select on person_alias to payung_match;
create unique index person_alias_once on person_alias (person_id) where undone_at is null;
create index person_alias_by_person on person_alias (person_id);
create index person_alias_by_canonical on person_alias (canonical_id);

create table residence (
  person_id uuid not null references person (person_id),
  area bigint not null references area (code),
  rt text,
  rw text,
  during daterange not null,
  source text not null,
  recorded_at timestamptz not null default now(),
  primary key (person_id, during),
  constraint residence_one_at_a_time exclude using gist (person_id with =, during with &&)
);
comment on table residence is '[person] Where a person lives and lived.';
comment on column residence.person_id is 'The person.';
comment on column residence.area is 'Village of residence.';
comment on column residence.rt is 'RT number, three digits; null when unknown.';
comment on column residence.rw is 'RW number, three digits; null when unknown.';
comment on column residence.during is 'Days of residence, half-open.';
comment on column residence.source is 'Roster or document the fact comes from.';
comment on column residence.recorded_at is 'When it was recorded.';
alter table residence enable row level security;
alter table residence force row level security;
create policy owner on residence to payung_owner using (true);
create policy app on residence to payung_app
  using ('people' = any (string_to_array(current_setting('payung.groups', true), ',')) and area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert, update on residence to payung_app;
create policy match on residence to payung_match using (true);
grant select on residence to payung_match;
create index residence_by_area on residence (area);

create table work (
  person_id uuid not null references person (person_id),
  work_id uuid not null,
  occupation text not null,
  occupation_text text not null,
  area bigint not null references area (code),
  during daterange not null,
  source text not null,
  recorded_at timestamptz not null default now(),
  primary key (person_id, work_id)
);
comment on table work is '[person] What a person does for a living. Somebody with current work is a worker; several kinds of work at once are normal.';
comment on column work.person_id is 'The person.';
comment on column work.work_id is 'UUIDv7.';
comment on column work.occupation is 'Code of the occupation list, or other.';
comment on column work.occupation_text is 'As written on the roster.';
comment on column work.area is 'Village of residence when recorded; the scope of the row.';
comment on column work.during is 'Days of this work, half-open.';
comment on column work.source is 'Roster or document the fact comes from.';
comment on column work.recorded_at is 'When it was recorded.';
alter table work enable row level security;
alter table work force row level security;
create policy owner on work to payung_owner using (true);
create policy app on work to payung_app
  using ('people' = any (string_to_array(current_setting('payung.groups', true), ',')) and area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert, update on work to payung_app;
