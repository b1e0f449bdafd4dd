-- A list that is accepted fills in what is still empty of people who are known, and takes it back when it is undone.

comment on column intake.prepared_row.sealed is 'Envelope of a new person; of somebody known, what the row says where it may fill in something; null otherwise.';
alter table intake.prepared_row add column filled text[] not null default '{}';
comment on column intake.prepared_row.filled is 'What acceptance filled in of somebody known by what the row says: fields of the envelope, rt, rw, occupation. Undoing takes back those that still stand so.';
comment on column roster.listed is 'Known people whom acceptance of a list that records confirms or brings up to date, or of whom one that enrols only fills in what is empty.';

create function intake.said_of_known(roster uuid) returns table (
  ordinal integer, person_id uuid, area bigint, said bytea, said_for uuid, filled text[]
)
  language sql stable security definer set search_path = intake, pg_temp as $$
  select p.ordinal, p.person_id, p.area, p.sealed, coalesce(p.proposed_id, p.person_id), p.filled
  from intake.in_scope(roster) p
  where not p.is_new and p.replaces is null and p.sealed is not null
$$;
comment on function intake.said_of_known(uuid) is 'What rows of a roster inside the caller''s areas say of people who are known, sealed, where it may fill in something, and what it filled in.';
alter function intake.said_of_known(uuid) owner to payung_intake;
revoke all on function intake.said_of_known(uuid) from public;
grant execute on function intake.said_of_known(uuid) to payung_app;

create function intake.said_in_clear(roster uuid) returns table (
  ordinal integer, person_id uuid, area bigint, rt text, rw text, occupation text, occupation_text text, filled text[]
)
  language sql stable security definer set search_path = intake, pg_temp as $$
  select p.ordinal, p.person_id, p.area, p.rt, p.rw, p.occupation, p.occupation_text, p.filled
  from intake.in_scope(roster) p
  where not p.is_new and (p.rt is not null or p.rw is not null or p.occupation_text <> '')
$$;
comment on function intake.said_in_clear(uuid) is 'What rows of a roster inside the caller''s areas say of where people who are known live and what they do.';
alter function intake.said_in_clear(uuid) owner to payung_intake;
revoke all on function intake.said_in_clear(uuid) from public;
grant execute on function intake.said_in_clear(uuid) to payung_app;

create function intake.keep_filled(roster uuid, places integer[], fields text[]) returns integer
  language sql volatile security definer set search_path = intake, pg_temp as $$
  with kept as (
    update intake.prepared_row p set filled = p.filled || string_to_array(f.fields, ',')
    from unnest(places, fields) f (place, fields)
    where p.roster_id = roster and p.ordinal = any (places) and p.ordinal = f.place and not p.is_new
      and 'rosters' = any (string_to_array(current_setting('payung.groups', true), ','))
      and p.area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange
    returning 1
  )
  select count(*)::integer from kept
$$;
comment on function intake.keep_filled(uuid, integer[], text[]) is 'Keeps which fields (with commas between them) rows of a roster inside the caller''s areas filled in of people who are known; returns of how many.';
alter function intake.keep_filled(uuid, integer[], text[]) owner to payung_intake;
revoke all on function intake.keep_filled(uuid, integer[], text[]) from public;
grant execute on function intake.keep_filled(uuid, integer[], text[]) to payung_app;
