/**
 * The digits of a Kemendagri code without the zeros of its lower levels: `53.04` and `5304000000` are both `5304`.
 * Undefined if the text is no code. Whether the area exists is not asked.
 */
export function areaDigits(text: string): string | undefined {
  const digits = text.replaceAll('.', '');
  if (!/^[1-9]\d(\d{2}(\d{2}(\d{4})?)?)?$/.test(digits)) return undefined;
  return digits.length < 10 ? digits : digits.replace(/(?:0000|000000|00000000)$/, '');
}

/** Whether an area is the other or lies in it. False if one of the two is no code. */
export function isWithin(area: string, other: string): boolean {
  const [inner, outer] = [areaDigits(area), areaDigits(other)];
  return inner !== undefined && outer !== undefined && inner.startsWith(outer);
}
