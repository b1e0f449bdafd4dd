-- Areas: the official list of places. Everything else points here by the ten digits of the code.
--
-- Row-level security, in every migration: a table shows no row until the server has said, for this transaction, who is
-- asking (payung.actor), which areas and partners they may see (payung.areas, payung.partners) and for which purpose
-- (payung.groups). payung.above names the areas that hold theirs: an agreement of a kabupaten is seen from its villages.
-- The policies contain no sub-select, so that they also hold on a distributed database.

create table area (
  code bigint primary key,
  beyond bigint not null,
  level text not null check (level in ('province', 'regency', 'district', 'village')),
  kind text not null check (kind in ('provinsi', 'kabupaten', 'kota', 'kecamatan', 'desa', 'kelurahan')),
  name text not null,
  name_key text not null,
  parent bigint references area (code),
  bps_code text,
  short_name text,
  capital text,
  island text,
  aliases text[] not null default '{}',
  tile_column smallint,
  tile_row smallint,
  during daterange not null default '[1945-08-17,)',
  source text not null,
  constraint area_subtree check (beyond > code)
);
comment on table area is '[reference] A unit of Kemendagri: province, kabupaten/kota, kecamatan, desa/kelurahan. A subtree is the range [code, beyond).';
comment on column area.code is 'Ten digits of the village code; higher levels end in zeros (Belu = 5304000000).';
comment on column area.beyond is 'First code after this subtree: code + 10^8, 10^6, 10^4 or 1.';
comment on column area.level is 'province, regency (kabupaten/kota), district (kecamatan) or village (desa/kelurahan).';
comment on column area.kind is 'Legal kind, in Indonesian.';
comment on column area.name is 'Official name, with its kind for kabupaten and kota.';
comment on column area.name_key is 'Name as compared: lower case, letters and digits only, kind removed.';
comment on column area.parent is 'The area one level up; null for a province.';
comment on column area.bps_code is 'Code of Statistics Indonesia where known; never equal to the Kemendagri code, never used to join.';
comment on column area.short_name is 'Usual short form, such as TTS; null where none is usual.';
comment on column area.capital is 'Capital of a kabupaten or kota; null below and where not known.';
comment on column area.island is 'Main island of a kabupaten or kota; null below.';
comment on column area.aliases is 'Other ways people write the name.';
comment on column area.tile_column is 'Column on the tile map of its province; null when it has no tile.';
comment on column area.tile_row is 'Row on the tile map; null when it has no tile.';
comment on column area.during is 'Days on which the area existed under this code.';
comment on column area.source is 'Where the row comes from, with version and licence.';
alter table area enable row level security;
alter table area force row level security;
create policy owner on area to payung_owner using (true);
create policy app on area to payung_app
  using (coalesce(current_setting('payung.actor', true), '') <> '');
grant select, insert, update on area to payung_app;
create policy match on area to payung_match using (true);
grant select on area to payung_match;
create policy intake on area to payung_intake using (true);
grant select on area to payung_intake;
create index area_by_parent on area (parent);
create index area_by_name on area (name_key);

create table area_succession (
  from_area bigint not null references area (code),
  to_area bigint not null references area (code),
  year smallint not null,
  law text not null,
  share numeric check (share > 0 and share <= 1),
  confidence text not null,
  primary key (from_area, to_area)
);
comment on table area_succession is '[reference] A split or merger: which area took over from which, so that a series across it is shown as broken.';
comment on column area_succession.from_area is 'The area that lost territory.';
comment on column area_succession.to_area is 'The area that received it.';
comment on column area_succession.year is 'Year of the law.';
comment on column area_succession.law is 'The law that made the change.';
comment on column area_succession.share is 'Share of the old population that went over; null when not established.';
comment on column area_succession.confidence is 'How sure the source is.';
alter table area_succession enable row level security;
alter table area_succession force row level security;
create policy owner on area_succession to payung_owner using (true);
create policy app on area_succession to payung_app
  using (coalesce(current_setting('payung.actor', true), '') <> '');
grant select, insert on area_succession to payung_app;

create table setting (
  key text primary key,
  value jsonb not null,
  recorded_at timestamptz not null default now()
);
comment on table setting is '[reference] Facts about this installation, such as whether it holds example data.';
comment on column setting.key is 'Name of the setting.';
comment on column setting.value is 'Its value.';
comment on column setting.recorded_at is 'When it was last set.';
alter table setting enable row level security;
alter table setting force row level security;
create policy owner on setting to payung_owner using (true);
create policy app on setting to payung_app
  using (coalesce(current_setting('payung.actor', true), '') <> '');
grant select, insert, update on setting to payung_app;
create policy match on setting to payung_match using (true);
grant select on setting to payung_match;
create policy intake on setting to payung_intake using (true);
grant select on setting to payung_intake;
