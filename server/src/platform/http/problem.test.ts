import { expect, test } from 'vitest';
import { type Context, change } from '#platform/context';
import { newId } from '#platform/ids';
import { testPlatform } from '#testing';
import { routes } from './env.ts';
import { problemOf } from './problem.ts';

const { platform, user, database } = await testPlatform();
const belu = 5304000000;
const ttu = 5303000000;
const [government, purse] = [newId(), newId()];
for (const [code, name] of [
  [belu, 'Belu'],
  [ttu, 'TTU'],
]) {
  await database.superuser.query(
    `insert into area (code, beyond, level, kind, name, name_key, source) values ($1::bigint, $1::bigint + 1000000, 'regency', 'kabupaten', $2, $2, 'test')`,
    [code, name],
  );
}
await database.superuser.query(
  `insert into partner (partner_id, kind, name, area) values ($1, 'government', 'Pemkab Belu', $2)`,
  [government, belu],
);
await database.superuser.query(
  `insert into fund (fund_id, kind, name, partner_id, area, year, payer, payer_citation)
   values ($1, 'apbd_regency', 'APBD Belu 2026', $2, $3, 2026, 'government', 'test')`,
  [purse, government, belu],
);

interface Row {
  readonly partner: string;
  readonly area: number;
  readonly fund: string;
  readonly kind: string;
}
const row: Row = { partner: government, area: belu, fund: purse, kind: 'PKS' };

/** What a route answers whose service records an agreement without looking first. */
async function answerTo(given: Partial<Row>): Promise<unknown> {
  const { partner, area, fund, kind } = { ...row, ...given };
  const ctx: Context = user('registration_officer', belu);
  const app = routes();
  app.onError((error, c) => problemOf(error, c, platform.log));
  app.post('/', async (c) => {
    await change(ctx, 'agreements.manage', (tx) =>
      tx.client.query(
        `insert into agreement (agreement_id, partner_id, area, kind, number, title, segment, grp, programmes, income, fund_id, during, made_by)
         values ($1, $2, $3, $4, 'B-1', 'Uji', 'BPU', 'vulnerable', 3, 1000000, $5, '[2026-01-01,)', 'test')`,
        [newId(), partner, area, kind, fund],
      ),
    );
    return c.body(null, 204);
  });
  const problem: unknown = await (await app.request('/', { method: 'POST' })).json();
  return problem;
}

// biome-ignore format: aligned table of cases
test.each([
  ['a partner that is not there',        { partner: newId() },  404, 'partners.notFound'],
  ['a fund that is not there',           { fund: newId() },     404, 'funds.notFound'],
  ['an area that is not there',          { area: 5304990000 },  404, 'areas.notFound'],
  ['an area outside the scope',          { area: ttu },         403, 'areas.outsideScope'],
  ['a null character in a text',         { kind: 'P\0' },       400, 'request.invalid'],
  ['what no user can have caused',       { kind: 'x' },         500, 'server.error'],
])('the database refuses %s', async (_, given, status, code) => {
  expect(await answerTo(given)).toMatchObject({ status, code });
});

test('two that wait for one another: one is told to try again, nothing of it was done', async () => {
  const both = Promise.withResolvers<void>();
  let waiting = 0;
  const app = routes();
  app.onError((error, c) => problemOf(error, c, platform.log));
  app.post('/:one/:other', async (c) => {
    const { one, other } = c.req.param();
    await change(user('registration_officer', belu), 'agreements.manage', async (tx) => {
      await tx.record({ action: 'test.lockedBoth' });
      await tx.client.query('select pg_advisory_xact_lock($1)', [one]);
      waiting += 1;
      if (waiting === 2) both.resolve();
      await both.promise;
      await tx.client.query('select pg_advisory_xact_lock($1)', [other]);
    });
    return c.body(null, 204);
  });
  const answers = await Promise.all(['/1/2', '/2/1'].map((path) => app.request(path, { method: 'POST' })));
  const refused = answers.find(({ status }) => status !== 204);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  expect(await refused?.json()).toMatchObject({ code: 'request.tryAgain', detail: 'Coba lagi.' });
});
