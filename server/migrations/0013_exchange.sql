-- The exchange with BPJS: who it already covers, month by month, as its branch states it in a file.

-- A membership that nobody here agreed on: BPJS states that the person has one, and not who pays for it.
alter table membership alter column agreement_id drop not null;
comment on column membership.agreement_id is 'The agreement under which; kept without a foreign key because agreements are local tables. Null when only a BPJS file states the membership.';

alter table fund drop constraint fund_kind_check;
alter table fund add constraint fund_kind_check check (kind in ('apbd_province', 'apbd_regency', 'apbd_revision', 'dana_desa', 'add', 'csr', 'partner', 'worker', 'bpjs'));
comment on column fund.kind is 'What purse it is; bpjs stands for whoever paid BPJS directly, which its file does not tell.';

-- Each branch states for itself, so that the file of one never takes back what another said.
alter table cover add column branch_id text references branch (branch_id);
comment on column cover.branch_id is 'The branch whose file of the month states it; null for other evidence.';
alter table cover add constraint cover_branch_states check (branch_id is null or evidence = 'bpjs_file');
alter table cover drop constraint cover_month_once;
alter table cover add constraint cover_month_once
  exclude using gist (person_id with =, membership_id with =, evidence with =, coalesce(branch_id, '') with =, months with &&) where (closed_at is null);
create index cover_by_branch on cover (branch_id, months) where closed_at is null;

create table member_file (
  file_id uuid primary key,
  branch_id text not null references branch (branch_id),
  month integer not null,
  areas int8multirange not null check (not isempty(areas)),
  file_name text not null,
  digest text not null,
  dropped text[] not null,
  rows_in integer not null,
  matched_rows integer not null,
  doubtful_rows integer not null,
  unknown_rows integer not null,
  refused_rows integer not null,
  ignored_rows integer not null,
  people integer not null,
  made_by text not null,
  recorded_at timestamptz not null default now(),
  replaced_at timestamptz,
  constraint member_file_adds_up check (rows_in = matched_rows + doubtful_rows + unknown_rows + refused_rows + ignored_rows)
);
comment on table member_file is '[local] A branch''s file of active members of a month. The latest of a branch and month stands; the file itself is not kept.';
comment on column member_file.file_id is 'UUIDv7.';
comment on column member_file.branch_id is 'The branch that states it.';
comment on column member_file.month is 'Month as year × 12 + month.';
comment on column member_file.areas is 'The kabupaten the branch serves in that month; whoever sees all of them sees the file.';
comment on column member_file.file_name is 'Name the user gave it.';
comment on column member_file.digest is 'SHA-256 of the file: the same file twice changes nothing.';
comment on column member_file.dropped is 'Headings of columns that hold membership numbers (KPJ), of which nothing was kept.';
comment on column member_file.rows_in is 'Rows in the file: matched + doubtful + unknown + refused + ignored.';
comment on column member_file.matched_rows is 'Rows about somebody in the base.';
comment on column member_file.doubtful_rows is 'Rows perhaps about somebody in the base; a human must look.';
comment on column member_file.unknown_rows is 'Rows about people not in the base.';
comment on column member_file.refused_rows is 'Rows that cannot be read.';
comment on column member_file.ignored_rows is 'Blank, heading, total, signature.';
comment on column member_file.people is 'People whose cover it made, each once.';
comment on column member_file.made_by is 'Who sent it.';
comment on column member_file.recorded_at is 'When it came in.';
comment on column member_file.replaced_at is 'When another file of the same branch and month took its place; null while it stands.';
alter table member_file enable row level security;
alter table member_file force row level security;
create policy owner on member_file to payung_owner using (true);
create policy app on member_file to payung_app
  using ('exchange' = any (string_to_array(current_setting('payung.groups', true), ',')) and areas <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
-- That there is a file, and how many rows it has, everybody knows whom it concerns; whom it names, only those who see all of it.
create policy concerned on member_file for select to payung_app
  using ('exchange' = any (string_to_array(current_setting('payung.groups', true), ',')) and areas && coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert, update (replaced_at) on member_file to payung_app;
create unique index member_file_stands on member_file (branch_id, month) where replaced_at is null;

create table member_row (
  file_id uuid not null references member_file (file_id),
  ordinal integer not null,
  sheet text not null,
  row integer not null,
  verdict text not null check (verdict in ('matched', 'doubtful', 'unknown', 'refused', 'ignored')),
  reason text not null,
  field text,
  facts jsonb not null default '{}',
  name text,
  nik_masked text,
  segment text check (segment in ('PU', 'BPU', 'JAKON', 'PMI')),
  npp text,
  paid_until integer,
  areas int8multirange not null check (not isempty(areas)),
  primary key (file_id, ordinal)
);
comment on table member_row is '[local] One row of a branch''s member file and what was found for it. Never a membership number, never a clear NIK, never whom it was found to be.';
comment on column member_row.file_id is 'The file.';
comment on column member_row.ordinal is 'Place in the file, counted over all sheets from 1.';
comment on column member_row.sheet is 'Sheet; empty for CSV.';
comment on column member_row.row is 'Row number as the user sees it.';
comment on column member_row.verdict is 'What we found.';
comment on column member_row.reason is 'Code of the reason, such as matched.covered.';
comment on column member_row.field is 'The field at fault; null when it is the row as a whole.';
comment on column member_row.facts is 'What the message needs.';
comment on column member_row.name is 'Name as written; null for ignored rows.';
comment on column member_row.nik_masked is 'NIK with its middle hidden; null when there was none, or a hash.';
comment on column member_row.segment is 'Segment as stated; null when it could not be read.';
comment on column member_row.npp is 'Number of the employer, as stated; null when none.';
comment on column member_row.paid_until is 'Last paid month as year × 12 + month, as stated; null when none.';
comment on column member_row.areas is 'Those of the file; the scope of the row.';
alter table member_row enable row level security;
alter table member_row force row level security;
create policy owner on member_row to payung_owner using (true);
create policy app on member_row to payung_app
  using ('exchange' = any (string_to_array(current_setting('payung.groups', true), ',')) and areas <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert on member_row to payung_app;
create index member_row_by_verdict on member_row (file_id, verdict, ordinal);

-- The count tells what rests on a BPJS file alone from what was paid here.
alter table cover_delta add column stated integer not null default 0;
comment on column cover_delta.stated is 'Change in people whose month rests on a BPJS file alone, nothing being paid here.';
alter table cover_cell add column stated integer not null default 0;
comment on column cover_cell.stated is 'Of the people: those whose month rests on a BPJS file alone.';
alter table cover_rollup add column stated integer not null default 0;
comment on column cover_rollup.stated is 'Of the people: those whose month rests on a BPJS file alone.';

create or replace function count_cover_change(
  people uuid[], added uuid[], closed uuid[], merged uuid[], unmerged uuid[], moved jsonb
) returns integer
  language plpgsql volatile security definer set search_path = payung, pg_temp as $$
declare
  family uuid[];
  first_month integer;
  beyond_month integer;
  appended integer;
begin
  if not 'coverage' = any (string_to_array(coalesce(current_setting('payung.groups', true), ''), ',')) then
    raise exception 'counting needs the purpose coverage' using errcode = 'insufficient_privilege';
  end if;

  -- Everybody who is, was or will be the same person as somebody concerned.
  with recursive edge as (
    select person_id as a, canonical_id as b from person_alias where undone_at is null or alias_id = any (unmerged)
    union all
    select canonical_id, person_id from person_alias where undone_at is null or alias_id = any (unmerged)
  ), kin (person_id) as (
    select * from unnest(people)
    union
    select edge.b from kin join edge on edge.a = kin.person_id
  )
  select array_agg(person_id) into family from kin;

  -- Two transactions that cover the same person in the same month would each count them. The second waits here, and its next
  -- statement sees what the first one did. Buckets in rising order, so that two never wait for each other.
  perform pg_advisory_xact_lock(7461, bucket)
  from (select distinct hashtext(person_id::text) & 255 as bucket from unnest(family) person_id order by bucket offset 0) buckets;

  -- Only months that can have changed; all of them (null) when people were merged or moved.
  if cardinality(merged) = 0 and cardinality(unmerged) = 0 and moved = '{}' then
    select min(lower(c.months)), max(upper(c.months)) into first_month, beyond_month
    from unnest(family) f (person_id) join cover c on c.person_id = f.person_id
    where c.cover_id in (select unnest(added) union all select unnest(closed));
    if first_month is null then
      return 0;
    end if;
  end if;

  -- Side -1 is the state before the change, taken off; side 1 is the state now, put on.
  with recursive side (side) as (
    values (-1), (1)
  ), alias_on as (
    select s.side, a.person_id, a.canonical_id
    from person_alias a join unnest(family) f (person_id) on f.person_id = a.person_id cross join side s
    where case s.side
      when 1 then a.undone_at is null
      else a.undone_at is null and a.alias_id <> all (merged) or a.alias_id = any (unmerged) end
  ), walk (side, person_id, reached) as (
    select s.side, f.person_id, f.person_id from unnest(family) f (person_id) cross join side s
    union
    select w.side, w.person_id, a.canonical_id
    from walk w join alias_on a on a.side = w.side and a.person_id = w.reached
  ), identity as (
    select w.side, w.person_id, w.reached as canonical from walk w
    where not exists (select from alias_on a where a.side = w.side and a.person_id = w.reached)
  ), standing as (
    select i.side, i.canonical, home.areas, home.spans, c.*
    from identity i join cover c on c.person_id = i.person_id left join lateral (
      -- The homes of the person, those of the canonical record before those of this one. Looked up by index, once per person:
      -- the planner cannot know how many people a change concerns, and would join badly.
      select array_agg(found.area order by who.place) as areas, array_agg(found.during order by who.place) as spans
      from (values (1, i.canonical), (2, i.person_id)) who (place, person_id) cross join lateral (
        select r.area, r.during from residence r
        where r.person_id = who.person_id and (i.side = 1 or not moved ? r.person_id::text)
        union all
        select (r ->> 'area')::bigint, daterange((r ->> 'from')::date, (r ->> 'until')::date)
        from jsonb_array_elements(moved -> who.person_id::text) r
        where i.side = -1
      ) found
      where who.place = 1 or i.person_id <> i.canonical
    ) home on true
    where c.evidence in ('ledger', 'bpjs_file')
      and case i.side
        when 1 then c.closed_at is null
        else (c.closed_at is null or c.cover_id in (select unnest(closed)))
          and c.cover_id not in (select unnest(added)) end
  ), covered as (
    select s.side, s.canonical, s.area, s.areas, s.spans, s.fund_id, m.segment, m.grp, at.month,
      (make_date((at.month - 1) / 12, (at.month - 1) % 12 + 1, 1) + interval '1 month - 1 day')::date as last_day,
      bit_or(s.programmes) over (partition by s.side, s.canonical, at.month)::integer as programmes,
      (not bool_or(s.evidence = 'ledger') over (partition by s.side, s.canonical, at.month))::integer as stated,
      row_number() over (
        partition by s.side, s.canonical, at.month
        order by array_position(array['PU', 'JAKON', 'PMI', 'BPU'], m.segment), lower(m.during), m.recorded_at,
          m.membership_id, array_position(array['ledger', 'bpjs_file'], s.evidence), s.cover_id
      ) as place
    from standing s
      join membership m on m.person_id = s.person_id and m.membership_id = s.membership_id
      cross join lateral generate_series(
        greatest(lower(s.months), first_month), least(upper(s.months), beyond_month) - 1) at (month)
  ), placed as (
    select c.*, coalesce((
      select home.area from unnest(c.areas, c.spans) with ordinality home (area, span, place)
      where home.span @> c.last_day order by home.place limit 1
    ), c.area) as village
    from covered c
    where c.place = 1
  )
  insert into cover_delta (area, month, segment, grp, fund_id, people, stated, jkk, jkm, jht, jp, jkp)
  select village, month, segment, grp, fund_id, sum(side), sum(side * stated), sum(side * (programmes & 1)), sum(side * (programmes >> 1 & 1)),
    sum(side * (programmes >> 2 & 1)), sum(side * (programmes >> 3 & 1)), sum(side * (programmes >> 4 & 1))
  from placed
  group by village, month, segment, grp, fund_id
  having sum(side) <> 0 or sum(side * stated) <> 0 or sum(side * (programmes & 1)) <> 0 or sum(side * (programmes >> 1 & 1)) <> 0
    or sum(side * (programmes >> 2 & 1)) <> 0 or sum(side * (programmes >> 3 & 1)) <> 0
    or sum(side * (programmes >> 4 & 1)) <> 0;
  get diagnostics appended = row_count;
  return appended;
end $$;
