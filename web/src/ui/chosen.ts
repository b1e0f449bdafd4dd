/**
 * The option that a form field holds; the first one, which a select shows, when it holds none of them.
 *
 * @throws RangeError if there are no options
 */
export function chosenOf<T extends string>(options: readonly T[], value: FormDataEntryValue | null): T {
  const chosen = options.find((one) => one === value) ?? options[0];
  if (chosen === undefined) throw new RangeError('a choice of nothing');
  return chosen;
}
