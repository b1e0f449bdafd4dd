-- Village bodies with their seats and holders; who left a partner's list and why; who looks for work.

create table office (
  office text primary key,
  body text not null,
  place smallint not null,
  name_id text not null,
  name_en text not null,
  grp text not null,
  village_kinds text[] not null,
  seats smallint check (seats > 0),
  citation text,
  constraint office_place_once unique (body, place),
  constraint office_seats_cited check (seats is null or citation is not null)
);
comment on table office is '[reference] A kind of seat in a village body: kepala desa, member of the BPD, head of an RT. Another body is another row.';
comment on column office.office is 'Short name.';
comment on column office.body is 'The body it belongs to: village_officials, bpd, rt, rw, lpm, pkk, or a later one.';
comment on column office.place is 'Place in the body, from 1; the highest office first.';
comment on column office.name_id is 'Name in Indonesian.';
comment on column office.name_en is 'Name in English.';
comment on column office.grp is 'Practical group in which its holders become members.';
comment on column office.village_kinds is 'Legal kinds of village that have it: desa, kelurahan.';
comment on column office.seats is 'How many every such village has, by law; null where the law leaves it to the village.';
comment on column office.citation is 'The article behind seats, or behind the office; null when none is known.';
alter table office enable row level security;
alter table office force row level security;
create policy owner on office to payung_owner using (true);
create policy app on office to payung_app
  using (coalesce(current_setting('payung.actor', true), '') <> '');
grant select, insert on office to payung_app;

create table office_seats (
  seats_id uuid primary key,
  area bigint not null references area (code),
  office text not null references office (office),
  since date not null,
  seats smallint not null check (seats between 0 and 500),
  source text not null,
  made_by text not null,
  recorded_at timestamptz not null default now()
);
comment on table office_seats is '[reference] How many seats of an office a village has from a day on: the denominator of every share of officials. Without a row, and without a number by law, it is not known.';
comment on column office_seats.seats_id is 'UUIDv7; of two rows for one day the later one holds.';
comment on column office_seats.area is 'The village.';
comment on column office_seats.office is 'The office.';
comment on column office_seats.since is 'First day of the number.';
comment on column office_seats.seats is 'Seats; 0 when the village has none.';
comment on column office_seats.source is 'Document the number comes from, such as a Perdes with its number.';
comment on column office_seats.made_by is 'Who recorded it.';
comment on column office_seats.recorded_at is 'When it was recorded.';
alter table office_seats enable row level security;
alter table office_seats force row level security;
create policy owner on office_seats to payung_owner using (true);
create policy app on office_seats to payung_app
  using ('people' = any (string_to_array(current_setting('payung.groups', true), ',')) and area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert on office_seats to payung_app;
create index office_seats_by_area on office_seats (area, office, since);

create table office_holding (
  person_id uuid not null references person (person_id),
  holding_id uuid not null,
  area bigint not null references area (code),
  office text not null references office (office),
  seat smallint not null check (seat > 0),
  label text,
  decree_number text,
  decree_day date,
  term_until date,
  during daterange not null check (not isempty(during)),
  end_reason text check (end_reason in ('replaced', 'resigned', 'died', 'dismissed', 'term_ended')),
  roster_id uuid,
  made_by text not null,
  recorded_at timestamptz not null default now(),
  ended_by text,
  ended_at timestamptz,
  primary key (person_id, holding_id),
  constraint office_holding_once exclude using gist (person_id with =, area with =, office with =, during with &&),
  constraint office_holding_ended check (
    upper_inf(during) = (end_reason is null) and (end_reason is null) = (ended_by is null) and (ended_by is null) = (ended_at is null))
);
comment on table office_holding is '[person] Who holds which seat of a village body, by which decree, for which term. Somebody may hold several seats.';
comment on column office_holding.person_id is 'The holder.';
comment on column office_holding.holding_id is 'UUIDv7.';
comment on column office_holding.area is 'The village of the seat; the scope of the row.';
comment on column office_holding.office is 'The office.';
comment on column office_holding.seat is 'Which of the seats, from 1.';
comment on column office_holding.label is 'What tells the seat from the others, such as RT 003 / RW 001; null when nothing does.';
comment on column office_holding.decree_number is 'Number of the decree (SK); null when not known.';
comment on column office_holding.decree_day is 'Date of the decree; null when not known.';
comment on column office_holding.term_until is 'First day after the term by the decree; null when it names none.';
comment on column office_holding.during is 'Days in office, half-open; without an end while it lasts.';
comment on column office_holding.end_reason is 'Why it ended; null while it lasts.';
comment on column office_holding.roster_id is 'The roster it was taken from; null when recorded singly.';
comment on column office_holding.made_by is 'Who recorded it.';
comment on column office_holding.recorded_at is 'When it was recorded.';
comment on column office_holding.ended_by is 'Who recorded the end; null while it lasts.';
comment on column office_holding.ended_at is 'When the end was recorded; null while it lasts.';
alter table office_holding enable row level security;
alter table office_holding force row level security;
create policy owner on office_holding to payung_owner using (true);
create policy app on office_holding to payung_app
  using ('people' = any (string_to_array(current_setting('payung.groups', true), ',')) and area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert, update on office_holding to payung_app;
create index office_holding_by_area on office_holding (area, office);

create table office_occupancy (
  area bigint not null references area (code),
  office text not null references office (office),
  seat smallint not null,
  holding_id uuid not null,
  during daterange not null,
  primary key (area, office, seat, holding_id),
  constraint office_seat_one_holder exclude using gist (area with =, office with =, seat with =, during with &&)
);
comment on table office_occupancy is '[reference] Which seat is taken on which days: what keeps a seat from having two holders, who may be anywhere among the people.';
comment on column office_occupancy.area is 'The village.';
comment on column office_occupancy.office is 'The office.';
comment on column office_occupancy.seat is 'Which of the seats, from 1.';
comment on column office_occupancy.holding_id is 'The holding, written together with this row; no foreign key, because holdings lie with their people.';
comment on column office_occupancy.during is 'Days in office: those of the holding.';
alter table office_occupancy enable row level security;
alter table office_occupancy force row level security;
create policy owner on office_occupancy to payung_owner using (true);
create policy app on office_occupancy to payung_app
  using ('people' = any (string_to_array(current_setting('payung.groups', true), ',')) and area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert, update on office_occupancy to payung_app;

create table membership_end (
  person_id uuid not null,
  end_id uuid not null,
  membership_id uuid not null,
  last_day date not null,
  reason text not null check (reason in ('stopped', 'moved', 'died', 'contract_ended', 'replaced')),
  note text,
  list_id uuid,
  until_before date,
  partner_id uuid not null references partner (partner_id),
  area bigint not null references area (code),
  made_by text not null,
  recorded_at timestamptz not null default now(),
  undone_by text,
  undone_at timestamptz,
  primary key (person_id, end_id),
  foreign key (person_id, membership_id) references membership (person_id, membership_id),
  constraint membership_end_undone check ((undone_by is null) = (undone_at is null))
);
comment on table membership_end is '[person] That somebody left the list of a partner: the last day, why, and who said so. Taken back, never edited.';
comment on column membership_end.person_id is 'The person.';
comment on column membership_end.end_id is 'UUIDv7.';
comment on column membership_end.membership_id is 'The membership that ended.';
comment on column membership_end.last_day is 'Last day of membership.';
comment on column membership_end.reason is 'Why: stopped working there, moved away, died, the contract ended, or somebody else took the seat.';
comment on column membership_end.note is 'Remark; null when none. Never a NIK.';
comment on column membership_end.list_id is 'The complete list on which the person was missing; null when reported otherwise.';
comment on column membership_end.until_before is 'Where the membership would have ended without this: what taking it back restores. Null when open-ended.';
comment on column membership_end.partner_id is 'Part of the scope.';
comment on column membership_end.area is 'Part of the scope.';
comment on column membership_end.made_by is 'Who recorded it.';
comment on column membership_end.recorded_at is 'When it was recorded.';
comment on column membership_end.undone_by is 'Who took it back; null while it stands.';
comment on column membership_end.undone_at is 'When it was taken back; null while it stands.';
alter table membership_end enable row level security;
alter table membership_end force row level security;
create policy owner on membership_end to payung_owner using (true);
create policy app on membership_end to payung_app
  using ('members' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert on membership_end to payung_app;
grant update (undone_by, undone_at) on membership_end to payung_app;
create unique index membership_end_once on membership_end (person_id, membership_id) where undone_at is null;
create index membership_end_by_partner on membership_end (partner_id, last_day);

create table complete_list (
  list_id uuid primary key,
  roster_id uuid not null references roster (roster_id),
  agreement_id uuid not null references agreement (agreement_id),
  partner_id uuid not null references partner (partner_id),
  area bigint not null references area (code),
  as_of date not null,
  made_by text not null,
  recorded_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  constraint complete_list_roster_once unique (roster_id)
);
comment on table complete_list is '[local] That a roster names everybody: whoever is a member and not on it has presumably left, and somebody is asked.';
comment on column complete_list.list_id is 'UUIDv7.';
comment on column complete_list.roster_id is 'The roster.';
comment on column complete_list.agreement_id is 'The agreement of whose members it names all.';
comment on column complete_list.partner_id is 'The partner who says so; part of the scope.';
comment on column complete_list.area is 'Area of which it names all; part of the scope.';
comment on column complete_list.as_of is 'The day on which it was complete.';
comment on column complete_list.made_by is 'Who recorded it.';
comment on column complete_list.recorded_at is 'When it was recorded.';
comment on column complete_list.withdrawn_at is 'When it turned out not to be complete; null while it stands.';
alter table complete_list enable row level security;
alter table complete_list force row level security;
create policy owner on complete_list to payung_owner using (true);
create policy app on complete_list to payung_app
  using ('members' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert, update (withdrawn_at) on complete_list to payung_app;
create index complete_list_by_agreement on complete_list (agreement_id);

create table presumed_stay (
  person_id uuid not null,
  membership_id uuid not null,
  list_id uuid not null,
  note text,
  partner_id uuid not null references partner (partner_id),
  area bigint not null references area (code),
  made_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (person_id, membership_id, list_id),
  foreign key (person_id, membership_id) references membership (person_id, membership_id)
);
comment on table presumed_stay is '[person] That somebody missing on a complete list is a member all the same: the answer that ends the question.';
comment on column presumed_stay.person_id is 'The person.';
comment on column presumed_stay.membership_id is 'The membership that goes on.';
comment on column presumed_stay.list_id is 'The complete list.';
comment on column presumed_stay.note is 'Remark; null when none. Never a NIK.';
comment on column presumed_stay.partner_id is 'Part of the scope.';
comment on column presumed_stay.area is 'Part of the scope.';
comment on column presumed_stay.made_by is 'Who says so.';
comment on column presumed_stay.recorded_at is 'When it was recorded.';
alter table presumed_stay enable row level security;
alter table presumed_stay force row level security;
create policy owner on presumed_stay to payung_owner using (true);
create policy app on presumed_stay to payung_app
  using ('members' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert on presumed_stay to payung_app;

create table job_seeker (
  person_id uuid not null references person (person_id),
  seeker_id uuid not null,
  area bigint not null references area (code),
  training text not null,
  during daterange not null check (not isempty(during)),
  source text not null,
  end_reason text check (end_reason in ('found_work', 'trained', 'moved', 'stopped')),
  made_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (person_id, seeker_id),
  constraint job_seeker_once exclude using gist (person_id with =, during with &&),
  constraint job_seeker_ended check (upper_inf(during) = (end_reason is null))
);
comment on table job_seeker is '[person] Somebody without work who looks for it, and the training they wish for.';
comment on column job_seeker.person_id is 'The person.';
comment on column job_seeker.seeker_id is 'UUIDv7.';
comment on column job_seeker.area is 'Village of residence when recorded; the scope of the row.';
comment on column job_seeker.training is 'Kind of training wished for; none when only work is looked for.';
comment on column job_seeker.during is 'Days of looking for work, half-open; without an end while it lasts.';
comment on column job_seeker.source is 'Where it is known from.';
comment on column job_seeker.end_reason is 'Why it ended; null while it lasts.';
comment on column job_seeker.made_by is 'Who recorded it.';
comment on column job_seeker.recorded_at is 'When it was recorded.';
alter table job_seeker enable row level security;
alter table job_seeker force row level security;
create policy owner on job_seeker to payung_owner using (true);
create policy app on job_seeker to payung_app
  using ('people' = any (string_to_array(current_setting('payung.groups', true), ',')) and area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert, update on job_seeker to payung_app;
create index job_seeker_by_area on job_seeker (area);
