-- Coverage: one count, shared by screens, maps, exports and the interface.

create table cover_delta (
  delta_id bigint generated always as identity primary key,
  area bigint not null references area (code),
  month integer not null,
  segment text not null,
  grp text not null,
  fund_id uuid not null,
  people integer not null,
  jkk integer not null,
  jkm integer not null,
  jht integer not null,
  jp integer not null,
  jkp integer not null,
  recorded_at timestamptz not null default now()
);
comment on table cover_delta is '[local] Signed changes of the count, appended by the transactions that change cover. Readers add those not yet folded.';
comment on column cover_delta.delta_id is 'Order of arrival.';
comment on column cover_delta.area is 'Village.';
comment on column cover_delta.month is 'Month as year × 12 + month.';
comment on column cover_delta.segment is 'Legal segment of the primary cell.';
comment on column cover_delta.grp is 'Group of the primary cell.';
comment on column cover_delta.fund_id is 'Fund of the primary cell.';
comment on column cover_delta.people is 'Change in people, each counted once per month.';
comment on column cover_delta.jkk is 'Change in people covered for employment injury.';
comment on column cover_delta.jkm is 'Change in people covered for death.';
comment on column cover_delta.jht is 'Change in people saving for old age.';
comment on column cover_delta.jp is 'Change in people covered for pension.';
comment on column cover_delta.jkp is 'Change in people covered for unemployment.';
comment on column cover_delta.recorded_at is 'When it happened.';
alter table cover_delta enable row level security;
alter table cover_delta force row level security;
create policy owner on cover_delta to payung_owner using (true);
create policy app on cover_delta to payung_app
  using ('coverage' = any (string_to_array(current_setting('payung.groups', true), ',')) and area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert, delete on cover_delta to payung_app;
create index cover_delta_by_month on cover_delta (month, area);

create table cover_cell (
  area bigint not null references area (code),
  month integer not null,
  segment text not null,
  grp text not null,
  fund_id uuid not null,
  people integer not null,
  jkk integer not null,
  jkm integer not null,
  jht integer not null,
  jp integer not null,
  jkp integer not null,
  primary key (month, area, segment, grp, fund_id)
);
comment on table cover_cell is '[local] The count by village, month, segment, group and fund.';
comment on column cover_cell.area is 'Village.';
comment on column cover_cell.month is 'Month as year × 12 + month.';
comment on column cover_cell.segment is 'Legal segment.';
comment on column cover_cell.grp is 'Group.';
comment on column cover_cell.fund_id is 'Fund.';
comment on column cover_cell.people is 'People, each counted once per month.';
comment on column cover_cell.jkk is 'Covered for employment injury.';
comment on column cover_cell.jkm is 'Covered for death.';
comment on column cover_cell.jht is 'Saving for old age.';
comment on column cover_cell.jp is 'Covered for pension.';
comment on column cover_cell.jkp is 'Covered for unemployment.';
alter table cover_cell enable row level security;
alter table cover_cell force row level security;
create policy owner on cover_cell to payung_owner using (true);
create policy app on cover_cell to payung_app
  using ('coverage' = any (string_to_array(current_setting('payung.groups', true), ',')) and area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert, update on cover_cell to payung_app;

create table cover_rollup (
  area bigint not null references area (code),
  month integer not null,
  segment text not null,
  grp text not null,
  fund_id uuid not null,
  people integer not null,
  jkk integer not null,
  jkm integer not null,
  jht integer not null,
  jp integer not null,
  jkp integer not null,
  primary key (month, area, segment, grp, fund_id)
);
comment on table cover_rollup is '[local] The same count for kecamatan, kabupaten and province.';
comment on column cover_rollup.area is 'District, regency or province.';
comment on column cover_rollup.month is 'Month as year × 12 + month.';
comment on column cover_rollup.segment is 'Legal segment.';
comment on column cover_rollup.grp is 'Group.';
comment on column cover_rollup.fund_id is 'Fund.';
comment on column cover_rollup.people is 'People, each counted once per month.';
comment on column cover_rollup.jkk is 'Covered for employment injury.';
comment on column cover_rollup.jkm is 'Covered for death.';
comment on column cover_rollup.jht is 'Saving for old age.';
comment on column cover_rollup.jp is 'Covered for pension.';
comment on column cover_rollup.jkp is 'Covered for unemployment.';
alter table cover_rollup enable row level security;
alter table cover_rollup force row level security;
create policy owner on cover_rollup to payung_owner using (true);
create policy app on cover_rollup to payung_app
  using ('coverage' = any (string_to_array(current_setting('payung.groups', true), ',')) and area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert, update on cover_rollup to payung_app;

create table figure (
  figure_id uuid primary key,
  area bigint not null references area (code),
  branch_id text references branch (branch_id),
  measure text not null check (measure in ('active_members', 'coverage_percent', 'target_people', 'target_percent', 'denominator')),
  segment text not null,
  period text not null,
  value numeric not null,
  unit text not null check (unit in ('person', 'percent')),
  definition text not null,
  source text not null,
  url text,
  as_of date,
  confidence text not null,
  note text,
  made_by text not null,
  recorded_at timestamptz not null default now()
);
comment on table figure is '[local] Every published or entered number: baseline, target, denominator. Several may disagree, side by side.';
comment on column figure.figure_id is 'UUIDv7.';
comment on column figure.area is 'Area the figure is about.';
comment on column figure.branch_id is 'Set when the figure is a branch''s own, never divided by a kabupaten''s denominator; null otherwise.';
comment on column figure.measure is 'What is counted.';
comment on column figure.segment is 'Segment or group, or all.';
comment on column figure.period is 'Period as published: year, month or day.';
comment on column figure.value is 'The value.';
comment on column figure.unit is 'Unit of value.';
comment on column figure.definition is 'What exactly is counted or divided by.';
comment on column figure.source is 'Who says so.';
comment on column figure.url is 'Where; null when not public.';
comment on column figure.as_of is 'Day of the publication; null when not known.';
comment on column figure.confidence is 'How sure the source is.';
comment on column figure.note is 'Remark; null when none.';
comment on column figure.made_by is 'Who entered it.';
comment on column figure.recorded_at is 'When it was entered.';
alter table figure enable row level security;
alter table figure force row level security;
create policy owner on figure to payung_owner using (true);
create policy app on figure to payung_app
  using ('coverage' = any (string_to_array(current_setting('payung.groups', true), ',')) and area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert on figure to payung_app;
create index figure_by_area on figure (area, measure);
