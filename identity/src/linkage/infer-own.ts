import type { ColumnProfile } from './infer-columns.ts';
import type { ComparisonSpec } from './spec.ts';

const sexes = new Set(
  'l p m f w lk pr male female man woman laki-laki laki2 perempuan pria wanita cowok cewek'.split(' '),
);

/** The name that a person alone bears in a household: the whole one, or the first part where it stands alone. */
export function ownName(all: readonly ColumnProfile[]): ColumnProfile | undefined {
  const names = all.filter(
    ({ kind, column }) =>
      (kind === 'name' || kind === 'namePart') && !/ibu|ayah|mother|father|parent/i.test(column),
  );
  return (
    names.find(({ kind }) => kind === 'name') ??
    names.find(({ column }) => /first|given|fore|depan/i.test(column)) ??
    names.find(({ column }) => /^(nama|name)/i.test(column))
  );
}

/** A sex tells people apart unless the name is the same, the whole or the first part where it stands alone, or a personal number. */
export function dividing(
  { kind, values }: ColumnProfile,
  all: readonly ColumnProfile[],
): Pick<ComparisonSpec, 'apartUnless'> {
  if (kind !== 'category' || !values.every((value) => value === '' || sexes.has(value))) return {};
  const own = ownName(all);
  const number = all.find(({ column }) => /nik|ktp|ssn|soc_?sec|passport|national/i.test(column));
  return own === undefined
    ? {}
    : { apartUnless: [own.column, ...(number === undefined ? [] : [number.column])] };
}
