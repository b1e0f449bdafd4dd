-- The audit log: entries written by the transactions they record, sealed afterwards in signed blocks.
--
-- Which entries are in a block is written down, one row each (audit_seal), and not told by a range of ids: an id is
-- given before its transaction commits, so a range that looked full can fill up later. What is not yet in a block waits in
-- audit_open, put there by a trigger in the same transaction and taken out by another when it is sealed. So nothing committed
-- is missed however late it commits, and a restored copy goes on where it stood.

create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  acting_as text not null,
  action text not null,
  subject_kind text,
  subject_id text,
  area bigint,
  facts jsonb not null default '{}',
  digest bytea,
  constraint audit_entry_names_its_actor check (actor <> '' and acting_as <> '' and action <> ''),
  constraint audit_entry_subject_whole check ((subject_kind is null) = (subject_id is null)),
  constraint audit_entry_facts_object check (jsonb_typeof(facts) = 'object'),
  constraint audit_entry_no_nik check (
    facts::text !~ '(^|[^0-9A-Za-z])[0-9]{16}([^0-9A-Za-z]|$)'
    and coalesce(subject_id, '') !~ '(^|[^0-9A-Za-z])[0-9]{16}([^0-9A-Za-z]|$)'
  ),
  constraint audit_entry_digest_sha256 check (octet_length(digest) = 32)
);
comment on table audit_entry is '[local] What was done, by whom, as what; written in the transaction it records, never changed. No clear personal data.';
comment on column audit_entry.id is 'Order of writing; gaps are transactions that were undone.';
comment on column audit_entry.at is 'The server''s clock when the entry was written.';
comment on column audit_entry.actor is 'Account id, or terminal:NAME for somebody at the machine itself.';
comment on column audit_entry.acting_as is 'The permission used.';
comment on column audit_entry.action is 'What was done, such as rosters.accept.';
comment on column audit_entry.subject_kind is 'Kind of thing it was done to, such as roster; null when there is no one thing.';
comment on column audit_entry.subject_id is 'Id of that thing.';
comment on column audit_entry.area is 'Code of the area concerned; null when none. Not a foreign key: an entry outlives its area.';
comment on column audit_entry.facts is 'Counts, ids and codes that make the entry exact; a check refuses sixteen digits in a row.';
comment on column audit_entry.digest is 'SHA-256 of the rows or file of a bulk action; null otherwise.';
create index audit_entry_by_subject on audit_entry (subject_kind, subject_id);
create index audit_entry_by_time on audit_entry (at);

create table audit_open (
  entry_id bigint primary key references audit_entry (id)
);
comment on table audit_open is '[local] Entries that are in no block yet; kept by triggers alone.';
comment on column audit_open.entry_id is 'The entry.';

create table audit_block (
  id bigint primary key,
  previous bytea,
  first_entry bigint not null,
  last_entry bigint not null,
  entries integer not null,
  root bytea not null,
  closed_at timestamptz not null,
  hash bytea not null,
  key_id text not null,
  signature bytea not null,
  constraint audit_block_chained check ((id = 1) = (previous is null)),
  constraint audit_block_no_fork unique (previous),
  constraint audit_block_not_empty check (entries > 0 and first_entry <= last_entry),
  constraint audit_block_sizes check (octet_length(root) = 32 and octet_length(hash) = 32 and octet_length(signature) = 64)
);
comment on table audit_block is '[local] A signed seal over entries and over the block before; its hash, noted in the minutes of a meeting, proves the log up to there.';
comment on column audit_block.id is 'Number of the block: 1, 2, 3 …';
comment on column audit_block.previous is 'Hash of the block before; null for the first.';
comment on column audit_block.first_entry is 'Lowest entry id in the block. Later blocks may hold lower ones that committed later.';
comment on column audit_block.last_entry is 'Highest entry id in the block.';
comment on column audit_block.entries is 'Number of entries in the block.';
comment on column audit_block.root is 'SHA-256 of the entries'' hashes in the order of audit_seal.position.';
comment on column audit_block.closed_at is 'The server''s clock when the block was closed.';
comment on column audit_block.hash is 'SHA-256 of all the above and key_id.';
comment on column audit_block.key_id is 'Short name of the Ed25519 key that signed.';
comment on column audit_block.signature is 'Ed25519 signature of what hash is taken of; the key is not in the database.';

create table audit_seal (
  block_id bigint not null references audit_block (id),
  position integer not null,
  entry_id bigint not null references audit_entry (id),
  hash bytea not null,
  primary key (block_id, position),
  constraint audit_seal_once unique (entry_id),
  constraint audit_seal_sha256 check (octet_length(hash) = 32)
);
comment on table audit_seal is '[local] Which entry is in which block, with its hash, so that an edit is not only found but named.';
comment on column audit_seal.block_id is 'The block.';
comment on column audit_seal.position is 'Place in the block, from 1.';
comment on column audit_seal.entry_id is 'The entry.';
comment on column audit_seal.hash is 'SHA-256 of the entry''s columns as it was sealed.';

create function audit_entry_opens() returns trigger language plpgsql security definer set search_path = payung, pg_temp as $$
begin
  insert into audit_open (entry_id) select id from added;
  return null;
end $$;
comment on function audit_entry_opens() is 'Notes new entries as not yet sealed.';
create trigger audit_entry_opens after insert on audit_entry
  referencing new table as added for each statement execute function audit_entry_opens();

create function audit_seal_closes() returns trigger language plpgsql security definer set search_path = payung, pg_temp as $$
begin
  delete from audit_open using added where audit_open.entry_id = added.entry_id;
  return null;
end $$;
comment on function audit_seal_closes() is 'Takes sealed entries off the list of open ones.';
create trigger audit_seal_closes after insert on audit_seal
  referencing new table as added for each statement execute function audit_seal_closes();

-- Grants and policies already stop the server; this stops the owner of the tables too, so that a change takes a superuser and intent.
create function audit_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is never changed: % on % refused', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;
comment on function audit_is_final() is 'Refuses every update, delete and truncate.';
create trigger audit_entry_is_final before update or delete or truncate on audit_entry execute function audit_is_final();
create trigger audit_block_is_final before update or delete or truncate on audit_block execute function audit_is_final();
create trigger audit_seal_is_final before update or delete or truncate on audit_seal execute function audit_is_final();

-- Every role records what it does; only the purpose audit reads. The column list keeps id and instant out of the caller's hands.
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy owner on audit_entry to payung_owner using (true);
create policy app_record on audit_entry for insert to payung_app, payung_match, payung_intake with check (true);
create policy app_read on audit_entry for select to payung_app
  using ('audit' = any(string_to_array(current_setting('payung.groups', true), ',')));
grant insert (actor, acting_as, action, subject_kind, subject_id, area, facts, digest)
  on audit_entry to payung_app, payung_match, payung_intake;
grant select on audit_entry to payung_app;

alter table audit_open enable row level security;
alter table audit_open force row level security;
create policy owner on audit_open to payung_owner using (true);
create policy app on audit_open to payung_app
  using ('audit' = any(string_to_array(current_setting('payung.groups', true), ',')));
grant select on audit_open to payung_app;

alter table audit_block enable row level security;
alter table audit_block force row level security;
create policy owner on audit_block to payung_owner using (true);
create policy app on audit_block to payung_app
  using ('audit' = any(string_to_array(current_setting('payung.groups', true), ',')));
grant select, insert on audit_block to payung_app;

alter table audit_seal enable row level security;
alter table audit_seal force row level security;
create policy owner on audit_seal to payung_owner using (true);
create policy app on audit_seal to payung_app
  using ('audit' = any(string_to_array(current_setting('payung.groups', true), ',')));
grant select, insert on audit_seal to payung_app;
