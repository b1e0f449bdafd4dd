import type { Tx } from '#platform/context';

/** Facts about this installation. */
export interface Settings {
  /** True when it holds the example: every page says so. */
  readonly example: boolean;
}

/** The value of a setting; undefined when it was never set. */
export async function findSetting<K extends keyof Settings>(
  tx: Tx,
  key: K,
): Promise<Settings[K] | undefined> {
  const row = await tx.db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value as Settings[K] | undefined;
}

/** Sets a fact about this installation; it replaces what was set before. */
export async function putSetting<K extends keyof Settings>(
  tx: Tx,
  key: K,
  value: Settings[K],
): Promise<void> {
  const written = JSON.stringify(value);
  await tx.db
    .insertInto('setting')
    .values({ key, value: written })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: written }))
    .execute();
}
