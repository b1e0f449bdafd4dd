-- role: payung_auth
-- Accounts, sessions and second factors. Only payung_auth reaches this schema; the rest of the server knows an account by its id.
-- The names of columns follow better-auth's fields; a test asks better-auth itself whether anything is missing.

create table user_account (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp,
  must_change_password boolean not null default false,
  example boolean not null default false,
  two_factor_enabled boolean default false
);
comment on table user_account is '[local] Somebody who can sign in. What they may do is in payung.access_grant.';
comment on column user_account.id is 'UUIDv7; the actor of audit entries.';
comment on column user_account.name is 'Name of the user.';
comment on column user_account.email is 'Address to sign in with, in lower case. No message is ever sent to it.';
comment on column user_account.email_verified is 'Whether the address was proven; always false, because no message is sent.';
comment on column user_account.image is 'Not used; better-auth asks for it.';
comment on column user_account.created_at is 'When the account was made.';
comment on column user_account.updated_at is 'When it last changed.';
comment on column user_account.must_change_password is 'True while the password was chosen by somebody else: nothing else can be done before it is changed.';
comment on column user_account.example is 'True for an account of the example, whose password is printed.';
comment on column user_account.two_factor_enabled is 'True once a code of the authenticator application was given.';

create table session (
  id text primary key,
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  user_id text not null references user_account (id) on delete cascade
);
comment on table session is '[local] A browser that is signed in.';
comment on column session.id is 'UUIDv7.';
comment on column session.expires_at is 'When it ends by itself.';
comment on column session.token is 'What the cookie carries, there with a signature.';
comment on column session.created_at is 'When the user signed in.';
comment on column session.updated_at is 'When it last changed.';
comment on column session.ip_address is 'Address it was opened from.';
comment on column session.user_agent is 'What the browser calls itself.';
comment on column session.user_id is 'The account.';
create index session_user_id_idx on session (user_id);

create table credential (
  id text primary key,
  issuer text not null,
  account_id text not null,
  provider_id text not null,
  user_id text not null references user_account (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null
);
comment on table credential is '[local] How an account proves itself: here always a password.';
comment on column credential.id is 'UUIDv7.';
comment on column credential.issuer is 'Who vouches for it: local:credential for a password.';
comment on column credential.account_id is 'The account as the issuer calls it; for a password, the account itself.';
comment on column credential.provider_id is 'credential for a password.';
comment on column credential.user_id is 'The account.';
comment on column credential.access_token is 'Not used with passwords.';
comment on column credential.refresh_token is 'Not used with passwords.';
comment on column credential.id_token is 'Not used with passwords.';
comment on column credential.access_token_expires_at is 'Not used with passwords.';
comment on column credential.refresh_token_expires_at is 'Not used with passwords.';
comment on column credential.scope is 'Not used with passwords.';
comment on column credential.password is 'Salt and scrypt hash.';
comment on column credential.created_at is 'When it was made.';
comment on column credential.updated_at is 'When it last changed.';
create unique index credential_issuer_account_id_uidx on credential (issuer, account_id);
create index credential_user_id_idx on credential (user_id);

create table verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
comment on table verification is '[local] A sign-in that waits for its second factor.';
comment on column verification.id is 'Made by better-auth.';
comment on column verification.identifier is 'What is being proven; the cookie carries it with a signature.';
comment on column verification.value is 'The account, or the number of tries so far.';
comment on column verification.expires_at is 'When it is void.';
comment on column verification.created_at is 'When it began.';
comment on column verification.updated_at is 'When it last changed.';
create index verification_identifier_idx on verification (identifier);

create table second_factor (
  id text primary key,
  secret text not null,
  backup_codes text not null,
  user_id text not null references user_account (id) on delete cascade,
  verified boolean default true,
  failed_verification_count integer default 0,
  locked_until timestamptz
);
comment on table second_factor is '[local] The seed of an authenticator application.';
comment on column second_factor.id is 'UUIDv7.';
comment on column second_factor.secret is 'The seed, encrypted under a key derived from the keyring.';
comment on column second_factor.backup_codes is 'Codes that each work once, encrypted likewise.';
comment on column second_factor.user_id is 'The account.';
comment on column second_factor.verified is 'True once a code was given.';
comment on column second_factor.failed_verification_count is 'Wrong codes in a row.';
comment on column second_factor.locked_until is 'No code is taken until then; null when not locked.';
create index second_factor_secret_idx on second_factor (secret);
create index second_factor_user_id_idx on second_factor (user_id);

create table rate_limit (
  id text primary key,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);
comment on table rate_limit is '[local] How often an address tried to sign in of late.';
comment on column rate_limit.id is 'UUIDv7.';
comment on column rate_limit.key is 'Address and path.';
comment on column rate_limit.count is 'Requests in the current window.';
comment on column rate_limit.last_request is 'Milliseconds since 1970 of the last one.';
