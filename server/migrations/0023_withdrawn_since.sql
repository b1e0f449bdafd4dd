-- A list that was checked before another was undone does not enrol whom the undoing withdrew.

create function names_withdrawn(roster uuid) returns boolean
  language plpgsql volatile security definer set search_path = payung, pg_temp as $$
declare
  gone boolean;
begin
  if not coalesce(string_to_array(current_setting('payung.groups', true), ',') @> '{rosters,people}', false) then
    raise exception 'whom a roster names is asked for the purposes rosters and people' using errcode = 'insufficient_privilege';
  end if;
  -- Held: whoever undoes another roster at this moment waits, and then sees what this one made.
  with held as materialized (
    select p.withdrawn_at from person p
    where p.person_id = any (array(select w.person_id from intake.in_scope(roster) w where not w.is_new))
    order by p.person_id for no key update
  )
  select coalesce(bool_or(withdrawn_at is not null), false) into gone from held;
  return gone;
end $$;
comment on function names_withdrawn(uuid) is 'Whether a prepared row in scope names a known person who was withdrawn since the check. Holds all of them until the transaction ends';
revoke all on function names_withdrawn(uuid) from public;
grant execute on function names_withdrawn(uuid) to payung_app;
