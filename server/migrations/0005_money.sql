-- Money: whole rupiah, double entry, append-only, in the same transaction as its cause.

create table explanation (
  hash bytea primary key,
  tree jsonb not null,
  recorded_at timestamptz not null default now()
);
comment on table explanation is '[reference] Why an amount is what it is: parameters read, steps, articles. Stored once per distinct content.';
comment on column explanation.hash is 'SHA-256 of the canonical JSON.';
comment on column explanation.tree is 'The explanation.';
comment on column explanation.recorded_at is 'When first stored.';
alter table explanation enable row level security;
alter table explanation force row level security;
create policy owner on explanation to payung_owner using (true);
create policy app on explanation to payung_app
  using (coalesce(current_setting('payung.actor', true), '') <> '');
grant select, insert on explanation to payung_app;

create table journal (
  journal_id uuid primary key,
  kind text not null check (kind in ('bill', 'payment', 'reversal')),
  cause_id uuid not null,
  on_day date not null,
  partner_id uuid references partner (partner_id),
  area bigint not null references area (code),
  made_by text not null,
  recorded_at timestamptz not null default now(),
  constraint journal_cause_once unique (kind, cause_id)
);
comment on table journal is '[local] One event of the ledger. Its postings sum to zero.';
comment on column journal.journal_id is 'UUIDv7.';
comment on column journal.kind is 'What happened.';
comment on column journal.cause_id is 'The bill or payment that caused it.';
comment on column journal.on_day is 'Day of the event in the books.';
comment on column journal.partner_id is 'The payer, null while unknown; part of the scope.';
comment on column journal.area is 'Area of the agreement; part of the scope.';
comment on column journal.made_by is 'Who caused it.';
comment on column journal.recorded_at is 'When it was booked.';
alter table journal enable row level security;
alter table journal force row level security;
create policy owner on journal to payung_owner using (true);
create policy app on journal to payung_app
  using ('money' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert on journal to payung_app;

create table posting (
  posting_id uuid primary key,
  journal_id uuid not null references journal (journal_id),
  account text not null check (account in ('receivable', 'contributions', 'bank', 'unallocated')),
  fund_id uuid references fund (fund_id),
  bill_id uuid,
  amount bigint not null check (amount <> 0),
  partner_id uuid references partner (partner_id),
  area bigint not null references area (code)
);
comment on table posting is '[local] A line of the ledger: debit positive, credit negative, whole rupiah.';
comment on column posting.posting_id is 'UUIDv7.';
comment on column posting.journal_id is 'The event.';
comment on column posting.account is 'receivable: billed, not yet paid; contributions: owed to the programmes; bank: money received; unallocated: money received that settles no bill.';
comment on column posting.fund_id is 'The fund concerned; null for money whose fund is not known.';
comment on column posting.bill_id is 'The bill concerned; null when none.';
comment on column posting.amount is 'Debit positive, credit negative.';
comment on column posting.partner_id is 'Part of the scope; null while the payer is unknown.';
comment on column posting.area is 'Part of the scope.';
alter table posting enable row level security;
alter table posting force row level security;
create policy owner on posting to payung_owner using (true);
create policy app on posting to payung_app
  using ('money' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert on posting to payung_app;
create index posting_by_journal on posting (journal_id);
create index posting_by_account on posting (account, fund_id);
create index posting_by_bill on posting (bill_id) where bill_id is not null;

create function journal_balances() returns trigger language plpgsql security definer set search_path = payung, pg_temp as $$
begin
  if (select sum(amount) from posting where journal_id = new.journal_id) is distinct from 0 then
    raise exception 'journal % does not sum to zero', new.journal_id using errcode = 'check_violation', constraint = 'journal_balances';
  end if;
  return null;
end $$;
comment on function journal_balances() is 'Refuses, at commit, a journal whose postings do not sum to zero.';
create constraint trigger journal_balances after insert on posting deferrable initially deferred
  for each row execute function journal_balances();
create function journal_has_postings() returns trigger language plpgsql security definer set search_path = payung, pg_temp as $$
begin
  if not exists (select from posting where journal_id = new.journal_id) then
    raise exception 'journal % has no postings', new.journal_id using errcode = 'check_violation', constraint = 'journal_has_postings';
  end if;
  return null;
end $$;
comment on function journal_has_postings() is 'Refuses, at commit, a journal without postings.';
create constraint trigger journal_has_postings after insert on journal deferrable initially deferred
  for each row execute function journal_has_postings();

create table bill (
  bill_id uuid primary key,
  number text not null,
  agreement_id uuid not null references agreement (agreement_id),
  partner_id uuid not null references partner (partner_id),
  fund_id uuid not null references fund (fund_id),
  area bigint not null references area (code),
  months int4range not null check (not isempty(months)),
  people integer not null check (people > 0),
  amount bigint not null check (amount > 0),
  issued_on date not null,
  due_on date not null,
  made_by text not null,
  recorded_at timestamptz not null default now(),
  constraint bill_number_once unique (number)
);
comment on table bill is '[local] What a partner owes from a fund, for the members of an agreement, for a span of months.';
comment on column bill.bill_id is 'UUIDv7.';
comment on column bill.number is 'Number printed on the bill and quoted in the bank transfer.';
comment on column bill.agreement_id is 'The agreement billed.';
comment on column bill.partner_id is 'Who owes; part of the scope.';
comment on column bill.fund_id is 'The fund that is to pay.';
comment on column bill.area is 'Area of the agreement; part of the scope.';
comment on column bill.months is 'Months billed, as year × 12 + month, half-open.';
comment on column bill.people is 'Distinct people on the bill.';
comment on column bill.amount is 'Whole rupiah; equals the sum of its lines.';
comment on column bill.issued_on is 'Day of issue.';
comment on column bill.due_on is 'Last day to pay in time.';
comment on column bill.made_by is 'Who ran the billing.';
comment on column bill.recorded_at is 'When it was recorded.';
alter table bill enable row level security;
alter table bill force row level security;
create policy owner on bill to payung_owner using (true);
create policy app on bill to payung_app
  using ('money' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert on bill to payung_app;
create index bill_by_agreement on bill (agreement_id);

create table bill_series (
  prefix text primary key,
  last integer not null check (last > 0)
);
comment on table bill_series is '[local] The last running number of each kabupaten and month, so that two bills issued at once get different numbers and none is skipped.';
comment on column bill_series.prefix is 'Beginning of the bill number: B, kabupaten and first month, such as B-5304-202611.';
comment on column bill_series.last is 'Running number of the latest bill that begins so.';
alter table bill_series enable row level security;
alter table bill_series force row level security;
create policy owner on bill_series to payung_owner using (true);
create policy app on bill_series to payung_app
  using ('money' = any (string_to_array(current_setting('payung.groups', true), ',')));
grant select, insert, update on bill_series to payung_app;

create table bill_line (
  person_id uuid not null,
  membership_id uuid not null,
  month integer not null,
  bill_id uuid not null,
  jkk integer not null check (jkk >= 0),
  jkm integer not null check (jkm >= 0),
  jht integer not null default 0 check (jht >= 0),
  amount integer not null,
  explanation bytea not null references explanation (hash),
  partner_id uuid not null references partner (partner_id),
  area bigint not null references area (code),
  primary key (person_id, membership_id, month),
  foreign key (person_id, membership_id) references membership (person_id, membership_id),
  constraint bill_line_adds_up check (amount = jkk + jkm + jht)
);
comment on table bill_line is '[person] What is owed for one membership and one month: the subledger of bill.';
comment on column bill_line.person_id is 'The person.';
comment on column bill_line.membership_id is 'The membership.';
comment on column bill_line.month is 'Month as year × 12 + month.';
comment on column bill_line.bill_id is 'The bill; without a foreign key because bills are local.';
comment on column bill_line.jkk is 'Employment injury, whole rupiah.';
comment on column bill_line.jkm is 'Death, whole rupiah.';
comment on column bill_line.jht is 'Old-age savings, whole rupiah; 0 when not a member.';
comment on column bill_line.amount is 'Sum of the programmes.';
comment on column bill_line.explanation is 'Why the amounts are what they are.';
comment on column bill_line.partner_id is 'Part of the scope.';
comment on column bill_line.area is 'Village at the time of billing; part of the scope.';
alter table bill_line enable row level security;
alter table bill_line force row level security;
create policy owner on bill_line to payung_owner using (true);
create policy app on bill_line to payung_app
  using ('money' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert on bill_line to payung_app;
create index bill_line_by_bill on bill_line (bill_id);

create table statement (
  statement_id uuid primary key,
  account text not null,
  file_name text not null,
  digest text not null,
  rows integer not null check (rows >= 0),
  area bigint not null references area (code),
  partner_id uuid references partner (partner_id),
  made_by text not null,
  recorded_at timestamptz not null default now(),
  constraint statement_once unique (account, digest)
);
comment on table statement is '[local] A bank or virtual-account statement that was imported.';
comment on column statement.statement_id is 'UUIDv7.';
comment on column statement.account is 'The receiving account, masked but for its last four digits, with a keyed fingerprint of the whole.';
comment on column statement.file_name is 'Name of the file.';
comment on column statement.digest is 'SHA-256 of the file: the same file twice changes nothing.';
comment on column statement.rows is 'Rows in the file.';
comment on column statement.area is 'Area of the importing office; part of the scope.';
comment on column statement.partner_id is 'Part of the scope; null for an office.';
comment on column statement.made_by is 'Who imported it.';
comment on column statement.recorded_at is 'When it was imported.';
alter table statement enable row level security;
alter table statement force row level security;
create policy owner on statement to payung_owner using (true);
create policy app on statement to payung_app
  using ('money' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert on statement to payung_app;

create table payment (
  payment_id uuid primary key,
  statement_id uuid not null references statement (statement_id),
  account text not null,
  external_ref text not null,
  paid_on date not null,
  amount bigint not null check (amount > 0),
  description text not null,
  bill_number text,
  partner_id uuid references partner (partner_id),
  area bigint not null references area (code),
  recorded_at timestamptz not null default now(),
  constraint payment_once unique (account, external_ref)
);
comment on table payment is '[local] Money that came in, as the bank states it.';
comment on column payment.payment_id is 'UUIDv7.';
comment on column payment.statement_id is 'Where it was read.';
comment on column payment.account is 'The receiving account, masked.';
comment on column payment.external_ref is 'The bank''s own reference: the same payment twice is one payment.';
comment on column payment.paid_on is 'Value date.';
comment on column payment.amount is 'Whole rupiah.';
comment on column payment.description is 'The bank''s description, with long numbers masked.';
comment on column payment.bill_number is 'Bill number found in the description; null when none was found.';
comment on column payment.partner_id is 'The payer as far as known; part of the scope.';
comment on column payment.area is 'Area of the bill, or of the importing office; part of the scope.';
comment on column payment.recorded_at is 'When it was recorded.';
alter table payment enable row level security;
alter table payment force row level security;
create policy owner on payment to payung_owner using (true);
create policy app on payment to payung_app
  using ('money' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert on payment to payung_app;

create table statement_row (
  statement_id uuid not null references statement (statement_id),
  row integer not null,
  verdict text not null check (verdict in ('settled', 'partial', 'excess', 'unknown', 'repeated', 'refused', 'ignored')),
  reason text,
  facts jsonb not null default '{}',
  payment_id uuid references payment (payment_id),
  area bigint not null references area (code),
  partner_id uuid references partner (partner_id),
  primary key (statement_id, row)
);
comment on table statement_row is '[local] What became of each row of a statement. Nothing is dropped.';
comment on column statement_row.statement_id is 'The statement.';
comment on column statement_row.row is 'Row number as the user sees it.';
comment on column statement_row.verdict is 'settled a bill; paid part of one; paid more than was owed; names no bill we know; already taken; cannot be read; heading, blank or money going out.';
comment on column statement_row.reason is 'Code of the reason; null when settled.';
comment on column statement_row.facts is 'What the message needs: amounts, bill number.';
comment on column statement_row.payment_id is 'The payment made of the row; null when none.';
comment on column statement_row.area is 'Part of the scope.';
comment on column statement_row.partner_id is 'Part of the scope.';
alter table statement_row enable row level security;
alter table statement_row force row level security;
create policy owner on statement_row to payung_owner using (true);
create policy app on statement_row to payung_app
  using ('money' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert on statement_row to payung_app;

create table allocation (
  allocation_id uuid primary key,
  payment_id uuid not null references payment (payment_id),
  bill_id uuid references bill (bill_id),
  amount bigint not null check (amount > 0),
  partner_id uuid references partner (partner_id),
  area bigint not null references area (code),
  recorded_at timestamptz not null default now()
);
comment on table allocation is '[local] Which payment settles which bill, and how much of it.';
comment on column allocation.allocation_id is 'UUIDv7.';
comment on column allocation.payment_id is 'The payment.';
comment on column allocation.bill_id is 'The bill; null for money that settles none yet.';
comment on column allocation.amount is 'Whole rupiah.';
comment on column allocation.partner_id is 'Part of the scope.';
comment on column allocation.area is 'Part of the scope.';
comment on column allocation.recorded_at is 'When it was recorded.';
alter table allocation enable row level security;
alter table allocation force row level security;
create policy owner on allocation to payung_owner using (true);
create policy app on allocation to payung_app
  using ('money' = any (string_to_array(current_setting('payung.groups', true), ',')) and (area <@ coalesce(nullif(current_setting('payung.areas', true), ''), '{}')::int8multirange or partner_id = any (coalesce(nullif(current_setting('payung.partners', true), ''), '{}')::uuid[])));
grant select, insert on allocation to payung_app;
create index allocation_by_bill on allocation (bill_id);
create index allocation_by_payment on allocation (payment_id);

create function allocation_fits() returns trigger language plpgsql security definer set search_path = payung, pg_temp as $$
begin
  -- Two payments of one bill at once: the second waits here until the first is committed, and then counts it.
  if new.bill_id is not null then
    perform from bill where bill_id = new.bill_id for update;
  end if;
  if (select sum(a.amount) <> (select p.amount from payment p where p.payment_id = new.payment_id) from allocation a where a.payment_id = new.payment_id) then
    raise exception 'allocations of payment % do not add up to it', new.payment_id using errcode = 'check_violation', constraint = 'allocation_adds_up';
  end if;
  if new.bill_id is not null and (select sum(a.amount) > (select b.amount from bill b where b.bill_id = new.bill_id) from allocation a where a.bill_id = new.bill_id) then
    raise exception 'bill % would be paid more than it is', new.bill_id using errcode = 'check_violation', constraint = 'allocation_within_bill';
  end if;
  return null;
end $$;
comment on function allocation_fits() is 'Refuses, at commit, allocations that do not add up to their payment or exceed their bill.';
create constraint trigger allocation_fits after insert on allocation deferrable initially deferred
  for each row execute function allocation_fits();
create function payment_is_allocated() returns trigger language plpgsql security definer set search_path = payung, pg_temp as $$
begin
  if not exists (select from allocation where payment_id = new.payment_id) then
    raise exception 'payment % is not allocated', new.payment_id using errcode = 'check_violation', constraint = 'payment_is_allocated';
  end if;
  return null;
end $$;
comment on function payment_is_allocated() is 'Refuses, at commit, a payment that went nowhere, not even to the unallocated account.';
create constraint trigger payment_is_allocated after insert on payment deferrable initially deferred
  for each row execute function payment_is_allocated();

create view bill_state with (security_invoker = true) as
  select b.bill_id, coalesce(sum(a.amount), 0)::bigint as paid,
         (b.amount - coalesce(sum(a.amount), 0))::bigint as open,
         case when coalesce(sum(a.amount), 0) = 0 then 'unpaid' when sum(a.amount) < b.amount then 'partial' else 'paid' end as state
  from bill b left join allocation a on a.bill_id = b.bill_id group by b.bill_id;
comment on view bill_state is 'How much of each bill is paid: unpaid, partial or paid.';
grant select on bill_state to payung_app;
