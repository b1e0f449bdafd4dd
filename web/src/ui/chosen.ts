/** The option that a form field holds; the first one, which a select shows, when it holds none of them. */
export function chosenOf<T extends string>(
  options: readonly [T, ...T[]],
  value: FormDataEntryValue | null,
): T {
  return options.find((one) => one === value) ?? options[0];
}
