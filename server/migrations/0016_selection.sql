-- Choosing: who is vulnerable by which rule, whom the meeting of a village (musdes) proposes, and the decree that names them.

create table local_rule (
  rule_id uuid primary key,
  area bigint not null references area (code),
  law text not null,
  article text,
  version integer not null check (version > 0),
  confidence text not null check (confidence in ('quoted', 'secondary', 'known')),
  criteria jsonb not null,
  during daterange not null check (not isempty(during)),
  made_by text not null,
  recorded_at timestamptz not null default now(),
  replaced_at timestamptz,
  constraint local_rule_version_once unique (area, law, version),
  constraint local_rule_one_at_a_time exclude using gist (area with =, during with &&) where (replaced_at is null)
);
comment on table local_rule is '[reference] Who is a vulnerable worker in an area, as its Perda, Perkada or SK says. Never edited: another version takes its place.';
comment on column local_rule.rule_id is 'UUIDv7 of this version.';
comment on column local_rule.area is 'The area that decided it; it holds for everything below, unless a smaller area has its own.';
comment on column local_rule.law is 'What it is called in citations, such as Perbup Belu 12/2026.';
comment on column local_rule.article is 'Article and paragraph; null when not given.';
comment on column local_rule.version is 'Running number of what was recorded of the same law; the first is 1.';
comment on column local_rule.confidence is 'quoted: its text was read; secondary: told by somebody else; known: from knowledge of the office.';
comment on column local_rule.criteria is 'What it asks, in the words of the law package (VulnerableCriteria).';
comment on column local_rule.during is 'Days in force, half-open.';
comment on column local_rule.made_by is 'Who recorded it.';
comment on column local_rule.recorded_at is 'When it was recorded.';
comment on column local_rule.replaced_at is 'When another version took its place; null while it stands.';
alter table local_rule enable row level security;
alter table local_rule force row level security;
create policy owner on local_rule to payung_owner using (true);
-- A rule is public: everybody who is signed in may read it, and only its own area records it.
create policy public on local_rule for select to payung_app
  using (coalesce(current_setting('payung.actor', true), '') <> '');
create policy app on local_rule to payung_app
  using ('selection' = any (string_to_array(current_setting('payung.groups', true), ',')) and area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert, update (replaced_at) on local_rule to payung_app;

create table assessment (
  person_id uuid not null references person (person_id),
  assessment_id uuid not null,
  rule_id uuid references local_rule (rule_id),
  has_employer boolean,
  has_routine_income boolean,
  low_income boolean,
  register text check (register in ('P3KE', 'DTSEN', 'DTKS')),
  decile smallint check (decile between 1 and 10),
  met text[] not null,
  failed text[] not null,
  unknown text[] not null,
  assessed_on date not null,
  area bigint not null references area (code),
  assessed_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (person_id, assessment_id),
  constraint assessment_decile_of_register check (decile is null or register is not null)
);
comment on table assessment is '[person] What somebody found of a person for the criteria of vulnerability, and which of them were met by which rule. The latest counts; none is edited.';
comment on column assessment.person_id is 'The person.';
comment on column assessment.assessment_id is 'UUIDv7; later findings have later ids.';
comment on column assessment.rule_id is 'The version of the local rule by which it was judged; null for the criterion that is proposed where there is none.';
comment on column assessment.has_employer is 'Works under an employer''s protection; null when not known.';
comment on column assessment.has_routine_income is 'Has routine income or a fixed job; null when not known.';
comment on column assessment.low_income is 'True when the income lies below the limit of the rule; null when not known. The income itself is not kept.';
comment on column assessment.register is 'Register of poor households in which the person is listed; null when not known.';
comment on column assessment.decile is 'Decile there, 1 the poorest; null when not known.';
comment on column assessment.met is 'Codes of the criteria that were met on that day.';
comment on column assessment.failed is 'Codes of those that were not.';
comment on column assessment.unknown is 'Codes of those for which a fact was missing.';
comment on column assessment.assessed_on is 'Day on which ages and the rule were taken.';
comment on column assessment.area is 'Village of residence when assessed; the scope of the row.';
comment on column assessment.assessed_by is 'Who found it.';
comment on column assessment.recorded_at is 'When it was recorded.';
alter table assessment enable row level security;
alter table assessment force row level security;
create policy owner on assessment to payung_owner using (true);
create policy app on assessment to payung_app
  using ('selection' = any (string_to_array(current_setting('payung.groups', true), ',')) and area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert on assessment to payung_app;
create index assessment_by_area on assessment (area);

-- A decree has a signatory; villages number their minutes each for itself.
alter table decree add column signed_by text;
alter table decree add column signed_as text;
comment on column decree.signed_by is 'Name of whoever signed it; null when not recorded.';
comment on column decree.signed_as is 'Office of the signatory, such as Bupati Belu; null when not recorded.';
comment on column decree.area is 'The area whose list it fixes: that of the agreement, or a village in it; part of the scope.';
alter table decree drop constraint decree_number_once;
alter table decree add constraint decree_number_once unique (partner_id, area, kind, number);

create table proposal (
  proposal_id uuid primary key,
  area bigint not null references area (code),
  agreement_id uuid not null references agreement (agreement_id),
  partner_id uuid not null references partner (partner_id),
  rule_id uuid references local_rule (rule_id),
  months int4range not null check (not isempty(months)),
  quota integer not null check (quota > 0),
  state text not null default 'draft' check (state in ('draft', 'decided', 'verified', 'decreed', 'enrolled')),
  makers text[] not null check (cardinality(makers) > 0),
  met_on date,
  place text,
  led_by text,
  attendance integer check (attendance > 0),
  minutes text,
  minutes_id uuid references decree (decree_id),
  verified_by text,
  decree_id uuid references decree (decree_id),
  enrolled integer,
  example boolean not null default false,
  recorded_at timestamptz not null default now(),
  constraint proposal_minutes_kept check (
    state = 'draft' or (met_on is not null and place is not null and led_by is not null and attendance is not null
      and minutes is not null and minutes_id is not null)),
  constraint proposal_other_checker check (verified_by <> all (makers)),
  constraint proposal_verified check (state in ('draft', 'decided') or verified_by is not null),
  constraint proposal_decreed check ((state in ('decreed', 'enrolled')) = (decree_id is not null)),
  constraint proposal_enrolled check ((state = 'enrolled') = (enrolled is not null))
);
comment on table proposal is '[local] A usulan: whom a village proposes for the places an agreement pays, from the draft to the decree and the enrolment.';
comment on column proposal.proposal_id is 'UUIDv7.';
comment on column proposal.area is 'The village; the scope of the row.';
comment on column proposal.agreement_id is 'The agreement, and with it the fund, that would pay.';
comment on column proposal.partner_id is 'Its partner.';
comment on column proposal.rule_id is 'The version of the local rule by which people are chosen; null for the criterion that is proposed where there is none.';
comment on column proposal.months is 'Months to be paid, as year × 12 + month, half-open.';
comment on column proposal.quota is 'Places: how many people the fund pays for. Whoever stands below is a substitute.';
comment on column proposal.state is 'How far it is; steps are in proposal_step.';
comment on column proposal.makers is 'Who made, ranked or decided the list: none of them verifies it.';
comment on column proposal.met_on is 'Day of the meeting; null before.';
comment on column proposal.place is 'Where it was held.';
comment on column proposal.led_by is 'Who led it.';
comment on column proposal.attendance is 'How many were present.';
comment on column proposal.minutes is 'What was decided, in words.';
comment on column proposal.minutes_id is 'The Berita Acara.';
comment on column proposal.verified_by is 'Who verified the list as a whole; null before.';
comment on column proposal.decree_id is 'The SK with its annex; null before.';
comment on column proposal.enrolled is 'Memberships opened by it; null before.';
comment on column proposal.example is 'True for the shipped example.';
comment on column proposal.recorded_at is 'When it was begun.';
alter table proposal enable row level security;
alter table proposal force row level security;
create policy owner on proposal to payung_owner using (true);
create policy app on proposal to payung_app
  using ('selection' = any (string_to_array(current_setting('payung.groups', true), ',')) and area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert, update on proposal to payung_app;
create index proposal_by_area on proposal (area);

create function proposal_moves() returns trigger language plpgsql set search_path = payung, pg_temp as $$
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
  return new;
end $$;
comment on function proposal_moves() is 'Refuses a step that skips one or goes back otherwise than to the draft, a maker who is forgotten, and terms changed after the meeting.';
create trigger proposal_moves before update on proposal for each row execute function proposal_moves();

create table proposal_step (
  step_id uuid primary key,
  proposal_id uuid not null references proposal (proposal_id),
  area bigint not null references area (code),
  state text not null check (state in ('draft', 'decided', 'verified', 'decreed', 'enrolled')),
  note text,
  made_by text not null,
  recorded_at timestamptz not null default now()
);
comment on table proposal_step is '[local] A step of a proposal, forward, or back to the draft with the reason. Nothing is edited.';
comment on column proposal_step.step_id is 'UUIDv7; later steps have later ids.';
comment on column proposal_step.proposal_id is 'The proposal.';
comment on column proposal_step.area is 'Its village; the scope of the row.';
comment on column proposal_step.state is 'The state reached.';
comment on column proposal_step.note is 'Why it went back, or a remark; null when none.';
comment on column proposal_step.made_by is 'Who did it.';
comment on column proposal_step.recorded_at is 'When.';
alter table proposal_step enable row level security;
alter table proposal_step force row level security;
create policy owner on proposal_step to payung_owner using (true);
create policy app on proposal_step to payung_app
  using ('selection' = any (string_to_array(current_setting('payung.groups', true), ',')) and area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert on proposal_step to payung_app;
create index proposal_step_by_proposal on proposal_step (proposal_id, step_id);

create table proposal_entry (
  proposal_id uuid not null references proposal (proposal_id),
  person_id uuid not null,
  place integer not null check (place > 0),
  score smallint not null,
  decile smallint,
  area bigint not null references area (code),
  checked_by text,
  checked_at timestamptz,
  struck text,
  outcome text check (outcome in ('enrolled', 'selection.dead', 'selection.withoutNik', 'selection.disputed', 'selection.alreadyMember', 'selection.elsewhere', 'selection.moved')),
  primary key (proposal_id, person_id),
  constraint proposal_entry_place_once unique (proposal_id, place) deferrable initially deferred,
  constraint proposal_entry_checked check ((checked_by is null) = (checked_at is null) and (struck is null or checked_by is not null))
);
comment on table proposal_entry is '[local] Somebody on a proposal. The first of those not struck fill the places, the others are substitutes; a struck one keeps place and reason.';
comment on column proposal_entry.proposal_id is 'The proposal.';
comment on column proposal_entry.person_id is 'The person; kept without a foreign key because people are distributed.';
comment on column proposal_entry.place is 'Rank given by the meeting, from 1.';
comment on column proposal_entry.score is 'Criteria met when the person was put on the list.';
comment on column proposal_entry.decile is 'Decile known then; null when none.';
comment on column proposal_entry.area is 'The village of the proposal; the scope of the row.';
comment on column proposal_entry.checked_by is 'Who verified or struck the person; null while unchecked.';
comment on column proposal_entry.checked_at is 'When; null with it.';
comment on column proposal_entry.struck is 'Why the person was struck; null while on the list.';
comment on column proposal_entry.outcome is 'What became of it at enrolment; null before, and for substitutes.';
alter table proposal_entry enable row level security;
alter table proposal_entry force row level security;
create policy owner on proposal_entry to payung_owner using (true);
create policy app on proposal_entry to payung_app
  using ('selection' = any (string_to_array(current_setting('payung.groups', true), ',')) and area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert, update, delete on proposal_entry to payung_app;
create index proposal_entry_by_person on proposal_entry (person_id);

create function proposal_entry_stays() returns trigger language plpgsql set search_path = payung, pg_temp as $$
declare
  list proposal;
begin
  select * into list from proposal where proposal_id = coalesce(new.proposal_id, old.proposal_id);
  if list.state <> 'draft' and (tg_op <> 'UPDATE' or (new.person_id, new.place, new.score) is distinct from (old.person_id, old.place, old.score)) then
    raise exception 'the names and ranks of proposal % were decided', list.proposal_id using errcode = 'check_violation', constraint = 'proposal_entry_decided';
  end if;
  if tg_op = 'UPDATE' and list.state not in ('draft', 'decided')
    and (new.checked_by, new.checked_at, new.struck) is distinct from (old.checked_by, old.checked_at, old.struck) then
    raise exception 'proposal % is verified', list.proposal_id using errcode = 'check_violation', constraint = 'proposal_entry_verified';
  end if;
  if tg_op = 'DELETE' and old.struck is not null then
    raise exception 'a struck name of proposal % keeps its trace', list.proposal_id using errcode = 'check_violation', constraint = 'proposal_entry_struck';
  end if;
  if tg_op <> 'DELETE' and new.checked_by = any (list.makers) and (tg_op = 'INSERT' or new.checked_by is distinct from old.checked_by) then
    raise exception 'whoever made proposal % does not verify it', list.proposal_id using errcode = 'check_violation', constraint = 'proposal_other_checker';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
comment on function proposal_entry_stays() is 'Refuses names and ranks changed after the meeting, a check changed after verification, a struck name taken off, and a check by whoever made the list.';
create trigger proposal_entry_stays before insert or update or delete on proposal_entry for each row execute function proposal_entry_stays();

create table annex_line (
  decree_id uuid not null references decree (decree_id),
  place integer not null check (place > 0),
  person_id uuid not null,
  name text not null,
  nik_masked text not null,
  sex text check (sex in ('L', 'P')),
  birth_date date,
  village_name text not null,
  rt text,
  rw text,
  occupation text not null,
  area bigint not null references area (code),
  primary key (decree_id, place),
  constraint annex_line_person_once unique (decree_id, person_id)
);
comment on table annex_line is '[local] The annex of a decree by name, as it stood on the day of the decree; bills refer to it. Never changed.';
comment on column annex_line.decree_id is 'The decree.';
comment on column annex_line.place is 'Number in the annex, from 1.';
comment on column annex_line.person_id is 'The person; kept without a foreign key because people are distributed.';
comment on column annex_line.name is 'Name as decreed.';
comment on column annex_line.nik_masked is 'NIK with its middle hidden. Printed in full only for those who may open envelopes, and only while it still fits this.';
comment on column annex_line.sex is 'L man, P woman; null when not known.';
comment on column annex_line.birth_date is 'Day of birth; null when not known.';
comment on column annex_line.village_name is 'Village as decreed.';
comment on column annex_line.rt is 'RT; null when not known.';
comment on column annex_line.rw is 'RW; null when not known.';
comment on column annex_line.occupation is 'Occupation as written.';
comment on column annex_line.area is 'The village; the scope of the row.';
alter table annex_line enable row level security;
alter table annex_line force row level security;
create policy owner on annex_line to payung_owner using (true);
create policy app on annex_line to payung_app
  using ('selection' = any (string_to_array(current_setting('payung.groups', true), ',')) and area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange);
grant select, insert on annex_line to payung_app;

alter table membership add column decree_id uuid;
comment on column membership.decree_id is 'The decree that named the person; kept without a foreign key because decrees are local tables. Null when enrolled otherwise.';
