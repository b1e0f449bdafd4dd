import type { MatchPerson } from '@payung/identity';
import type { Sealer } from '#platform/seal';

/**
 * Keyed hash of all that a row says of its person, as far as matching looks at it: a decision on the row holds wherever the same
 * content comes again, whatever stands in its other columns.
 */
export function rowKeyOf(sealer: Sealer, person: MatchPerson): Buffer {
  const said = [
    person.nik,
    textOf(person.name),
    person.birthDate,
    person.birthPrecision,
    person.sex,
    person.mother === undefined ? undefined : textOf(person.mother),
    person.village,
  ];
  return sealer.blindIndex('row', said.map((part) => part ?? '').join('|'));
}

function textOf(name: MatchPerson['name']): string {
  return typeof name === 'string' ? name : name.text;
}
