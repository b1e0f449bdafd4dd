import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { day, rupiah } from '@payung/kernel';
import { loadAreas } from '../server/src/modules/areas/index.ts';
import { createAgreement, createFund, createPartner } from '../server/src/modules/partners/index.ts';
import { fixedClock } from '../server/src/platform/clock/index.ts';
import { type Context, terminalActor } from '../server/src/platform/context/index.ts';
import { type LocalPlatform, startPlatform } from '../server/src/serve/platform.ts';

const province = 5_300_000_000;

/** First day of the memberships that measured rosters open. */
export const startsOn = day('2026-11-01');

/** A register of its own, on an embedded PostgreSQL, in which something is measured. */
export interface World {
  /** Where its database, keys and files lie. */
  readonly data: string;
  readonly local: LocalPlatform;
  readonly ctx: Context;
}

/** Opens the register of a directory; the first time it is empty but for the areas. */
export async function openWorld(directory: string): Promise<World> {
  const data = join(directory, 'data');
  await mkdir(data, { recursive: true });
  // The database's own user must be able to enter.
  await chmod(directory, 0o711);
  const local = await startPlatform({
    env: { PAYUNG_DATA: data },
    cwd: directory,
    clock: fixedClock('2026-11-20T04:00:00Z'),
  });
  const ctx: Context = {
    platform: local.platform,
    actor: terminalActor('bench'),
    language: 'id',
    requestId: 'bench',
  };
  await loadAreas(ctx);
  return { data, local, ctx };
}

/** A partner that answers for the province, and its fund. */
export async function newPartner(
  ctx: Context,
  name = 'Pemerintah Provinsi NTT (ukur)',
): Promise<{ partnerId: string; fundId: string }> {
  const { partnerId } = await createPartner(ctx, {
    kind: 'government',
    name,
    area: province,
  });
  const { fundId } = await createFund(ctx, {
    kind: 'apbd_province',
    name: 'APBD Provinsi (ukur)',
    partnerId,
    area: province,
    year: 2026,
  });
  return { partnerId, fundId };
}

/** An agreement of the partner; returns its id. @param number tells it from the partner's others */
export function newAgreement(
  ctx: Context,
  { partnerId, fundId }: { readonly partnerId: string; readonly fundId: string },
  number: string,
): Promise<string> {
  return createAgreement(ctx, {
    partnerId,
    area: province,
    kind: 'PKS',
    number,
    title: 'Pengukuran',
    segment: 'BPU',
    group: 'vulnerable',
    sector: 'other',
    programmes: ['JKK', 'JKM'],
    income: rupiah(1_000_000),
    fundId,
    from: day('2026-01-01'),
    until: null,
  });
}
