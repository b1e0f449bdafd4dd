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
  value numeric not null check (value >= 0),
  low numeric,
  high numeric,
  estimate boolean not null default false,
  unit text not null check (unit in ('person', 'percent')),
  definition text not null,
  source text not null,
  url text,
  as_of date,
  confidence text not null,
  note text,
  made_by text not null,
  recorded_at timestamptz not null default now(),
  constraint figure_bounds check (low <= value and value <= high),
  constraint figure_unit check ((unit = 'percent') = (measure in ('coverage_percent', 'target_percent')))
);
comment on table figure is '[local] Every published or entered number: baseline, target, denominator. Several may disagree, side by side.';
comment on column figure.figure_id is 'UUIDv7.';
comment on column figure.area is 'Area the figure is about.';
comment on column figure.branch_id is 'Set when the figure is a branch''s own, never divided by a kabupaten''s denominator; null otherwise.';
comment on column figure.measure is 'What is counted.';
comment on column figure.segment is 'Segment or group, or all.';
comment on column figure.period is 'Period as published: year, month or day.';
comment on column figure.value is 'The value.';
comment on column figure.low is 'Lowest value the source allows; null when it gives none.';
comment on column figure.high is 'Highest value the source allows; null when it gives none.';
comment on column figure.estimate is 'True when no source printed the value: derived from printed numbers, or spread over areas.';
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

-- The two functions below see every area, because a person is counted once wherever the caller's scope ends: somebody paid for
-- by two kabupaten is one person. The first gives nothing back but a number of rows; the second gives counts, and only of areas
-- in the caller's scope.

create function count_cover_change(
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
  insert into cover_delta (area, month, segment, grp, fund_id, people, jkk, jkm, jht, jp, jkp)
  select village, month, segment, grp, fund_id, sum(side), sum(side * (programmes & 1)), sum(side * (programmes >> 1 & 1)),
    sum(side * (programmes >> 2 & 1)), sum(side * (programmes >> 3 & 1)), sum(side * (programmes >> 4 & 1))
  from placed
  group by village, month, segment, grp, fund_id
  having sum(side) <> 0 or sum(side * (programmes & 1)) <> 0 or sum(side * (programmes >> 1 & 1)) <> 0
    or sum(side * (programmes >> 2 & 1)) <> 0 or sum(side * (programmes >> 3 & 1)) <> 0
    or sum(side * (programmes >> 4 & 1)) <> 0;
  get diagnostics appended = row_count;
  return appended;
end $$;
comment on function count_cover_change(uuid[], uuid[], uuid[], uuid[], uuid[], jsonb) is
  'Appends to cover_delta what a change of cover, merges or residence did to the count. Called right after the change, in its transaction.';
revoke all on function count_cover_change(uuid[], uuid[], uuid[], uuid[], uuid[], jsonb) from public;
grant execute on function count_cover_change(uuid[], uuid[], uuid[], uuid[], uuid[], jsonb) to payung_app;

create function registered_people(area_from bigint, area_beyond bigint, at_month integer)
  returns table (registered bigint, unpaid bigint, tolerated bigint)
  language sql stable security definer set search_path = payung, pg_temp as $$
  with recursive span as (
    select make_date((at_month - 1) / 12, (at_month - 1) % 12 + 1, 1) as first_day,
      (make_date((at_month - 1) / 12, (at_month - 1) % 12 + 1, 1) + interval '1 month - 1 day')::date as last_day
  ), near as (
    select m.person_id from membership m where m.area >= area_from and m.area < area_beyond
    union
    select r.person_id from residence r where r.area >= area_from and r.area < area_beyond
  ), walk (person_id, reached) as (
    select person_id, person_id from near
    union
    select w.person_id, a.canonical_id from walk w join person_alias a on a.person_id = w.reached and a.undone_at is null
  ), canonical as (
    select distinct w.reached as person_id from walk w
    where not exists (select from person_alias a where a.person_id = w.reached and a.undone_at is null)
  ), kin (canonical, person_id) as (
    select person_id, person_id from canonical
    union
    select k.canonical, a.person_id from kin k join person_alias a on a.canonical_id = k.person_id and a.undone_at is null
  ), self as (
    select canonical, array_agg(person_id) as records from kin group by canonical
  ), state as (
    -- Looked up by index for each record of each person: joins of what a recursion found would be planned for a handful and grow
    -- with its square, and `= any (records)` would be sent through the exclusion constraints' indexes with the same end.
    select (
        select bool_or(found.paid) from unnest(s.records) one (id) cross join lateral (
          select bool_or(c.evidence in ('ledger', 'bpjs_file')) as paid from cover c
          where c.person_id = one.id and c.closed_at is null and c.months @> at_month
        ) found
      ) as paid, (
        select bool_or(found.lawful) from unnest(s.records) one (id) cross join lateral (
          select bool_or(c.evidence = 'law') as lawful from cover c
          where c.person_id = one.id and c.closed_at is null and c.months @> at_month
        ) found
      ) as lawful
    from self s cross join span
      cross join lateral (
        select found.person_id, found.area from unnest(s.records) one (id) cross join lateral (
          select m.* from membership m
          where m.person_id = one.id and m.during && daterange(span.first_day, span.last_day, '[]')
          offset 0
        ) found
        order by array_position(array['PU', 'JAKON', 'PMI', 'BPU'], found.segment), lower(found.during), found.recorded_at,
          found.membership_id
        limit 1
      ) member
      cross join lateral (
        select coalesce(
          (select r.area from residence r where r.person_id = s.canonical and r.during @> span.last_day),
          (select r.area from residence r where r.person_id = member.person_id and r.during @> span.last_day),
          member.area) as area
      ) home
    where home.area >= area_from and home.area < area_beyond
      and 'coverage' = any (string_to_array(current_setting('payung.groups', true), ','))
      and int8range(area_from, area_beyond) <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange
  )
  select count(*), count(*) filter (where paid is not true), count(*) filter (where paid is not true and lawful)
  from state
$$;
comment on function registered_people(bigint, bigint, integer) is
  'People with a membership in the month who live in the areas on its last day: how many, how many of them not paid for, and how many of those the law tolerates. Zero outside the caller''s scope.';
revoke all on function registered_people(bigint, bigint, integer) from public;
grant execute on function registered_people(bigint, bigint, integer) to payung_app;
