-- Partners, agreements and the funds that pay.

create table partner (
  partner_id uuid primary key,
  kind text not null check (kind in ('government', 'village', 'cooperative', 'parish', 'company', 'association', 'project', 'office')),
  name text not null,
  area bigint not null references area (code),
  example boolean not null default false,
  recorded_at timestamptz not null default now(),
  constraint partner_name_once unique (kind, area, name)
);
comment on table partner is '[reference] Any organisation we work with: Pemda, desa, cooperative, parish, company, association, project, ministry office.';
comment on column partner.partner_id is 'UUIDv7.';
comment on column partner.kind is 'What the organisation is.';
comment on column partner.name is 'Name as printed on letters.';
comment on column partner.area is 'Seat: the province, kabupaten, kecamatan or village.';
comment on column partner.example is 'True for the shipped example.';
comment on column partner.recorded_at is 'When it was recorded.';
alter table partner enable row level security;
alter table partner force row level security;
create policy owner on partner to payung_owner using (true);
create policy app on partner to payung_app
  using (coalesce(current_setting('payung.actor', true), '') <> '');
grant select, insert, update on partner to payung_app;
create policy match on partner to payung_match using (true);
grant select on partner to payung_match;

create table partner_contact (
  contact_id uuid primary key,
  partner_id uuid not null references partner (partner_id),
  area bigint not null references area (code),
  name text not null,
  position text not null,
  phone text,
  email text,
  during daterange not null,
  recorded_at timestamptz not null default now()
);
comment on table partner_contact is '[local] People to talk to at a partner, in their office.';
comment on column partner_contact.contact_id is 'UUIDv7.';
comment on column partner_contact.partner_id is 'The partner.';
comment on column partner_contact.area is 'Seat of the partner; the scope of the row.';
comment on column partner_contact.name is 'Name of the contact.';
comment on column partner_contact.position is 'Office held.';
comment on column partner_contact.phone is 'Telephone of the office; null when none.';
comment on column partner_contact.email is 'Address of the office; null when none.';
comment on column partner_contact.during is 'Days on which the contact holds the office.';
comment on column partner_contact.recorded_at is 'When it was recorded.';
alter table partner_contact enable row level security;
alter table partner_contact force row level security;
create policy owner on partner_contact to payung_owner using (true);
create policy app on partner_contact to payung_app
  using ('partners' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert, update on partner_contact to payung_app;

create table branch (
  branch_id text primary key,
  name text not null,
  source text not null
);
comment on table branch is '[reference] An office of BPJS Ketenagakerjaan.';
comment on column branch.branch_id is 'Short name in lower case.';
comment on column branch.name is 'Name of the office.';
comment on column branch.source is 'Where the fact comes from.';
alter table branch enable row level security;
alter table branch force row level security;
create policy owner on branch to payung_owner using (true);
create policy app on branch to payung_app
  using (coalesce(current_setting('payung.actor', true), '') <> '');
grant select, insert on branch to payung_app;

create table branch_area (
  branch_id text not null references branch (branch_id),
  area bigint not null references area (code),
  during daterange not null,
  confidence text not null,
  primary key (branch_id, area, during),
  constraint branch_area_one_at_a_time exclude using gist (area with =, during with &&)
);
comment on table branch_area is '[reference] The kabupaten a branch serves, by date.';
comment on column branch_area.branch_id is 'The branch.';
comment on column branch_area.area is 'Kabupaten or kota.';
comment on column branch_area.during is 'Days of service.';
comment on column branch_area.confidence is 'How sure the source is.';
alter table branch_area enable row level security;
alter table branch_area force row level security;
create policy owner on branch_area to payung_owner using (true);
create policy app on branch_area to payung_app
  using (coalesce(current_setting('payung.actor', true), '') <> '');
grant select, insert on branch_area to payung_app;

create table fund (
  fund_id uuid primary key,
  kind text not null check (kind in ('apbd_province', 'apbd_regency', 'apbd_revision', 'dana_desa', 'add', 'csr', 'partner', 'worker')),
  name text not null,
  partner_id uuid not null references partner (partner_id),
  area bigint not null references area (code),
  year smallint not null,
  payer text not null check (payer in ('government', 'other', 'self')),
  payer_certainty text not null default 'settled' check (payer_certainty in ('settled', 'uncertain')),
  payer_citation text not null,
  recorded_at timestamptz not null default now(),
  constraint fund_once unique (partner_id, kind, year),
  constraint fund_payer check (case when kind in ('apbd_province', 'apbd_regency', 'apbd_revision') then payer = 'government' when kind = 'worker' then payer = 'self' else true end)
);
comment on table fund is '[reference] The purse that pays: a budget of a year, or a partner''s or worker''s own money.';
comment on column fund.fund_id is 'UUIDv7.';
comment on column fund.kind is 'Which purse.';
comment on column fund.name is 'Name as printed, such as APBD Kabupaten Belu 2026.';
comment on column fund.partner_id is 'Who owns the purse.';
comment on column fund.area is 'Seat of the owner.';
comment on column fund.year is 'Budget year.';
comment on column fund.payer is 'Who pays in the sense of PP 50/2025: government (APBN/APBD), other, or the worker.';
comment on column fund.payer_certainty is 'uncertain for Dana Desa and ADD: whether they count as APBN/APBD is not established.';
comment on column fund.payer_citation is 'The article or decision behind payer.';
comment on column fund.recorded_at is 'When it was recorded.';
alter table fund enable row level security;
alter table fund force row level security;
create policy owner on fund to payung_owner using (true);
create policy app on fund to payung_app
  using (coalesce(current_setting('payung.actor', true), '') <> '');
grant select, insert on fund to payung_app;
create policy match on fund to payung_match using (true);
grant select on fund to payung_match;

create table budget_line (
  fund_id uuid not null references fund (fund_id),
  account_code text not null,
  revision smallint not null check (revision >= 0),
  amount bigint not null check (amount >= 0),
  document text not null,
  recorded_at timestamptz not null default now(),
  primary key (fund_id, account_code, revision)
);
comment on table budget_line is '[reference] What a fund set aside for contributions, revision by revision.';
comment on column budget_line.fund_id is 'The fund.';
comment on column budget_line.account_code is 'Account code of the budget document.';
comment on column budget_line.revision is '0 for the first budget, then each revision.';
comment on column budget_line.amount is 'Whole rupiah.';
comment on column budget_line.document is 'Budget document: DPA number and date.';
comment on column budget_line.recorded_at is 'When it was recorded.';
alter table budget_line enable row level security;
alter table budget_line force row level security;
create policy owner on budget_line to payung_owner using (true);
create policy app on budget_line to payung_app
  using (coalesce(current_setting('payung.actor', true), '') <> '');
grant select, insert on budget_line to payung_app;

create table agreement (
  agreement_id uuid primary key,
  partner_id uuid not null references partner (partner_id),
  area bigint not null references area (code),
  kind text not null check (kind in ('MoU', 'PKS')),
  number text not null,
  title text not null,
  segment text not null check (segment in ('PU', 'BPU', 'JAKON', 'PMI')),
  grp text not null,
  sector text not null default 'other' check (sector in ('transport', 'other')),
  programmes smallint not null check (programmes between 1 and 31),
  income bigint not null check (income >= 0),
  fund_id uuid not null references fund (fund_id),
  during daterange not null,
  made_by text not null,
  recorded_at timestamptz not null default now(),
  constraint agreement_number_once unique (partner_id, number)
);
comment on table agreement is '[local] An MoU or PKS with a partner: who is protected, in which programmes, from which fund.';
comment on column agreement.agreement_id is 'UUIDv7.';
comment on column agreement.partner_id is 'The partner who signs and is billed.';
comment on column agreement.area is 'Area whose workers the agreement protects; the scope of the row.';
comment on column agreement.kind is 'Memorandum or cooperation agreement.';
comment on column agreement.number is 'Number of the document.';
comment on column agreement.title is 'What it is about.';
comment on column agreement.segment is 'Legal segment.';
comment on column agreement.grp is 'Practical group inside the segment, such as vulnerable.';
comment on column agreement.sector is 'Sector in the sense of PP 50/2025.';
comment on column agreement.programmes is 'Bit set: JKK 1, JKM 2, JHT 4, JP 8, JKP 16.';
comment on column agreement.income is 'Declared monthly income agreed for everybody on the list, whole rupiah; gives the contribution band.';
comment on column agreement.fund_id is 'The fund that pays.';
comment on column agreement.during is 'Days the agreement is in force, half-open.';
comment on column agreement.made_by is 'Who recorded it.';
comment on column agreement.recorded_at is 'When it was recorded.';
alter table agreement enable row level security;
alter table agreement force row level security;
create policy owner on agreement to payung_owner using (true);
create policy app on agreement to payung_app
  using ('partners' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
-- The agreement of a kabupaten is seen from its kecamatan and villages, which send lists under it; they cannot change it.
create policy above on agreement for select to payung_app
  using ('partners' = any (string_to_array(current_setting('payung.groups', true), ',')) and area = any (coalesce(nullif(current_setting('payung.above', true), ''), '{}')::bigint[]));
grant select, insert on agreement to payung_app;

create table agreement_event (
  event_id uuid primary key,
  agreement_id uuid not null references agreement (agreement_id),
  partner_id uuid not null references partner (partner_id),
  area bigint not null references area (code),
  stage text not null check (stage in ('draft', 'signed', 'data_received', 'awaiting_payment', 'active', 'ended')),
  on_day date not null,
  note text,
  made_by text not null,
  recorded_at timestamptz not null default now()
);
comment on table agreement_event is '[local] A step of an agreement. Its stage is the latest step; nothing is edited.';
comment on column agreement_event.event_id is 'UUIDv7; later steps have later ids.';
comment on column agreement_event.agreement_id is 'The agreement.';
comment on column agreement_event.partner_id is 'Its partner; part of the scope.';
comment on column agreement_event.area is 'Its area; part of the scope.';
comment on column agreement_event.stage is 'The step reached.';
comment on column agreement_event.on_day is 'Day of the step.';
comment on column agreement_event.note is 'Remark; null when none.';
comment on column agreement_event.made_by is 'Who recorded it.';
comment on column agreement_event.recorded_at is 'When it was recorded.';
alter table agreement_event enable row level security;
alter table agreement_event force row level security;
create policy owner on agreement_event to payung_owner using (true);
create policy app on agreement_event to payung_app
  using ('partners' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
create policy above on agreement_event for select to payung_app
  using ('partners' = any (string_to_array(current_setting('payung.groups', true), ',')) and area = any (coalesce(nullif(current_setting('payung.above', true), ''), '{}')::bigint[]));
grant select, insert on agreement_event to payung_app;
create index agreement_event_by_agreement on agreement_event (agreement_id, event_id);

create view agreement_stage with (security_invoker = true) as
  select distinct on (agreement_id) agreement_id, stage, on_day, recorded_at
  from agreement_event order by agreement_id, event_id desc;
comment on view agreement_stage is 'The stage of each agreement: its latest step.';
grant select on agreement_stage to payung_app;

create table decree (
  decree_id uuid primary key,
  agreement_id uuid not null references agreement (agreement_id),
  partner_id uuid not null references partner (partner_id),
  area bigint not null references area (code),
  kind text not null check (kind in ('SK', 'BA')),
  number text not null,
  signed_on date not null,
  annex_digest text,
  made_by text not null,
  recorded_at timestamptz not null default now(),
  constraint decree_number_once unique (partner_id, kind, number)
);
comment on table decree is '[local] An SK or Berita Acara that fixes a list of names.';
comment on column decree.decree_id is 'UUIDv7.';
comment on column decree.agreement_id is 'The agreement it serves.';
comment on column decree.partner_id is 'The partner who issues it.';
comment on column decree.area is 'Its area; part of the scope.';
comment on column decree.kind is 'Decree or minutes.';
comment on column decree.number is 'Number of the document.';
comment on column decree.signed_on is 'Date of the document.';
comment on column decree.annex_digest is 'SHA-256 of the annexed list; null when the annex is not here.';
comment on column decree.made_by is 'Who recorded it.';
comment on column decree.recorded_at is 'When it was recorded.';
alter table decree enable row level security;
alter table decree force row level security;
create policy owner on decree to payung_owner using (true);
create policy app on decree to payung_app
  using ('partners' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
create policy above on decree for select to payung_app
  using ('partners' = any (string_to_array(current_setting('payung.groups', true), ',')) and area = any (coalesce(nullif(current_setting('payung.above', true), ''), '{}')::bigint[]));
grant select, insert on decree to payung_app;

create table access_grant (
  grant_id uuid primary key,
  user_id text not null,
  role text not null check (role in ('enumerator', 'village_operator', 'partner_administrator', 'planner', 'registration_officer', 'claims_verifier', 'approver', 'finance_officer', 'auditor', 'administrator')),
  area bigint references area (code),
  partner_id uuid references partner (partner_id),
  home bigint not null references area (code),
  during daterange not null,
  granted_by text not null,
  recorded_at timestamptz not null default now(),
  constraint access_grant_one_scope check ((area is null) <> (partner_id is null)),
  constraint access_grant_home check (area = home)
);
comment on table access_grant is '[local] What a user may do, where and when: a role in an area or for a partner, for a span of days.';
comment on column access_grant.grant_id is 'UUIDv7.';
comment on column access_grant.user_id is 'Account in schema auth.';
comment on column access_grant.role is 'Role; docs/access.md says what it may do.';
comment on column access_grant.area is 'Root of the subtree; null when the scope is a partner.';
comment on column access_grant.partner_id is 'The partner; null when the scope is an area.';
comment on column access_grant.home is 'Whose administrator decides on the grant: its area, or the area of its partner.';
comment on column access_grant.during is 'Days on which the grant holds, half-open.';
comment on column access_grant.granted_by is 'Who granted it.';
comment on column access_grant.recorded_at is 'When it was granted.';
alter table access_grant enable row level security;
alter table access_grant force row level security;
create policy owner on access_grant to payung_owner using (true);
create policy own on access_grant for select to payung_app
  using (user_id = nullif(current_setting('payung.actor', true), ''));
-- Nobody grants beyond their own areas, and nobody changes what they hold themselves.
create policy app on access_grant to payung_app
  using ('access' = any (string_to_array(current_setting('payung.groups', true), ',')) and home <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange)
  with check ('access' = any (string_to_array(current_setting('payung.groups', true), ',')) and home <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange and user_id <> current_setting('payung.actor', true));
grant select, insert, update (during) on access_grant to payung_app;
create index access_grant_by_user on access_grant (user_id);
