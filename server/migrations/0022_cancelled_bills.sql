-- Bills that are cancelled while nothing was paid on them: they stay readable, and their months may be billed again.

create table bill_cancellation (
  bill_id uuid primary key references bill (bill_id),
  why text not null check (length(why) between 3 and 500),
  on_day date not null,
  made_by text not null,
  recorded_at timestamptz not null default now(),
  partner_id uuid not null references partner (partner_id),
  area bigint not null references area (code)
);
comment on table bill_cancellation is '[local] That a bill on which nothing was paid is owed no more. Never edited, never taken back: its months are billed anew.';
comment on column bill_cancellation.bill_id is 'The bill.';
comment on column bill_cancellation.why is 'The reason, as whoever cancelled it wrote it.';
comment on column bill_cancellation.on_day is 'Day of the cancellation in the books.';
comment on column bill_cancellation.made_by is 'Who cancelled it.';
comment on column bill_cancellation.recorded_at is 'When it was recorded.';
comment on column bill_cancellation.partner_id is 'The partner of the bill; part of the scope.';
comment on column bill_cancellation.area is 'The area of the bill; part of the scope.';
alter table bill_cancellation enable row level security;
alter table bill_cancellation force row level security;
create policy owner on bill_cancellation to payung_owner using (true);
create policy app on bill_cancellation to payung_app
  using ('money' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert on bill_cancellation to payung_app;

-- One standing line for each membership and month; beside it any number of cancelled ones.
alter table bill_line add column cancelled boolean not null default false;
comment on column bill_line.cancelled is 'True once its bill is cancelled: nothing is owed, and the month may be billed again.';
alter table bill_line drop constraint bill_line_pkey;
alter table bill_line add primary key (bill_id, person_id, membership_id, month);
drop index bill_line_by_bill;
create unique index bill_line_once on bill_line (person_id, membership_id, month) where not cancelled;

create function bill_is_cancelled() returns trigger language plpgsql security definer set search_path = payung, pg_temp as $$
begin
  -- A payment of the bill at the same time waits here, or is waited for.
  perform from bill where bill_id = new.bill_id for update;
  if exists (select from allocation where bill_id = new.bill_id) then
    raise exception 'bill % is paid in part or in full', new.bill_id using errcode = 'check_violation', constraint = 'bill_cancellation_unpaid';
  end if;
  update bill_line set cancelled = true where bill_id = new.bill_id;
  return null;
end $$;
comment on function bill_is_cancelled() is 'Refuses to cancel a bill on which something was paid, and cancels its lines.';
create trigger bill_is_cancelled after insert on bill_cancellation for each row execute function bill_is_cancelled();

create or replace function allocation_fits() returns trigger language plpgsql security definer set search_path = payung, pg_temp as $$
begin
  -- Two payments of one bill at once: the second waits here until the first is committed, and then counts it.
  if new.bill_id is not null then
    perform from bill where bill_id = new.bill_id for update;
    if exists (select from bill_cancellation where bill_id = new.bill_id) then
      raise exception 'bill % is cancelled', new.bill_id using errcode = 'check_violation', constraint = 'allocation_to_standing_bill';
    end if;
  end if;
  if (select sum(a.amount) <> (select p.amount from payment p where p.payment_id = new.payment_id) from allocation a where a.payment_id = new.payment_id) then
    raise exception 'allocations of payment % do not add up to it', new.payment_id using errcode = 'check_violation', constraint = 'allocation_adds_up';
  end if;
  if new.bill_id is not null and (select sum(a.amount) > (select b.amount from bill b where b.bill_id = new.bill_id) from allocation a where a.bill_id = new.bill_id) then
    raise exception 'bill % would be paid more than it is', new.bill_id using errcode = 'check_violation', constraint = 'allocation_within_bill';
  end if;
  return null;
end $$;
comment on function allocation_fits() is 'Refuses, at commit, allocations that do not add up to their payment, exceed their bill, or pay a cancelled one.';

create or replace view bill_state with (security_invoker = true) as
  select b.bill_id, coalesce(sum(a.amount), 0)::bigint as paid,
         case when c.bill_id is null then b.amount - coalesce(sum(a.amount), 0) else 0 end::bigint as open,
         case when c.bill_id is not null then 'cancelled' when coalesce(sum(a.amount), 0) = 0 then 'unpaid'
           when sum(a.amount) < b.amount then 'partial' else 'paid' end as state
  from bill b left join bill_cancellation c on c.bill_id = b.bill_id left join allocation a on a.bill_id = b.bill_id
  group by b.bill_id, c.bill_id;
comment on view bill_state is 'How much of each bill is paid: unpaid, partial or paid; or that it is cancelled, and nothing is open.';

-- A line of a bill is no tie: a standing one forbids to undo the roster, a cancelled one says nothing of the person.
create or replace function people_made_by(roster uuid) returns table (person_id uuid, tied boolean)
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
      and c.relname not in ('person', 'identifier', 'match_key', 'residence', 'work', 'membership', 'membership_basis', 'bill_line',
        'roster_row',
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
