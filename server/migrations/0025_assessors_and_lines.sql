-- Whoever assesses a candidate makes the list as much as whoever ranks it. And a line of a registration sheet is a person, through
-- however many funds.

comment on column proposal.makers is 'Who made, ranked or decided the list, or assessed a candidate on it: none of them verifies it.';

-- Reads assessments of any area: somebody may have moved since, and nobody else may call it.
create or replace function proposal_moves() returns trigger language plpgsql security definer set search_path = payung, pg_temp as $$
begin
  if new.state <> old.state
    and (old.state, new.state) not in (('draft', 'decided'), ('decided', 'verified'), ('verified', 'decreed'), ('decreed', 'enrolled'), ('decided', 'draft'), ('verified', 'draft')) then
    raise exception 'proposal % does not go from % to %', old.proposal_id, old.state, new.state using errcode = 'check_violation', constraint = 'proposal_moves';
  end if;
  if not new.makers @> old.makers then
    raise exception 'whoever made proposal % stays its maker', old.proposal_id using errcode = 'check_violation', constraint = 'proposal_makers_stay';
  end if;
  if old.state <> 'draft' and (new.area, new.agreement_id, new.partner_id, new.rule_id, new.months, new.quota)
    is distinct from (old.area, old.agreement_id, old.partner_id, old.rule_id, old.months, old.quota) then
    raise exception 'the terms of proposal % were decided', old.proposal_id using errcode = 'check_violation', constraint = 'proposal_terms_stay';
  end if;
  if new.state <> old.state and new.state in ('decided', 'verified') then
    new.makers := new.makers || array(
      select distinct a.assessed_by from proposal_entry e join assessment a on a.person_id = e.person_id
      where e.proposal_id = new.proposal_id and a.assessed_by <> all (new.makers));
    if new.state = 'verified' and exists (
      select from proposal_entry e where e.proposal_id = new.proposal_id and e.struck is null and e.checked_by = any (new.makers)) then
      raise exception 'whoever made proposal % does not verify it', new.proposal_id using errcode = 'check_violation', constraint = 'proposal_other_checker';
    end if;
  end if;
  return new;
end $$;
comment on function proposal_moves() is 'Refuses a step that skips one or goes back otherwise than to the draft, a maker who is forgotten, terms changed after the meeting, and a verification that rests on the check of a maker. Whoever assessed somebody on the list becomes a maker of it.';

-- A list that is decided meanwhile is waited for: the update sees how it stands then.
create function assessment_makes() returns trigger language plpgsql security definer set search_path = payung, pg_temp as $$
begin
  update proposal p set makers = p.makers || array(select unnest(w.by) except select unnest(p.makers))
  from (
    select e.proposal_id, array_agg(distinct a.assessed_by) as by
    from assessed a join proposal_entry e on e.person_id = a.person_id group by e.proposal_id
  ) w
  where p.proposal_id = w.proposal_id and p.state in ('draft', 'decided') and not p.makers @> w.by;
  return null;
end $$;
comment on function assessment_makes() is 'Makes whoever assesses people a maker of the lists that hold them, as long as those are not verified.';
create trigger assessment_makes after insert on assessment
  referencing new table as assessed for each statement execute function assessment_makes();

update proposal p set makers = p.makers || array(select unnest(w.by) except select unnest(p.makers))
from (
  select e.proposal_id, array_agg(distinct a.assessed_by) as by
  from proposal_entry e join assessment a on a.person_id = e.person_id group by e.proposal_id
) w
where p.proposal_id = w.proposal_id and p.state in ('draft', 'decided') and not p.makers @> w.by;

alter table registration_batch add column work_place text not null default 'none' check (work_place in ('residence', 'partner', 'none'));
alter table registration_batch alter column work_place drop default;
comment on column registration_batch.work_place is 'What stands on it for the place of work of whoever stated none: the village of residence, the seat of the partner, or nothing, and then nobody without one is on it.';
comment on column registration_batch.people is 'Lines of the sheet.';

alter table registration_row drop constraint registration_row_pkey;
alter table registration_row drop constraint registration_row_once;
alter table registration_row add primary key (batch_id, membership_id);
create index registration_row_by_line on registration_row (batch_id, ordinal);
comment on table registration_row is '[local] A membership on a registration sheet, and what the branch answered. One person is one line, whatever funds pay: their memberships of the same segment and programmes share its number and its answer. Somebody rejected and corrected goes on a later sheet.';
comment on column registration_row.ordinal is 'Line of the sheet, counted from 1: the number beside the name.';
