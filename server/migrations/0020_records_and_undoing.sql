-- Rosters that record people without enrolling them, and rosters that are undone.

alter table roster alter column agreement_id drop not null;
comment on column roster.agreement_id is 'The agreement under which they would be enrolled; null when they are recorded only.';
comment on column roster.area is 'Whose list it is: that of the agreement, or of the part its sender answers for; part of the scope.';
alter table roster add column purpose text not null default 'enrol' check (purpose in ('enrol', 'record'));
comment on column roster.purpose is 'enrol: the people become members under the agreement; record: they are recorded or updated, and nobody becomes a member.';
alter table roster add constraint roster_enrols_under_an_agreement check ((purpose = 'enrol') = (agreement_id is not null));
comment on column roster.starts_on is 'First day of the memberships it would open; of a list that records, the day from which what it says holds.';
alter table roster add column listed integer not null default 0;
comment on column roster.listed is 'Known people whom acceptance of a list that records confirms or brings up to date.';
alter table roster add column undone_by text;
comment on column roster.undone_by is 'Who undid its acceptance; null unless undone.';
alter table roster add column undone_at timestamptz;
comment on column roster.undone_at is 'When its acceptance was undone; null unless undone.';
alter table roster add column undone_why text;
comment on column roster.undone_why is 'Why it is undone, as whoever asked for it said; null unless asked for.';
alter table roster drop constraint roster_state_check;
alter table roster add constraint roster_state_check check (state in ('received', 'checking', 'checked', 'accepting', 'accepted', 'undoing', 'undone', 'failed'));
-- A roster that was undone stands in nobody's way: the same file may come again.
alter table roster drop constraint roster_file_once;
create unique index roster_file_once on roster (agreement_id, digest, starts_on) where purpose = 'enrol' and state <> 'undone';
create unique index roster_file_recorded_once on roster (partner_id, area, digest, starts_on) where purpose = 'record' and state <> 'undone';

alter table intake.prepared_row drop constraint prepared_row_outcome_check;
update intake.prepared_row set outcome = 'dispute' where outcome = 'record' and nik_hash is not null;
alter table intake.prepared_row add constraint prepared_row_outcome_check check (outcome in ('enrol', 'record', 'dispute', 'update', 'wait'));
comment on column intake.prepared_row.outcome is 'enrol: with a membership; record: the person without one; dispute: the person without one, whose NIK somebody else holds; update: somebody known, brought up to date without one; wait: a human decides first.';

-- What somebody does for a living is compared with what a newer list says.
create policy match on work to payung_match using (true);
grant select on work to payung_match;

-- A span that turned out never to have begun is empty, and one person may have several of those.
alter table residence drop constraint residence_pkey;
alter table residence add primary key (person_id, during, recorded_at);
comment on column residence.during is 'Valid time; empty when the list that said so was undone.';
comment on column work.during is 'Valid time; empty when the list that said so was undone.';

create function residences_of(people uuid[]) returns table (person_id uuid, area bigint, since date, until date)
  language sql stable security definer set search_path = payung, pg_temp as $$
  select r.person_id, r.area, lower(r.during), upper(r.during)
  from person p join residence r on r.person_id = p.person_id
  where p.person_id = any (people) and not isempty(r.during)
    and 'people' = any (string_to_array(current_setting('payung.groups', true), ','))
    and p.area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange
$$;
comment on function residences_of(uuid[]) is 'Where people of the caller''s areas live and lived, also elsewhere: the months of somebody who moves are counted again from it.';
revoke all on function residences_of(uuid[]) from public;
grant execute on function residences_of(uuid[]) to payung_app;

-- Undoing an accepted roster. What it made is ended as never begun; whom it made, and nobody else speaks of, is withdrawn: nobody
-- sees or finds them any more, and the record stays as a trace.
alter table person add column withdrawn_at timestamptz;
comment on column person.withdrawn_at is 'When the roster that recorded the person was undone, so that nobody sees them any more; null for everybody else.';
alter policy app on person
  using ('people' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partners && coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[]) and (withdrawn_at is null or 'keeping' = any (string_to_array(current_setting('payung.groups', true), ','))));
alter policy match on person using (withdrawn_at is null);

create table person_completion (
  person_id uuid not null references person (person_id),
  roster_id uuid not null,
  sealed bytea not null,
  sex text,
  birth_date date,
  birth_precision text,
  nik_hash bytea not null,
  match_hashes bigint[] not null,
  area bigint not null references area (code),
  recorded_at timestamptz not null default now(),
  primary key (person_id, roster_id)
);
comment on table person_completion is '[person] How somebody known without a NIK was recorded before a roster completed them, so that it can be put back. Purged with the file of the roster.';
comment on column person_completion.person_id is 'The person.';
comment on column person_completion.roster_id is 'The roster that completed them; without a foreign key because rosters are local.';
comment on column person_completion.sealed is 'The envelope as it was.';
comment on column person_completion.sex is 'As it was.';
comment on column person_completion.birth_date is 'As it was.';
comment on column person_completion.birth_precision is 'As it was.';
comment on column person_completion.nik_hash is 'Blind index of the NIK that the roster brought.';
comment on column person_completion.match_hashes is 'Match keys that the roster added.';
comment on column person_completion.area is 'Village; part of the scope.';
comment on column person_completion.recorded_at is 'When they were completed.';
alter table person_completion enable row level security;
alter table person_completion force row level security;
create policy owner on person_completion to payung_owner using (true);
create policy app on person_completion to payung_app
  using ('people' = any (string_to_array(current_setting('payung.groups', true), ',')) and area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, update (sealed), delete on person_completion to payung_app;

create function keep_completions(roster uuid) returns void
  language sql volatile security definer set search_path = payung, pg_temp as $$
  insert into person_completion (person_id, roster_id, sealed, sex, birth_date, birth_precision, nik_hash, match_hashes, area)
  select p.person_id, roster, p.sealed, p.sex, p.birth_date, p.birth_precision, w.nik_hash,
    array(select k from unnest(w.match_hashes) k
      where not exists (select from match_key m where m.hash = k and m.person_id = p.person_id)), p.area
  from intake.completing(roster) w join person p on p.person_id = w.person_id
  where not p.numbered and w.nik_hash is not null
    and 'people' = any (string_to_array(current_setting('payung.groups', true), ','))
$$;
comment on function keep_completions(uuid) is 'Keeps how those are recorded whom a roster inside the caller''s areas is about to complete.';
revoke all on function keep_completions(uuid) from public;
grant execute on function keep_completions(uuid) to payung_app;

create function people_made_by(roster uuid) returns table (person_id uuid, tied boolean)
  language plpgsql stable security definer set search_path = payung, pg_temp as $$
#variable_conflict use_column
declare
  made uuid[];
  tied uuid[] := '{}';
  also uuid[];
  undone constant text[] := array(select 'roster:' || u.roster_id from roster u where u.state = 'undone');
  holder text;
begin
  if not coalesce(string_to_array(current_setting('payung.groups', true), ',') @> '{rosters,people}', false)
    or not exists (
      select from roster r where r.roster_id = roster
        and r.area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange) then
    raise exception 'undoing a roster needs the purposes rosters and people, and its area' using errcode = 'insufficient_privilege';
  end if;
  -- Also those whom a roster made that was undone, and who stayed because this one named them.
  select coalesce(array_agg(distinct r.person_id), '{}') into made
  from roster_row r
  where r.roster_id = people_made_by.roster and r.person_id is not null and (r.verdict = 'new' or r.verdict = 'known' and exists (
    select from roster u join roster_row n on n.roster_id = u.roster_id
    where u.state = 'undone' and n.verdict = 'new' and n.person_id = r.person_id));

  -- Whatever names a person, now or in a later version, is a tie, except what this roster itself made.
  for holder in
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'payung'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'person_id' and not a.attisdropped
      and c.relname not in ('person', 'identifier', 'match_key', 'residence', 'work', 'membership', 'membership_basis', 'roster_row',
        'person_alias', 'person_completion')
    order by c.relname
  loop
    execute format(
      'select coalesce(array_agg(distinct t.person_id), ''{}'') from unnest($1) p (person_id) join %I t on t.person_id = p.person_id',
      holder) into also using made;
    tied := tied || also;
  end loop;
  select coalesce(array_agg(t.person_id), '{}') into also from (
    select m.person_id from unnest(made) p (person_id) join membership m on m.person_id = p.person_id
    where m.roster_id is distinct from roster and not isempty(m.during)
    union
    select r.person_id from unnest(made) p (person_id) join residence r on r.person_id = p.person_id
    where r.source <> 'roster:' || roster and not isempty(r.during) and r.source <> all (undone)
    union
    select w.person_id from unnest(made) p (person_id) join work w on w.person_id = p.person_id
    where w.source <> 'roster:' || roster and not isempty(w.during) and w.source <> all (undone)
    union
    select c.person_id from unnest(made) p (person_id) join person_completion c on c.person_id = p.person_id
    union
    select p.person_id from unnest(made) p (person_id)
    join person_alias a on p.person_id in (a.person_id, a.canonical_id) and a.undone_at is null
    union
    select o.person_id from roster r join roster_row o on o.roster_id = r.roster_id
    join unnest(made) p (person_id) on p.person_id = o.person_id
    where r.state = 'accepted' and r.purpose = 'record' and r.roster_id <> roster and o.verdict = 'known'
      and r.accepted_at >= (select accepted_at from roster where roster_id = people_made_by.roster)
  ) t;
  tied := tied || also;
  return query
    select p.person_id, t.person_id is not null
    from unnest(made) p (person_id) left join (select distinct unnest(tied) as person_id) t on t.person_id = p.person_id;
end $$;
comment on function people_made_by(uuid) is 'The people whom an accepted roster of the caller''s areas made, and whether anything else speaks of them, wherever it is.';
revoke all on function people_made_by(uuid) from public;
grant execute on function people_made_by(uuid) to payung_app;

create function undo_people(roster uuid) returns jsonb
  language plpgsql volatile security definer set search_path = payung, pg_temp as $$
#variable_conflict use_column
declare
  own constant text := 'roster:' || roster;
  partner uuid;
  accepted timestamptz;
  made uuid[];
  free uuid[];
  restored uuid[];
  hashes bytea[];
  moved jsonb;
  changed integer;
  ended record;
begin
  -- Asks for the purposes and the area, too.
  select coalesce(array_agg(person_id), '{}'), coalesce(array_agg(person_id) filter (where not tied), '{}') into made, free
  from people_made_by(roster);
  select r.partner_id, r.accepted_at into partner, accepted from roster r where r.roster_id = roster;

  update person p set withdrawn_at = now() from unnest(free) f (person_id) where p.person_id = f.person_id;
  delete from match_key k using unnest(free) f (person_id) where k.person_id = f.person_id;
  update residence r set during = 'empty' from unnest(free) f (person_id) where r.person_id = f.person_id and not isempty(r.during);
  update work w set during = 'empty' from unnest(free) f (person_id) where w.person_id = f.person_id and not isempty(w.during);

  -- Whoever was completed and is not held by anything since is again as they were.
  with back as (
    update person p set sealed = c.sealed, sex = c.sex, birth_date = c.birth_date, birth_precision = c.birth_precision, numbered = false
    from person_completion c join identifier i on i.hash = c.nik_hash and i.kind = 'nik' and i.person_id = c.person_id
    where c.roster_id = roster and p.person_id = c.person_id and p.numbered and i.state <> 'withdrawn'
      and not exists (
        select from membership m
        where m.person_id = c.person_id and m.roster_id is distinct from roster and not isempty(m.during) and m.recorded_at >= accepted)
    returning p.person_id
  )
  select coalesce(array_agg(person_id), '{}') into restored from back;
  delete from match_key k using person_completion c
  where c.roster_id = roster and c.person_id = any (restored) and k.person_id = c.person_id and k.hash = any (c.match_hashes);
  with claim as (
    update identifier i set state = 'withdrawn' from unnest(free || restored) f (person_id)
    where i.person_id = f.person_id and i.state <> 'withdrawn' returning i.hash
  )
  select coalesce(array_agg(distinct hash), '{}') into hashes from claim;
  -- A number that one person alone claims now is no longer disputed.
  update identifier i set state = 'held'
  from (
    select d.hash from unnest(hashes) h (hash) join identifier d on d.hash = h.hash and d.kind = 'nik' and d.state = 'disputed'
    group by d.hash having count(*) = 1
  ) alone
  where i.hash = alone.hash and i.kind = 'nik' and i.state = 'disputed';
  delete from person_completion c where c.roster_id = roster;

  -- Of people known before: what the roster said never began, and what it ended goes on.
  select coalesce(jsonb_agg(jsonb_build_object('personId', m.person_id, 'residences', m.residences)), '[]') into moved
  from (
    select r.person_id, jsonb_agg(jsonb_build_object('area', r.area, 'from', lower(r.during), 'until', upper(r.during))) as residences
    from residence r
    where not isempty(r.during) and r.person_id in (
      select n.person_id from residence n join roster_row o on o.roster_id = roster and o.person_id = n.person_id and o.verdict = 'known'
      join residence b on b.person_id = n.person_id and upper(b.during) = lower(n.during)
      where n.source = own and not isempty(n.during) and b.area <> n.area)
    group by r.person_id
  ) m;
  changed := 0;
  for ended in
    update residence r set during = 'empty'
    from (
      select n.person_id, n.recorded_at, n.during from residence n
      join (select distinct person_id from roster_row where roster_id = roster and verdict = 'known') o on o.person_id = n.person_id
      where n.source = own and not isempty(n.during)
    ) was
    where r.person_id = was.person_id and r.recorded_at = was.recorded_at and r.during = was.during
    returning r.person_id, was.during as span
  loop
    changed := changed + 1;
    update residence r set during = daterange(lower(r.during), upper(ended.span))
    where r.person_id = ended.person_id and upper(r.during) = lower(ended.span);
    update person p set area = r.area from residence r
    where p.person_id = ended.person_id and r.person_id = p.person_id and upper_inf(r.during) and p.area <> r.area;
  end loop;
  for ended in
    update work w set during = 'empty'
    from (
      select n.person_id, n.work_id, n.during from work n
      join (select distinct person_id from roster_row where roster_id = roster and verdict = 'known') o on o.person_id = n.person_id
      where n.source = own and not isempty(n.during)
    ) was
    where w.person_id = was.person_id and w.work_id = was.work_id
    returning w.person_id, was.during as span
  loop
    changed := changed + 1;
    update work w set during = daterange(lower(w.during), upper(ended.span))
    where w.person_id = ended.person_id and upper(w.during) = lower(ended.span) and w.source like 'roster:%';
  end loop;

  -- The partner sees those no longer whom nothing else of it names.
  update person p set partners = array_remove(p.partners, partner)
  from (select distinct person_id from roster_row where roster_id = roster and verdict in ('new', 'known') and person_id is not null) o
  where p.person_id = o.person_id and p.withdrawn_at is null and p.partners @> array[partner]
    and not exists (
      select from membership m where m.person_id = p.person_id and m.partner_id = partner and m.roster_id is distinct from roster
        and not isempty(m.during))
    and not exists (
      select from roster r join roster_row s on s.roster_id = r.roster_id
      where r.partner_id = partner and r.roster_id <> roster and r.state = 'accepted' and s.person_id = p.person_id
        and s.verdict in ('new', 'known'));

  return jsonb_build_object('withdrawn', cardinality(free), 'kept', cardinality(made) - cardinality(free),
    'restored', cardinality(restored), 'changed', changed, 'moved', moved);
end $$;
comment on function undo_people(uuid) is 'Takes back what an accepted roster of the caller''s areas made of people: withdraws those of whom nothing else speaks, puts back whom it completed, ends what it said of people known before. Returns how many, and who moved back from where.';
revoke all on function undo_people(uuid) from public;
grant execute on function undo_people(uuid) to payung_app;

-- How fast a job goes now, not on average since it began: the rate since the sample before.
alter table job_progress add column sampled_done bigint not null default 0;
comment on column job_progress.sampled_done is 'Units done at the last sample, some seconds ago.';
alter table job_progress add column sampled_at timestamptz not null default now();
comment on column job_progress.sampled_at is 'When the last sample was taken; the begin of the phase at first.';

-- The import of a branch's member file is a job: it survives a restart, and tells how far it is.
create table member_import (
  import_id uuid primary key,
  branch_id text not null references branch (branch_id),
  month integer not null,
  areas int8multirange not null check (not isempty(areas)),
  file_name text not null,
  digest text not null,
  state text not null default 'received' check (state in ('received', 'done', 'failed')),
  problem jsonb,
  made_by text not null,
  recorded_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint member_import_ended check ((state = 'received') = (ended_at is null)),
  constraint member_import_problem check ((state = 'failed') = (problem is not null))
);
comment on table member_import is '[local] A branch''s member file that came in. What it made is the member_file of the same id; the file lies sealed in the store until it has ended.';
comment on column member_import.import_id is 'UUIDv7; of the member_file that it makes, too, and of the file in the store.';
comment on column member_import.branch_id is 'The branch.';
comment on column member_import.month is 'The month whose active members it lists, year × 12 + month.';
comment on column member_import.areas is 'Areas of the branch; part of the scope.';
comment on column member_import.file_name is 'Name the user gave it.';
comment on column member_import.digest is 'SHA-256 of the clear content.';
comment on column member_import.state is 'received: the job works on it; done; failed.';
comment on column member_import.problem is 'Why it could not be imported: code and facts; null when it could.';
comment on column member_import.made_by is 'Who sent it.';
comment on column member_import.recorded_at is 'When it came in.';
comment on column member_import.ended_at is 'When the job ended; null before.';
alter table member_import enable row level security;
alter table member_import force row level security;
create policy owner on member_import to payung_owner using (true);
create policy app on member_import to payung_app
  using ('exchange' = any (string_to_array(current_setting('payung.groups', true), ',')) and areas <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert, update (state, problem, ended_at) on member_import to payung_app;
create unique index member_import_once on member_import (branch_id, month, digest) where state = 'received';

alter policy app on job_progress
  using (string_to_array(current_setting('payung.groups', true), ',') && array['rosters', 'exchange'] and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
