-- Membership (a person in a segment, through a partner) and cover (months that were paid, or that the law tolerates).

create table membership (
  person_id uuid not null references person (person_id),
  membership_id uuid not null,
  partner_id uuid not null references partner (partner_id),
  agreement_id uuid not null,
  roster_id uuid,
  segment text not null check (segment in ('PU', 'BPU', 'JAKON', 'PMI')),
  grp text not null,
  sector text not null check (sector in ('transport', 'other')),
  programmes smallint not null check (programmes between 1 and 31),
  fund_id uuid not null references fund (fund_id),
  area bigint not null references area (code),
  during daterange not null,
  recorded_at timestamptz not null default now(),
  primary key (person_id, membership_id),
  constraint membership_no_overlap exclude using gist (person_id with =, partner_id with =, segment with =, during with &&)
);
comment on table membership is '[person] A person in a segment and group through a partner, for a span. A membership is not cover.';
comment on column membership.person_id is 'The person.';
comment on column membership.membership_id is 'UUIDv7.';
comment on column membership.partner_id is 'Through whom the person is a member.';
comment on column membership.agreement_id is 'The agreement under which; kept without a foreign key because agreements are local tables.';
comment on column membership.roster_id is 'The roster that brought the person in; null when entered singly.';
comment on column membership.segment is 'Legal segment.';
comment on column membership.grp is 'Practical group inside the segment.';
comment on column membership.sector is 'Sector in the sense of PP 50/2025.';
comment on column membership.programmes is 'Bit set: JKK 1, JKM 2, JHT 4, JP 8, JKP 16.';
comment on column membership.fund_id is 'The fund expected to pay.';
comment on column membership.area is 'Village of residence when enrolled; the scope of the row.';
comment on column membership.during is 'Days of membership, half-open; open-ended while it lasts.';
comment on column membership.recorded_at is 'When it was recorded.';
alter table membership enable row level security;
alter table membership force row level security;
create policy owner on membership to payung_owner using (true);
create policy app on membership to payung_app
  using ('members' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert, update on membership to payung_app;
create policy match on membership to payung_match using (true);
grant select on membership to payung_match;
create index membership_by_agreement on membership (agreement_id, area);
create index membership_by_area on membership (area);

create table membership_basis (
  person_id uuid not null,
  membership_id uuid not null,
  income bigint not null check (income >= 0),
  partner_id uuid not null references partner (partner_id),
  area bigint not null references area (code),
  during daterange not null,
  recorded_at timestamptz not null default now(),
  primary key (person_id, membership_id, during),
  foreign key (person_id, membership_id) references membership (person_id, membership_id)
);
comment on table membership_basis is '[person] The income class on which contributions are computed. Apart from membership, because villages and planners see no income.';
comment on column membership_basis.person_id is 'The person.';
comment on column membership_basis.membership_id is 'The membership.';
comment on column membership_basis.income is 'Declared monthly income as agreed, whole rupiah.';
comment on column membership_basis.partner_id is 'Part of the scope.';
comment on column membership_basis.area is 'Part of the scope.';
comment on column membership_basis.during is 'Days on which the income holds.';
comment on column membership_basis.recorded_at is 'When it was recorded.';
alter table membership_basis enable row level security;
alter table membership_basis force row level security;
create policy owner on membership_basis to payung_owner using (true);
create policy app on membership_basis to payung_app
  using ('money' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert on membership_basis to payung_app;

create table cover (
  person_id uuid not null,
  cover_id uuid not null,
  membership_id uuid not null,
  partner_id uuid not null references partner (partner_id),
  months int4range not null check (not isempty(months)),
  programmes smallint not null check (programmes between 1 and 31),
  fund_id uuid not null references fund (fund_id),
  evidence text not null check (evidence in ('ledger', 'bpjs_file', 'law')),
  bill_id uuid,
  area bigint not null references area (code),
  recorded_at timestamptz not null default now(),
  closed_at timestamptz,
  primary key (person_id, cover_id),
  foreign key (person_id, membership_id) references membership (person_id, membership_id),
  constraint cover_month_once exclude using gist (person_id with =, membership_id with =, evidence with =, months with &&) where (closed_at is null),
  constraint cover_ledger_has_bill check ((evidence = 'ledger') = (bill_id is not null))
);
comment on table cover is '[person] Months in which a person is protected in a set of programmes, with the evidence.';
comment on column cover.person_id is 'The person.';
comment on column cover.cover_id is 'UUIDv7.';
comment on column cover.membership_id is 'The membership that is covered.';
comment on column cover.partner_id is 'Its partner; part of the scope.';
comment on column cover.months is 'Months as year × 12 + month, half-open.';
comment on column cover.programmes is 'Bit set: JKK 1, JKM 2, JHT 4, JP 8, JKP 16.';
comment on column cover.fund_id is 'The fund that paid.';
comment on column cover.evidence is 'ledger: paid here; bpjs_file: stated by the BPJS file of the month; law: relief without payment.';
comment on column cover.bill_id is 'The bill whose payment made the cover; null for other evidence.';
comment on column cover.area is 'Village of residence on the last day of the first month; the scope of the row.';
comment on column cover.recorded_at is 'When it was recorded.';
comment on column cover.closed_at is 'When it was taken back or replaced; null while it stands.';
alter table cover enable row level security;
alter table cover force row level security;
create policy owner on cover to payung_owner using (true);
create policy app on cover to payung_app
  using ('members' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert, update on cover to payung_app;
create policy match on cover to payung_match using (true);
grant select on cover to payung_match;
create index cover_by_bill on cover (bill_id);
