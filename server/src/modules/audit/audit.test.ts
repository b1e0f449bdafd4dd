import { beforeEach, describe, expect, test } from 'vitest';
import { type Role, roleHolds, roles } from '#platform/access';
import { record } from '#platform/audit';
import { newKeyringDocument, openKeyring } from '#platform/seal';
import { testPlatform } from '#testing';
import { createApp } from '../../api.ts';
import { checkAudit, closeAuditHead } from './index.ts';

const { platform, database, terminal, user } = await testPlatform();

const write = () =>
  record(database.superuser, {
    actor: 'terminal:uji',
    actingAs: 'rosters.accept',
    action: 'rosters.accepted',
  });

async function openEntries(): Promise<number> {
  const { rows } = await database.superuser.query('select count(*)::int as open from audit_open');
  return rows[0]?.open;
}

const headFor = (role: Role) =>
  createApp({ platform, authenticate: async () => user(role, 5300000000) }).request('/api/audit/head');

test('before anything was recorded there is no head', async () => {
  const answer = await headFor('auditor');
  expect([answer.status, await answer.json()]).toEqual([200, { head: null }]);
  expect(await closeAuditHead(terminal)).toBeUndefined();
});

describe('with entries', () => {
  beforeEach(async () => {
    await write();
  });

  test('the head at the terminal takes in what is open, and the interface gives the same', async () => {
    const before = await closeAuditHead(terminal);
    await write();
    const head = await closeAuditHead(terminal);
    expect(head).toMatchObject({ block: (before?.block ?? 0) + 1, entries: (before?.entries ?? 0) + 1 });
    expect(await openEntries()).toBe(0);
    const answer = (await (await headFor('auditor')).json()) as { head: object };
    expect(answer.head).toMatchObject({ block: head?.block, fingerprint: head?.fingerprint });
  });

  test.each(roles)('%s is told the head if and only if the role may read the log', async (role) => {
    expect((await headFor(role)).status).toBe(roleHolds(role, 'audit.read') ? 200 : 403);
  });

  test("a verification finds the log whole by our key, and unknown by a stranger's", async () => {
    const head = await closeAuditHead(terminal);
    if (head === undefined) throw new Error('there is a head');
    expect(await checkAudit(terminal, { head })).toMatchObject({
      intact: true,
      fingerprint: head.fingerprint,
    });
    const stranger = openKeyring(newKeyringDocument()).audit.publicKey;
    const { intact, findings } = await checkAudit(terminal, { publicKeys: [stranger] });
    expect(intact).toBe(false);
    expect(new Set(findings.map((finding) => finding.code))).toEqual(new Set(['block.unknownKey']));
  });

  test('nobody without the right verifies or closes', async () => {
    const planner = user('planner', 5300000000);
    const before = await openEntries();
    await expect(checkAudit(planner)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(closeAuditHead(planner)).rejects.toMatchObject({ code: 'auth.forbidden' });
    expect(await openEntries()).toBe(before);
  });
});
