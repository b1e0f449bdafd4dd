import { afterEach, beforeAll, expect, test } from 'vitest';
import {
  decideMember,
  forgetStrangers,
  listMemberFiles,
  listMemberReview,
  listMemberRows,
  reopenMember,
} from './index.ts';
import { memberRowsTable } from './service/export-rows.ts';
import { keptAfterNext, keptAtMost } from './service/forget-strangers.ts';
import { belu, exchangeWorld, line, member, people } from './testing/exchange-world.ts';

const { terminal, user, enrol, atambua, look } = await exchangeWorld();

const misread = (who: keyof typeof people, nik: string) => [nik, people[who][1], people[who][2]];
/** Known, in doubt, in doubt of another, of nobody here, and of no number that can be. */
const lines = [
  member(people.maria),
  member(misread('yohanes', '5304050202929091')),
  member(misread('maria', '5304054202929092')),
  member(['5304051708909055', 'Xaverius Lain Sekali', '17-08-1970']),
  member(['77', 'Hilarius Manek', '']),
];

const send = async (when: string) =>
  (
    await atambua(
      lines.map((one) => one.replace('2026-11', when)),
      { month: when },
    )
  ).fileId;

/** The file came in so many days ago. */
const age = (fileId: string, days: number) =>
  look(
    `update member_file set recorded_at = $2::timestamptz - $3 * interval '1 day' where file_id = $1`,
    fileId,
    terminal.platform.clock.now().toISOString(),
    days,
  );

const rows = (fileId: string) =>
  look<{ named: boolean }>(
    `select r.verdict, r.name is not null as named, r.nik_masked is not null as numbered, d.birth_date is not null as asked
     from member_row r left join member_doubt d using (file_id, ordinal)
     where r.file_id = $1 and r.verdict <> 'ignored' order by r.ordinal`,
    fileId,
  );

beforeAll(async () => {
  await enrol([line('yohanes'), line('maria')]);
});

afterEach(() => look('truncate member_decision, member_doubt, member_row, member_file'));

test('ninety days after the import strangers go; verdicts, reasons and whoever is of the base stay', async () => {
  const fileId = await send('2026-10');
  await decideMember(terminal, fileId, 3, { choice: 'same', candidate: 1 });
  await age(fileId, keptAtMost);
  expect(await forgetStrangers(terminal)).toBe(0);
  const deskOf = async (ctx = terminal) =>
    (await listMemberFiles(ctx)).files.find((file) => file.fileId === fileId)?.desk;
  expect(await deskOf()).toEqual({ open: 1, decided: 1, forgotten: 0 });
  const said = () =>
    look('select ordinal, verdict, reason, facts from member_row where file_id = $1 order by 1', fileId);
  const before = await said();
  await age(fileId, keptAtMost + 1);
  expect(await forgetStrangers(terminal)).toBe(1);
  expect(await said()).toEqual(before);
  expect(await rows(fileId)).toEqual([
    { verdict: 'matched', named: true, numbered: true, asked: false },
    { verdict: 'matched', named: true, numbered: true, asked: true },
    { verdict: 'doubtful', named: false, numbered: false, asked: false },
    { verdict: 'unknown', named: false, numbered: false, asked: false },
    { verdict: 'refused', named: false, numbered: false, asked: false },
  ]);
  expect(await listMemberReview(terminal, fileId, {})).toMatchObject({
    total: 1,
    decided: 1,
    file: { desk: { forgotten: 1 } },
  });
  expect(await deskOf()).toEqual({ open: 0, decided: 1, forgotten: 1 });
  expect(await deskOf(user('registration_officer', belu))).toBeNull();
  await expect(decideMember(terminal, fileId, 4, { choice: 'new' })).rejects.toMatchObject({
    code: 'rosters.notInDoubt',
  });
  expect(
    await look(`select action, facts from audit_entry where subject_id = $1 and action ~ 'orgotten'`, fileId),
  ).toEqual([{ action: 'members.strangersForgotten', facts: { rows: 3 } }]);
  expect(await forgetStrangers(terminal)).toBe(0);

  // Taken back, they are somebody whom the base may not know.
  await reopenMember(terminal, fileId, 3);
  expect(await forgetStrangers(terminal)).toBe(1);
  expect((await rows(fileId)).filter(({ named }) => named)).toHaveLength(1);
});

test('thirty days after the branch’s next file, whichever month it is of', async () => {
  const former = await send('2026-06');
  const next = await send('2026-05');
  await age(former, 60);
  await age(next, keptAfterNext);
  expect(await forgetStrangers(terminal)).toBe(0);
  await age(next, keptAfterNext + 1);
  expect(await forgetStrangers(terminal)).toBe(1);
  const named = async (fileId: string) => (await rows(fileId)).filter((row) => row.named).length;
  expect([await named(former), await named(next)]).toEqual([1, 5]);
});

test('what was decided of somebody forgotten answers the same row of a later file', async () => {
  const fileId = await send('2026-09');
  await decideMember(terminal, fileId, 3, { choice: 'new' });
  await age(fileId, keptAtMost + 1);
  await forgetStrangers(terminal);
  const { rows: asked } = await listMemberReview(terminal, await send('2026-08'), { open: true });
  expect(asked.map(({ ordinal }) => ordinal)).toEqual([4]);
});

test('a row without a name is told from one whose name was deleted, on the page and in the file', async () => {
  const { fileId } = await atambua(
    [member(['5304051708909055', '', '17-08-1970']), ...lines].map((one) =>
      one.replace('2026-11', '2026-04'),
    ),
    { month: '2026-04' },
  );
  const refused = async () => {
    const { rows: shown } = await listMemberRows(terminal, fileId, { verdict: 'refused' });
    const written: (readonly unknown[])[] = [];
    for await (const batch of (await memberRowsTable(terminal, fileId, 'refused')).rows)
      written.push(...batch);
    return shown.map(({ name, nikMasked }, at) => [name, nikMasked !== null, written[at]?.[3]]);
  };
  expect(await refused()).toEqual([
    ['', true, '(tidak ada di berkas)'],
    ['Hilarius Manek', false, 'Hilarius Manek'],
  ]);
  await age(fileId, keptAtMost + 1);
  expect(await forgetStrangers(terminal)).toBe(1);
  expect(await refused()).toEqual([
    ['', false, '(tidak ada di berkas)'],
    [null, false, '(sudah dihapus)'],
  ]);
  expect(await forgetStrangers(terminal)).toBe(0);
});

test('two servers at once: they are forgotten once, recorded once', async () => {
  const fileId = await send('2026-07');
  await age(fileId, keptAtMost + 1);
  await Promise.all([forgetStrangers(terminal), forgetStrangers(terminal)]);
  expect(
    await look(`select from audit_entry where subject_id = $1 and action ~ 'orgotten'`, fileId),
  ).toHaveLength(1);
});
