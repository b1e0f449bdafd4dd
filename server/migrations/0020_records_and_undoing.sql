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
