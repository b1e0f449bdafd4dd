import { type Day, type Rupiah, rupiah } from '@payung/kernel';
import { getArea, listProvinces, loadAreas, shippedProvince } from '#areas';
import { listAreaFigures, loadFigures } from '#coverage';
import {
  type Agreement,
  createAgreement,
  createFund,
  createPartner,
  type FundKind,
  type Group,
  listAgreements,
  listFunds,
  listPartners,
  type Partner,
  type PartnerKind,
  type Programme,
  stepAgreement,
} from '#partners';
import { type Context, change, read } from '#platform/context';
import { findSetting, putSetting } from '#platform/settings';
import type { ExampleVillage } from './population.ts';

/** Kabupaten Belu. */
export const belu = 5_304_000_000;

/** Marks the installation as one that holds the example; before anything else, so that no part of it is ever unmarked. */
export async function markInstallation(ctx: Context): Promise<void> {
  const marked = await read(ctx, 'reference.read', (tx) => findSetting(tx, 'example'));
  if (marked === true) return;
  await change(ctx, 'reference.manage', async (tx) => {
    await putSetting(tx, 'example', true);
    await tx.record({ action: 'example.marked' });
  });
}

/** Loads the areas of the province, and the published figures about them, where they are not loaded yet. */
export async function loadProvince(ctx: Context): Promise<void> {
  const provinces = await listProvinces(ctx);
  if (!provinces.some(({ code }) => code === shippedProvince)) await loadAreas(ctx);
  if ((await listAreaFigures(ctx, shippedProvince)).length === 0) await loadFigures(ctx);
}

/** The kecamatan of a kabupaten, and its desa without the kelurahan. */
export async function villagesOf(ctx: Context, regency: number) {
  const { children: districts } = await getArea(ctx, regency);
  const places = await Promise.all(districts.map(({ code }) => getArea(ctx, code)));
  const villages = places.flatMap(({ area, children }) =>
    children
      .filter(({ kind }) => kind === 'desa')
      .map(({ code, name }): ExampleVillage => ({ code, name, district: area.name })),
  );
  return { districts: districts.map(({ name }) => name), villages };
}

/** What an agreement of the example is made of. */
interface ExampleAgreement {
  readonly partner: { readonly kind: PartnerKind; readonly name: string };
  readonly fund: { readonly kind: FundKind; readonly name: string };
  readonly number: string;
  readonly title: string;
  readonly group: Group;
  readonly from: Day;
  readonly until: Day | null;
}

const programmes: readonly Programme[] = ['JKK', 'JKM'];
const income: Rupiah = rupiah(1_000_000);

/** The agreement, made as far as it is not there yet: partner, fund, draft, signature. */
export async function ensureAgreement(ctx: Context, wanted: ExampleAgreement): Promise<Agreement> {
  const found = await findAgreement(ctx, wanted.number);
  if (found !== undefined) return signed(ctx, found);
  const partner = await ensurePartner(ctx, wanted.partner);
  const fundId = await ensureFund(ctx, wanted, partner.partnerId);
  const { number, title, group, from, until } = wanted;
  await createAgreement(ctx, {
    partnerId: partner.partnerId,
    area: belu,
    kind: 'PKS',
    number,
    title,
    segment: 'BPU',
    group,
    sector: 'other',
    programmes,
    income,
    fundId,
    from,
    until,
  });
  const made = await findAgreement(ctx, number);
  if (made === undefined) throw new Error(`agreement ${number} was made and is not there`);
  return signed(ctx, made);
}

/** The agreement of the example with this number; undefined while there is none. */
export async function findAgreement(ctx: Context, number: string): Promise<Agreement | undefined> {
  return (await listAgreements(ctx)).find((agreement) => agreement.number === number);
}

async function signed(ctx: Context, agreement: Agreement): Promise<Agreement> {
  if (agreement.stage === null || agreement.stage === 'draft') {
    await stepAgreement(ctx, agreement.agreementId, 'signed', ctx.platform.clock.today(), null);
  }
  return agreement;
}

async function ensurePartner(ctx: Context, wanted: ExampleAgreement['partner']): Promise<Partner> {
  const known = (await listPartners(ctx, belu)).find(
    ({ kind, name }) => kind === wanted.kind && name === wanted.name,
  );
  return known ?? createPartner(ctx, { ...wanted, area: belu, example: true });
}

async function ensureFund(ctx: Context, wanted: ExampleAgreement, partnerId: string): Promise<string> {
  const { kind, name } = wanted.fund;
  const year = Number(wanted.from.slice(0, 4));
  const known = (await listFunds(ctx)).find(
    (fund) => fund.partnerId === partnerId && fund.kind === kind && fund.year === year,
  );
  return (known ?? (await createFund(ctx, { kind, name, partnerId, area: belu, year }))).fundId;
}

/** The three agreements of the example, as of a month; they stay as they are once made. */
export function exampleAgreements(months: {
  readonly year: number;
  readonly before: Day;
  readonly long: Day;
  readonly lapsed: Day;
}) {
  const cooperative = { kind: 'cooperative', name: 'Koperasi Kredit Belu (contoh)' } as const;
  return {
    workers: {
      partner: { kind: 'government', name: 'Pemerintah Kabupaten Belu (contoh)' },
      fund: { kind: 'apbd_regency', name: `APBD Kabupaten Belu ${months.year}` },
      number: 'CONTOH/01/PKS/BELU',
      title: 'CONTOH: perlindungan pekerja rentan 69 desa',
      group: 'vulnerable',
      from: `${months.year}-01-01` as Day,
      until: `${months.year + 1}-01-01` as Day,
    },
    members: {
      partner: cooperative,
      fund: { kind: 'partner', name: 'Dana sosial koperasi (contoh)' },
      number: 'CONTOH/02/PKS/KOPDIT',
      title: 'CONTOH: perlindungan anggota koperasi',
      group: 'cooperative',
      from: months.before,
      until: null,
    },
    savers: {
      partner: cooperative,
      fund: { kind: 'worker', name: 'Iuran sendiri (contoh)' },
      number: 'CONTOH/03/PKS/KOPDIT',
      title: 'CONTOH: anggota yang membayar sendiri',
      group: 'self',
      from: months.long,
      until: months.lapsed,
    },
  } as const satisfies Record<string, ExampleAgreement>;
}
