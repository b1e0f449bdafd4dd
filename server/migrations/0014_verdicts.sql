-- Verdicts come in by COPY, which PostgreSQL refuses where row-level security holds. So the rows lie in a partition that belongs to
-- the role which makes them ready, and everybody reads them through the table above it, whose policies hold as before.

drop policy owner on roster_row;
drop policy app on roster_row;
drop policy match on roster_row;
alter table roster_row no force row level security;
alter table roster_row disable row level security;
revoke all on roster_row from payung_app, payung_match;
-- The roster is locked by whoever writes its verdicts; asking for it again for every row costs as much as the row.
alter table roster_row drop constraint roster_row_roster_id_fkey;
alter table roster_row rename to judged_row;
alter table judged_row set schema intake;

create table roster_row (like intake.judged_row including all) partition by list (roster_id);
alter table roster_row attach partition intake.judged_row default;
alter table intake.judged_row owner to payung_intake;
comment on table roster_row is '[local] One row of a roster and what was found for it.';
comment on column roster_row.roster_id is 'The roster. Kept without a foreign key: the check writes the rows of the roster it was asked for.';
comment on table intake.judged_row is '[local] Where the rows of payung.roster_row lie: written by the check, read through that table alone.';
comment on column intake.judged_row.roster_id is 'The roster.';

alter table roster_row enable row level security;
alter table roster_row force row level security;
create policy owner on roster_row to payung_owner using (true);
create policy app on roster_row to payung_app
  using ('rosters' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select on roster_row to payung_app;
grant update (verdict, reason, field, facts, warnings, person_id, enrol, decision_id) on roster_row to payung_app;
create policy match on roster_row for select to payung_match using (true);
grant select on roster_row to payung_match;
