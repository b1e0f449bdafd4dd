-- Enrolment writes a million people at once. What the database otherwise looks up for every single row (foreign keys, spans that
-- overlap) it establishes here for the whole set; for everybody else all of it stays as it was.

-- Whether foreign keys may be established for a set instead of for each row: a superuser allowed it (bootstrap does), and no Citus,
-- to whose nodes the setting does not travel.
create function checks_sets() returns boolean
  language sql stable set search_path = payung, pg_temp as $$
  select has_parameter_privilege(current_user, 'session_replication_role', 'SET')
    and not exists (select from pg_extension where extname = 'citus')
$$;
comment on function checks_sets() is 'True when the functions of enrolment may look up references set-wise; otherwise every row is looked up, which is slower and as safe.';
revoke all on function checks_sets() from public;

-- A span that is the only one of its kind cannot overlap. It is kept out of the exclusion constraint, whose index costs more than
-- the row, until a second one comes.
alter table residence add column alone boolean not null default false;
comment on column residence.alone is 'True while this is the only residence on record: the exclusion constraint leaves it out, a unique index holds it. Set by enrolment, ended by whatever comes second.';
alter table residence drop constraint residence_one_at_a_time;
alter table residence add constraint residence_one_at_a_time
  exclude using gist (person_id with =, during with &&) where (not alone);
create unique index residence_alone_once on residence (person_id) where alone;

alter table membership add column alone boolean not null default false;
comment on column membership.alone is 'True while this is the only one of its person, partner and segment: the exclusion constraint leaves it out, a unique index holds it. Set by enrolment, ended by whatever comes second.';
alter table membership drop constraint membership_no_overlap;
alter table membership add constraint membership_no_overlap
  exclude using gist (person_id with =, partner_id with =, segment with =, during with &&) where (not alone);
create unique index membership_alone_once on membership (person_id, partner_id, segment) where alone;

-- A second row brings the first into the constraint, which then compares them. The person is locked first: enrolment holds it
-- until its rows can be seen, or made it and nobody else can see it yet.
create function residence_joined() returns trigger
  language plpgsql volatile security definer set search_path = payung, pg_temp as $$
begin
  if new.alone then
    raise exception 'only enrolment leaves a residence out of the constraint' using errcode = 'insufficient_privilege';
  end if;
  perform from person where person_id = new.person_id for no key update;
  if not found or current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'a residence needs a person, and a transaction that sees what others have committed'
      using errcode = 'foreign_key_violation', constraint = 'residence_person_id_fkey', table = 'residence';
  end if;
  update residence set alone = false where person_id = new.person_id and alone;
  return null;
end $$;
comment on function residence_joined() is 'Brings the residence that stood alone into the exclusion constraint when another one comes.';

create function membership_joined() returns trigger
  language plpgsql volatile security definer set search_path = payung, pg_temp as $$
begin
  if new.alone then
    raise exception 'only enrolment leaves a membership out of the constraint' using errcode = 'insufficient_privilege';
  end if;
  perform from person where person_id = new.person_id for no key update;
  if not found or current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'a membership needs a person, and a transaction that sees what others have committed'
      using errcode = 'foreign_key_violation', constraint = 'membership_person_id_fkey', table = 'membership';
  end if;
  update membership set alone = false
  where person_id = new.person_id and partner_id = new.partner_id and segment = new.segment and alone;
  return null;
end $$;
comment on function membership_joined() is 'Brings the membership that stood alone into the exclusion constraint when another of its kind comes.';

-- Citus refuses triggers on distributed tables; there enrolment leaves nothing out (checks_sets), and there is nothing to bring in.
do $$ begin
  if not exists (select from pg_extension where extname = 'citus') then
    create trigger residence_joined after insert or update of person_id, alone on residence
      for each row execute function residence_joined();
    create trigger membership_joined after insert or update of person_id, partner_id, segment, alone on membership
      for each row execute function membership_joined();
  end if;
end $$;

-- What leads out of schema intake, beside the rows themselves: sums over a roster, made where the rows are.

create function intake.in_scope(roster uuid) returns setof intake.prepared_row
  language sql stable security invoker as $$
  select p.* from intake.prepared_row p
  where p.roster_id = roster and p.outcome <> 'wait'
    and 'rosters' = any ((select string_to_array(current_setting('payung.groups', true), ','))::text[])
    and p.area <@ (select coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange)
$$;
comment on function intake.in_scope(uuid) is 'Rows of a roster that acceptance takes, inside the caller''s areas; part of other functions, which look with their owner''s eyes.';
alter function intake.in_scope(uuid) owner to payung_intake;
revoke all on function intake.in_scope(uuid) from public;

create or replace function intake.prepared(roster uuid) returns setof intake.prepared_row
  language sql stable security definer set search_path = intake, pg_temp as $$
  select * from intake.in_scope(roster)
$$;

create function intake.villages(roster uuid) returns table (area bigint, alone boolean)
  language sql stable security definer set search_path = intake, pg_temp as $$
  select p.area, bool_or(p.is_new and p.nik_hash is null) from intake.in_scope(roster) p group by p.area order by p.area
$$;
comment on function intake.villages(uuid) is 'Villages of the rows that acceptance takes, in the order of their codes; alone: somebody without a NIK is to be recorded there.';
alter function intake.villages(uuid) owner to payung_intake;
revoke all on function intake.villages(uuid) from public;
grant execute on function intake.villages(uuid) to payung_app;

create function intake.digest(roster uuid) returns table (digest bytea, rows integer)
  language sql stable security definer set search_path = intake, pg_temp as $$
  select sha256(convert_to(coalesce(string_agg(concat_ws('|', p.ordinal, p.person_id, p.membership_id), ',' order by p.ordinal), ''), 'UTF8')),
    count(*)::integer
  from intake.in_scope(roster) p
$$;
comment on function intake.digest(uuid) is 'SHA-256 over the rows that acceptance takes, in file order, and how many they are.';
alter function intake.digest(uuid) owner to payung_intake;
revoke all on function intake.digest(uuid) from public;
grant execute on function intake.digest(uuid) to payung_app;

create function intake.completing(roster uuid) returns setof intake.prepared_row
  language sql stable security definer set search_path = intake, pg_temp as $$
  select * from intake.in_scope(roster) p where p.replaces is not null
$$;
comment on function intake.completing(uuid) is 'Rows that acceptance takes and that complete somebody known without a NIK.';
alter function intake.completing(uuid) owner to payung_intake;
revoke all on function intake.completing(uuid) from public;
grant execute on function intake.completing(uuid) to payung_app;

create function enrol_people(roster uuid, partner uuid, starts_on date) returns integer
  language plpgsql volatile security definer set search_path = payung, pg_temp
  -- Whoever was inserted since the planner last counted, it does not know of: what is looked up for each row is a scalar
  -- sub-select, which is not made a join, and goes by the index.
  set enable_seqscan = off set plan_cache_mode = force_custom_plan set work_mem = '64MB' as $$
#variable_conflict use_column
declare
  as_set constant boolean := checks_sets();
  areas constant int8multirange := coalesce(nullif(current_setting('payung.areas', true), ''), '{}');
  own_partners constant uuid[] := coalesce(nullif(current_setting('payung.partners', true), ''), '{}');
  source constant text := 'roster:' || roster;
  created integer;
begin
  if not coalesce(string_to_array(current_setting('payung.groups', true), ',') @> '{rosters,people}', false) then
    raise exception 'enrolling people needs the purposes rosters and people' using errcode = 'insufficient_privilege';
  end if;

  if as_set then
    -- The one reference that the rows below do not make themselves; nobody deletes an area.
    if exists (
      select from (select distinct area from intake.in_scope(roster) where is_new) village
      where (select a.code from area a where a.code = village.area) is null
    ) then
      raise exception 'a prepared row names a village that is not there'
        using errcode = 'foreign_key_violation', constraint = 'person_area_fkey', table = 'person';
    end if;
    -- From here to the end of this function the triggers of foreign keys do not run.
    perform set_config('session_replication_role', 'replica', true);
  end if;

  insert into person (person_id, name, name_key, name_turned, sex, birth_date, birth_precision, area, partners, sealed, numbered, example)
  select person_id, name, name_key, name_turned, sex, birth_date, birth_precision, area, array[partner], sealed, nik_hash is not null,
    example
  from intake.in_scope(roster) where is_new;
  get diagnostics created = row_count;

  insert into residence (person_id, area, rt, rw, during, source, alone)
  select person_id, area, rt, rw, daterange(starts_on, null), source, as_set from intake.in_scope(roster) where is_new;

  insert into work (person_id, work_id, occupation, occupation_text, area, during, source)
  select person_id, work_id, occupation, occupation_text, area, daterange(starts_on, null), source
  from intake.in_scope(roster) where is_new;

  if as_set then
    perform set_config('session_replication_role', 'origin', true);
  end if;

  -- Somebody who is recorded with a number, not enrolled, claims one that another holds: both claims are in dispute.
  perform dispute_nik(array_agg(nik_hash)) from intake.in_scope(roster) where outcome = 'dispute' and nik_hash is not null
  having count(*) > 0;

  -- In the order of their index, which then grows page by page instead of everywhere at once.
  insert into identifier (hash, kind, person_id, state)
  select nik_hash, 'nik', person_id, case outcome when 'dispute' then 'disputed' else 'held' end
  from intake.in_scope(roster) where (is_new or replaces is not null) and nik_hash is not null
  order by nik_hash;

  -- Nobody has a key of a person who is new.
  insert into match_key (hash, person_id)
  select distinct key, person_id from intake.in_scope(roster), unnest(match_hashes) key where is_new
  order by key;
  insert into match_key (hash, person_id)
  select distinct key, person_id from intake.in_scope(roster), unnest(match_hashes) key where not is_new and replaces is not null
  on conflict do nothing;

  -- Those who are known, as far as the caller's scope shows them.
  update person k set partners = k.partners || partner
  where k.person_id = any (array(select person_id from intake.in_scope(roster) where not is_new order by person_id))
    and not k.partners @> array[partner] and (k.area <@ areas or k.partners && own_partners);

  return created;
end $$;
comment on function enrol_people(uuid, uuid, date) is 'Creates the new people of an accepted roster inside the caller''s areas, with numbers, match keys, residence and work from that day; returns how many. Records the numbers of those it completes, and lets the partner see those who were known.';
revoke all on function enrol_people(uuid, uuid, date) from public;
grant execute on function enrol_people(uuid, uuid, date) to payung_app;

create function enrol_members(
  roster uuid, partner uuid, agreement uuid, fund uuid, segment text, grp text, sector text, programmes smallint, income bigint,
  during daterange
) returns integer
  language plpgsql volatile security definer set search_path = payung, pg_temp
  -- As above; and a list of people that the planner sees is hashed, one that it does not see is read through for each row.
  set enable_seqscan = off set plan_cache_mode = force_custom_plan set work_mem = '64MB' as $$
#variable_conflict use_column
declare
  as_set constant boolean := checks_sets();
  own constant xid := pg_current_xact_id()::xid;
  repeated uuid[] := '{}';
  opened integer;
begin
  if not coalesce(string_to_array(current_setting('payung.groups', true), ',') @> '{rosters,members,money}', false) then
    raise exception 'enrolling members needs the purposes rosters, members and money' using errcode = 'insufficient_privilege';
  end if;

  if as_set then
    perform from partner p where p.partner_id = partner for key share;
    if not found then
      raise exception 'no such partner' using errcode = 'foreign_key_violation', constraint = 'membership_partner_id_fkey', table = 'membership';
    end if;
    perform from fund f where f.fund_id = fund for key share;
    if not found then
      raise exception 'no such fund' using errcode = 'foreign_key_violation', constraint = 'membership_fund_id_fkey', table = 'membership';
    end if;
    -- People who were known are held until the end, those whom this transaction has changed already are: nobody else gives them
    -- a membership meanwhile, nor deletes them.
    perform from person k
    where k.person_id = any (array(select w.person_id from intake.in_scope(roster) w where w.outcome = 'enrol' and not w.is_new))
      and k.xmin <> own
    order by k.person_id for no key update;
    -- The others were made by this very transaction, so that nobody else can know of them.
    if exists (
      select from intake.in_scope(roster) w
      where w.outcome = 'enrol'
        and (select k.person_id from person k where k.person_id = w.person_id and (not w.is_new or k.xmin = own)) is null
    ) then
      raise exception 'a prepared row names a person who is not there'
        using errcode = 'foreign_key_violation', constraint = 'membership_person_id_fkey', table = 'membership';
    end if;
    if exists (
      select from (select distinct w.area from intake.in_scope(roster) w where w.outcome = 'enrol') village
      where (select a.code from area a where a.code = village.area) is null
    ) then
      raise exception 'a prepared row names a village that is not there'
        using errcode = 'foreign_key_violation', constraint = 'membership_area_fkey', table = 'membership';
    end if;
    -- From here to the end of this function the triggers of foreign keys do not run, nor the one that brings in what stood alone.
    perform set_config('session_replication_role', 'replica', true);
    repeated := array(
      select w.person_id from intake.in_scope(roster) w
      where w.outcome = 'enrol' and not w.is_new and (
        select true from membership m
        where m.person_id = w.person_id and m.partner_id = partner and m.segment = enrol_members.segment limit 1)
    );
    update membership m set alone = false
    where m.person_id = any (repeated) and m.partner_id = partner and m.segment = enrol_members.segment and m.alone;
  end if;

  insert into membership (person_id, membership_id, partner_id, agreement_id, roster_id, segment, grp, sector, programmes, fund_id,
    area, during, alone)
  select w.person_id, w.membership_id, partner, agreement, roster, enrol_members.segment, enrol_members.grp, enrol_members.sector,
    enrol_members.programmes, fund, w.area, enrol_members.during,
    as_set and not w.person_id = any (repeated)
  from intake.in_scope(roster) w where w.outcome = 'enrol';
  get diagnostics opened = row_count;

  insert into membership_basis (person_id, membership_id, income, partner_id, area, during)
  select w.person_id, w.membership_id, enrol_members.income, partner, w.area, enrol_members.during
  from intake.in_scope(roster) w where w.outcome = 'enrol';

  if as_set then
    perform set_config('session_replication_role', 'origin', true);
  end if;
  return opened;
end $$;
comment on function enrol_members(uuid, uuid, uuid, uuid, text, text, text, smallint, bigint, daterange) is 'Opens a membership with its income class for every row of an accepted roster inside the caller''s areas that says so; returns how many.';
revoke all on function enrol_members(uuid, uuid, uuid, uuid, text, text, text, smallint, bigint, daterange) from public;
grant execute on function enrol_members(uuid, uuid, uuid, uuid, text, text, text, smallint, bigint, daterange) to payung_app;
