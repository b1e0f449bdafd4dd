import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { closeOpenEntries, record } from '#platform/audit';
import { newId } from '#platform/ids';
import type { TestPlatform } from '#testing';
import { fillOffices } from './offices.ts';
import { fillSelection } from './selection-rows.ts';

/** Texts as awkward as people and files write them: COPY has to bring back every one. */
const texts = fc
  .sample(
    fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      fc.constantFrom('\\N', '\\.', 'a\tb', 'a\nb', 'a\\nb', "o'clock", '"', '\r\n', ' ', 'Maria Ndun é ✓'),
    ),
    400,
  )
  .map((text) => text.replaceAll('\0', '?'));

/** People in the fixture. */
export const PEOPLE = 120;

/**
 * Puts rows into every table: synthetic people with sealed envelopes, money that balances, files, a queued job, an audit log with
 * closed blocks and open entries, an account with an open session.
 *
 * @returns ids of the stored files, and one clear content
 */
export async function fillRegister(test: TestPlatform): Promise<{ files: string[]; content: Buffer }> {
  const { platform, database } = test;
  const { superuser } = database;
  const sql = (text: string, values: unknown[] = []) => superuser.query(text, values);
  let taken = 0;
  const text = () => texts[taken++ % texts.length] ?? '';

  await sql(`insert into area (code, beyond, level, kind, name, name_key, parent, source) values
    (5300000000, 5400000000, 'province', 'provinsi', 'Nusa Tenggara Timur', 'nusatenggaratimur', null, 'uji'),
    (5304000000, 5305000000, 'regency', 'kabupaten', 'Kabupaten Belu', 'belu', 5300000000, 'uji'),
    (5304012001, 5304012002, 'village', 'desa', 'Desa Uji', 'uji', 5304000000, 'uji')`);
  await sql(`insert into area_succession values (5304000000, 5300000000, 2012, 'UU 3/2013', 0.5, 'uji')`);
  await sql(`insert into setting (key, value) values ('example', '{"people": 120}')`);
  const [partner, fund, agreement, roster, file, statement] = [
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
  ];
  const area = 5304012001;
  await sql(`insert into partner (partner_id, kind, name, area) values ($1, 'village', $2, ${area})`, [
    partner,
    text(),
  ]);
  await sql(
    `insert into partner_contact (contact_id, partner_id, area, name, position, during) values ($1, $2, ${area}, $3, 'lurah', '[2026-01-01,)')`,
    [newId(), partner, text()],
  );
  await sql(`insert into branch values ('atambua', 'Atambua', 'uji')`);
  await sql(`insert into branch_area values ('atambua', 5304000000, '[2020-01-01,)', 'uji')`);
  await sql(
    `insert into fund (fund_id, kind, name, partner_id, area, year, payer, payer_citation) values ($1, 'apbd_regency', $2, $3, ${area}, 2026, 'government', 'uji')`,
    [fund, text(), partner],
  );
  await sql(`insert into budget_line values ($1, '5.1.02', 0, 9007199254740991, 'DPA')`, [fund]);
  await sql(
    `insert into agreement (agreement_id, partner_id, area, kind, number, title, segment, grp, programmes, income, fund_id, during, made_by)
     values ($1, $2, ${area}, 'PKS', '1/2026', $3, 'BPU', 'vulnerable', 3, 1000000, $4, '[2026-01-01,2027-01-01)', 'uji')`,
    [agreement, partner, text(), fund],
  );
  await sql(
    `insert into agreement_event (event_id, agreement_id, partner_id, area, stage, on_day, made_by) values ($1, $2, $3, ${area}, 'signed', '2026-01-02', 'uji')`,
    [newId(), agreement, partner],
  );
  await sql(
    `insert into decree (decree_id, agreement_id, partner_id, area, kind, number, signed_on, made_by) values ($1, $2, $3, ${area}, 'SK', '7', '2026-01-03', 'uji')`,
    [newId(), agreement, partner],
  );
  await sql(
    `insert into access_grant (grant_id, user_id, role, area, home, during, granted_by) values ($1, 'u1', 'planner', 5304000000, 5304000000, '[2026-01-01,)', 'uji')`,
    [newId()],
  );
  await sql(
    `insert into auth.user_account (id, name, email, email_verified) values ('u1', 'Uji', 'uji@contoh.id', false)`,
  );
  await sql(
    `insert into auth.credential (id, issuer, account_id, provider_id, user_id, password, updated_at) values ('c1', 'local:credential', 'u1', 'credential', 'u1', 'salt:hash', now())`,
  );
  await sql(
    `insert into auth.second_factor (id, secret, backup_codes, user_id) values ('s1', 'x', 'y', 'u1')`,
  );
  await sql(
    `insert into auth.session (id, expires_at, token, updated_at, user_id) values ('n1', now() + interval '1 day', 't', now(), 'u1')`,
  );

  const files = [file, newId()];
  const content = randomBytes(200_000);
  for (const id of files) {
    await platform.files.put(id, content);
    await sql(
      `insert into stored_file (file_id, name, digest, size, area, made_by) values ($1, $2, 'd', 200000, ${area}, 'uji')`,
      [id, text()],
    );
  }
  await sql(
    `insert into stored_file (file_id, name, digest, size, area, made_by, purged_at) values ($1, 'lama.xlsx', 'd', 1, ${area}, 'uji', now())`,
    [newId()],
  );
  await sql(
    `insert into roster (roster_id, partner_id, agreement_id, area, file_id, file_name, digest, starts_on, policy, state, columns, rows_in, new_rows, made_by)
     values ($1, $2, $3, ${area}, $4, $5, 'd', '2026-11-01', 'good_rows', 'checked', '{"a": [1, null]}', 1, 1, 'uji')`,
    [roster, partner, agreement, file, text()],
  );
  await sql(
    `insert into job_progress (subject_id, task, phase, area) values ($1, 'rosters.check', 'queued', ${area})`,
    [roster],
  );
  await sql(
    `insert into roster_decision (decision_id, roster_id, ordinal, row_key, choice, shown, why, area, partner_id, decided_by)
     values ($1, $2, 1, $3, 'new', '[]', $4, ${area}, $5, 'uji')`,
    [newId(), roster, randomBytes(16), text(), partner],
  );
  const members = newId();
  await sql(
    `insert into member_file (file_id, branch_id, month, areas, file_name, digest, dropped, rows_in, matched_rows, doubtful_rows,
       unknown_rows, refused_rows, ignored_rows, people, made_by)
     values ($1, 'atambua', 24323, '{[5304000000,5305000000)}', $2, 'd', '{KPJ}', 1, 0, 0, 1, 0, 0, 0, 'uji')`,
    [members, text()],
  );
  await sql(
    `insert into member_import (import_id, branch_id, month, areas, file_name, digest, state, made_by, ended_at)
     values ($1, 'atambua', 24323, '{[5304000000,5305000000)}', $2, 'd', 'done', 'uji', now())`,
    [members, text()],
  );
  await sql(
    `insert into member_row (file_id, ordinal, sheet, row, verdict, reason, name, areas)
     values ($1, 1, 'Peserta', 2, 'unknown', 'uji', $2, '{[5304000000,5305000000)}')`,
    [members, text()],
  );
  const asked = { decision: newId(), key: randomBytes(16) };
  await sql(
    `insert into member_doubt (file_id, ordinal, row_key, birth_date, birth_precision, sex, programmes, doubt, decision_id, areas)
     values ($1, 1, $2, '1990-08-17', 'day', 'L', 3, '{"items": []}', $3, '{[5304000000,5305000000)}')`,
    [members, asked.key, asked.decision],
  );
  await sql(
    `insert into member_decision (decision_id, file_id, ordinal, row_key, choice, shown, why, areas, decided_by)
     values ($1, $2, 1, $3, 'new', '{"items": []}', $4, '{[5304000000,5305000000)}', 'uji')`,
    [asked.decision, members, asked.key, text()],
  );
  await sql(`insert into explanation (hash, tree) values ($1, '{"a": 1.50}')`, [Buffer.alloc(32, 7)]);

  const bill = newId();
  await sql(
    `insert into bill (bill_id, number, agreement_id, partner_id, fund_id, area, months, people, amount, issued_on, due_on, made_by)
     values ($1, 'B-5304-202611-1', $2, $3, $4, ${area}, '[24323,24324)', ${PEOPLE}, ${PEOPLE * 16_800}, '2026-11-01', '2026-11-15', 'uji')`,
    [bill, agreement, partner, fund],
  );
  const cancelledBill = newId();
  await sql(
    `insert into bill (bill_id, number, agreement_id, partner_id, fund_id, area, months, people, amount, issued_on, due_on, made_by)
     values ($1, 'B-5304-202611-2', $2, $3, $4, ${area}, '[24323,24324)', 1, 16800, '2026-11-01', '2026-11-15', 'uji')`,
    [cancelledBill, agreement, partner, fund],
  );
  await sql(
    `insert into bill_cancellation (bill_id, why, on_day, made_by, partner_id, area) values ($1, 'salah kirim', '2026-11-02', 'uji', $2, ${area})`,
    [cancelledBill, partner],
  );
  await sql(`insert into bill_series values ('B-5304-202611', 1)`);
  for (let n = 0; n < PEOPLE; n += 1) {
    const person = newId();
    const membership = newId();
    const sealed = platform.sealer.seal(person, { nik: `530401010190${9000 + n}`, mother: text() });
    await sql(
      `insert into person (person_id, name, name_key, name_turned, sex, birth_date, birth_precision, area, partners, sealed, example)
       values ($1, $2, $3, $4, 'P', '1990-01-01', 'day', ${area}, array[$5::uuid], $6, true)`,
      [person, text(), text(), text(), partner, sealed],
    );
    await sql(`insert into identifier (hash, kind, person_id) values ($1, 'nik', $2)`, [
      randomBytes(16),
      person,
    ]);
    if (n === 0) {
      await sql(
        `insert into person_completion (person_id, roster_id, sealed, nik_hash, match_hashes, area) values ($1, $2, $3, 'h', '{1}', ${area})`,
        [person, roster, sealed],
      );
      await sql(
        `insert into filling (person_id, roster_id, area, fields, residence_from) values ($1, $2, ${area}, '{mother,rt}', '2026-01-01')`,
        [person, roster],
      );
    }
    await sql(`insert into match_key values ($1, $2)`, [String(-(2n ** 62n) + BigInt(n)), person]);
    await sql(
      `insert into residence (person_id, area, rt, during, source) values ($1, ${area}, '001', '[2026-01-01,)', 'uji')`,
      [person],
    );
    await sql(
      `insert into work (person_id, work_id, occupation, occupation_text, area, during, source) values ($1, $2, 'petani', $3, ${area}, '[2026-01-01,)', 'uji')`,
      [person, newId(), text()],
    );
    await sql(
      `insert into membership (person_id, membership_id, partner_id, agreement_id, segment, grp, sector, programmes, fund_id, area, during)
       values ($1, $2, $3, $4, 'BPU', 'vulnerable', 'other', 3, $5, ${area}, '[2026-11-01,)')`,
      [person, membership, partner, agreement, fund],
    );
    await sql(
      `insert into membership_basis (person_id, membership_id, income, partner_id, area, during) values ($1, $2, 1000000, $3, ${area}, '[2026-11-01,)')`,
      [person, membership, partner],
    );
    await sql(
      `insert into bill_line (person_id, membership_id, month, bill_id, jkk, jkm, amount, explanation, partner_id, area)
       values ($1, $2, 24323, $3, 10000, 6800, 16800, $4, $5, ${area})`,
      [person, membership, bill, Buffer.alloc(32, 7), partner],
    );
    await sql(
      `insert into cover (person_id, cover_id, membership_id, partner_id, months, programmes, fund_id, evidence, bill_id, area)
       values ($1, $2, $3, $4, '[24323,24324)', 3, $5, 'ledger', $6, ${area})`,
      [person, newId(), membership, partner, fund, bill],
    );
    await sql(
      `insert into intake.prepared_row (roster_id, ordinal, person_id, is_new, name, name_key, name_turned, area, occupation, occupation_text, sealed, match_hashes, example, membership_id, work_id)
       values ($1, $2, $3, true, $4, 'k', 't', ${area}, 'petani', 'petani', $5, '{1,-2}', true, $6, $7)`,
      [roster, n + 1, person, text(), sealed, newId(), newId()],
    );
  }
  await sql(
    `insert into person_alias (alias_id, person_id, canonical_id, decided_by, reason)
     select $1, min(person_id::text)::uuid, max(person_id::text)::uuid, 'uji', $2 from person`,
    [newId(), text()],
  );
  await sql(
    `insert into duplicate_pair (first_id, second_id, first_area, second_area, verdict, rule, score, first_key, second_key)
     select min(person_id::text)::uuid, max(person_id::text)::uuid, ${area}, ${area}, 'doubtful', 'match.twoNiks', 89, 'a', 'b' from person`,
  );
  await sql(
    `insert into duplicate_decision (decision_id, first_id, second_id, choice, first_key, second_key, first_area, second_area, why, decided_by)
     select $1, min(person_id::text)::uuid, max(person_id::text)::uuid, 'different', 'a', 'b', ${area}, ${area}, $2, 'uji' from person`,
    [newId(), text()],
  );
  const batch = newId();
  await sql(
    `insert into registration_batch (batch_id, area, partner_id, people, work_place, made_by) values ($1, ${area}, $2, 1, 'residence', 'uji')`,
    [batch, partner],
  );
  await sql(
    `insert into registration_row (batch_id, ordinal, person_id, membership_id, state, reason, words, answered_by, answered_at, area, partner_id)
     select $1, 1, person_id, membership_id, 'rejected', 'registration.other', $2, 'uji', now(), ${area}, $3 from membership limit 1`,
    [batch, text(), partner],
  );
  await sql(
    `insert into mapping (mapping_id, partner_id, area, name, signature, columns, made_by)
     values ($1, $2, ${area}, 'Daftar uji', 'ab', '[{"header": "NIK", "field": "nik"}]', 'uji')`,
    [newId(), partner],
  );
  await sql(
    `insert into roster_row (roster_id, ordinal, sheet, row, verdict, reason, facts, name, area, partner_id) values ($1, 1, $2, 2, 'new', 'new.ready', '{"n": 1}', $3, ${area}, $4)`,
    [roster, text(), text(), partner],
  );
  await fillOffices(test, { area, partner, roster, agreement });
  await fillSelection(sql, text, { area, partner, agreement });
  await payTheBill(test, { bill, partner, statement, amount: PEOPLE * 16_800, area, fund });
  for (const table of ['cover_delta', 'cover_cell', 'cover_rollup']) {
    await sql(
      `insert into ${table} (area, month, segment, grp, fund_id, people, jkk, jkm, jht, jp, jkp) values (${area}, 24323, 'BPU', 'vulnerable', $1, 3, 3, 3, 0, 0, 0)`,
      [fund],
    );
  }
  await sql(
    `insert into figure (figure_id, area, measure, segment, period, value, unit, definition, source, confidence, made_by)
     values ($1, ${area}, 'coverage_percent', 'all', '2024', 42.4700, 'percent', $2, 'uji', 'uji', 'uji')`,
    [newId(), text()],
  );
  await sql(`select graphile_worker.add_job('rosters.check', $1::json, job_key => $2, max_attempts => 5)`, [
    JSON.stringify({ subjectId: roster, actorId: 'u1', language: 'id' }),
    `rosters.check:${roster}`,
  ]);
  await writeLog(test);
  return { files, content };
}

async function payTheBill(
  { database }: TestPlatform,
  paid: { bill: string; partner: string; statement: string; amount: number; area: number; fund: string },
): Promise<void> {
  const { bill, partner, statement, amount, area, fund } = paid;
  const client = await database.superuser.connect();
  const [payment, journal] = [newId(), newId()];
  await client.query('begin');
  await client.query(
    `insert into statement (statement_id, account, file_name, digest, rows, area, made_by) values ($1, '****1234', 'koran.csv', 'd', 1, $2, 'uji')`,
    [statement, area],
  );
  await client.query(
    `insert into payment (payment_id, statement_id, account, external_ref, paid_on, amount, description, area)
     values ($1, $2, '****1234', 'R1', '2026-11-10', $3, 'setor', $4)`,
    [payment, statement, amount, area],
  );
  await client.query(
    `insert into statement_row (statement_id, row, verdict, payment_id, area) values ($1, 1, 'settled', $2, $3)`,
    [statement, payment, area],
  );
  await client.query(
    `insert into allocation (allocation_id, payment_id, bill_id, amount, partner_id, area) values ($1, $2, $3, $4, $5, $6)`,
    [newId(), payment, bill, amount, partner, area],
  );
  await client.query(
    `insert into journal (journal_id, kind, cause_id, on_day, area, made_by) values ($1, 'payment', $2, '2026-11-10', $3, 'uji')`,
    [journal, payment, area],
  );
  await client.query(
    `insert into posting (posting_id, journal_id, account, fund_id, bill_id, amount, area) values
     ($1, $2, 'bank', $3, $4, $5::bigint, $7), ($6, $2, 'receivable', $3, $4, -$5::bigint, $7)`,
    [newId(), journal, fund, bill, amount, newId(), area],
  );
  await client.query('commit');
  client.release();
}

/** Two closed blocks with a gap in the ids, and entries that are in none yet. */
async function writeLog({ platform, database }: TestPlatform): Promise<void> {
  for (let block = 0; block < 3; block += 1) {
    for (let n = 0; n < 5; n += 1) {
      await record(database.superuser, {
        actor: 'terminal:uji',
        actingAs: 'rosters.accept',
        action: 'rosters.accepted',
        facts: { block, n },
      });
    }
    await database.superuser.query(`select nextval('audit_entry_id_seq')`);
    if (block < 2) await closeOpenEntries(platform.pools.app, platform.keyring);
  }
}
