-- Registration: which members were handed to a branch of BPJS to be registered there, and what it answered.

create table registration_batch (
  batch_id uuid primary key,
  area bigint not null references area (code),
  partner_id uuid references partner (partner_id),
  people integer not null check (people > 0),
  made_by text not null,
  recorded_at timestamptz not null default now()
);
comment on table registration_batch is '[local] A registration sheet made for a branch of BPJS: who was on it is marked as sent.';
comment on column registration_batch.batch_id is 'UUIDv7.';
comment on column registration_batch.area is 'Smallest area that holds everybody on it; part of the scope.';
comment on column registration_batch.partner_id is 'Their partner where they have one in common; part of the scope.';
comment on column registration_batch.people is 'Rows of the sheet.';
comment on column registration_batch.made_by is 'Who made it.';
comment on column registration_batch.recorded_at is 'When.';
alter table registration_batch enable row level security;
alter table registration_batch force row level security;
create policy owner on registration_batch to payung_owner using (true);
create policy app on registration_batch to payung_app
  using ('registration' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert on registration_batch to payung_app;

create table registration_row (
  batch_id uuid not null references registration_batch (batch_id),
  ordinal integer not null check (ordinal > 0),
  person_id uuid not null,
  membership_id uuid not null,
  state text not null default 'sent' check (state in ('sent', 'accepted', 'rejected')),
  reason text,
  code text,
  words text,
  answered_by text,
  answered_at timestamptz,
  corrected_by text,
  corrected_at timestamptz,
  area bigint not null references area (code),
  partner_id uuid not null references partner (partner_id),
  primary key (batch_id, ordinal),
  constraint registration_row_once unique (batch_id, membership_id),
  constraint registration_row_answered check ((state = 'sent') = (answered_at is null) and (answered_by is null) = (answered_at is null)),
  constraint registration_row_reason check ((state = 'rejected') = (reason is not null)),
  constraint registration_row_corrected check ((corrected_by is null) = (corrected_at is null) and (corrected_at is null or state = 'rejected'))
);
comment on table registration_row is '[local] A member on a registration sheet, and what the branch answered. Somebody rejected and corrected goes on a later sheet.';
comment on column registration_row.batch_id is 'The sheet.';
comment on column registration_row.ordinal is 'Row of the sheet, counted from 1: the number beside the name.';
comment on column registration_row.person_id is 'The person.';
comment on column registration_row.membership_id is 'The membership to be registered.';
comment on column registration_row.state is 'sent until the branch answers, then accepted or rejected.';
comment on column registration_row.reason is 'What the rejection comes to, such as registration.nikUnknown; null unless rejected.';
comment on column registration_row.code is 'Code of the branch, as it wrote it; null when it wrote none.';
comment on column registration_row.words is 'Words of the branch, numbers hidden; null when it wrote none.';
comment on column registration_row.answered_by is 'Who brought the answer; null before.';
comment on column registration_row.answered_at is 'When; null before.';
comment on column registration_row.corrected_by is 'Who said that the cause of the rejection is mended; null before.';
comment on column registration_row.corrected_at is 'When; null before. From then on the member may be sent again.';
comment on column registration_row.area is 'Village of residence when sent; part of the scope.';
comment on column registration_row.partner_id is 'Partner of the membership; part of the scope.';
alter table registration_row enable row level security;
alter table registration_row force row level security;
create policy owner on registration_row to payung_owner using (true);
create policy app on registration_row to payung_app
  using ('registration' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert, update on registration_row to payung_app;
create index registration_row_by_membership on registration_row (membership_id, batch_id);
