-- What a partner's headings mean, said once; and the deciles that a list brought along.

create table mapping (
  mapping_id uuid primary key,
  partner_id uuid not null references partner (partner_id),
  area bigint not null references area (code),
  name text not null check (name <> ''),
  signature text not null,
  columns jsonb not null,
  village bigint references area (code),
  made_by text not null,
  recorded_at timestamptz not null default now(),
  ended_by text,
  ended_at timestamptz,
  constraint mapping_ended check ((ended_by is null) = (ended_at is null))
);
comment on table mapping is '[local] Which field each heading of a partner''s files holds, as somebody said it. The next file with the same headings is read by it.';
comment on column mapping.mapping_id is 'UUIDv7.';
comment on column mapping.partner_id is 'Whose files; part of the scope.';
comment on column mapping.area is 'Area whose lists it reads, with all below it; part of the scope.';
comment on column mapping.name is 'Name by which people know the file.';
comment on column mapping.signature is 'SHA-256 of the headings, whatever their order and case.';
comment on column mapping.columns is 'Headings from left to right, each with its field; a field of null is not used.';
comment on column mapping.village is 'Village of every row that names none; null when each row names its own.';
comment on column mapping.made_by is 'Who said so last.';
comment on column mapping.recorded_at is 'When.';
comment on column mapping.ended_by is 'Who ended it; null while it is used.';
comment on column mapping.ended_at is 'When it was ended; null while it is used.';
alter table mapping enable row level security;
alter table mapping force row level security;
create policy owner on mapping to payung_owner using (true);
create policy app on mapping to payung_app
  using ('rosters' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert, update on mapping to payung_app;
create unique index mapping_once on mapping (partner_id, area, signature) where ended_at is null;

alter table roster_row add column decile smallint check (decile between 1 and 10);
alter table roster_row add column register text check (register in ('P3KE', 'DTSEN', 'DTKS'));
comment on column roster_row.decile is 'Welfare decile that the row states, 1 the poorest; null when it states none.';
comment on column roster_row.register is 'Register the decile is of, as the headings tell it; null when they do not.';
create index roster_row_with_decile on roster_row (person_id) where decile is not null;
