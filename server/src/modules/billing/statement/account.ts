/**
 * The account as kept: letters of the bank, digits with all but the last four hidden, and a fingerprint that tells it from another
 * account that looks the same: `BRI ***********3304 #a1b2c3d4`. Undefined when there are fewer than four digits.
 *
 * @param fingerprintOf keyed, so that the number cannot be found by trying all
 */
export function maskAccount(text: string, fingerprintOf: (account: string) => string): string | undefined {
  const bank = text
    .toUpperCase()
    .replace(/[^A-Z]+/g, ' ')
    .trim()
    .slice(0, 40);
  const digits = text.replace(/\D/g, '').slice(0, 40);
  if (digits.length < 4) return undefined;
  const shown = `${bank} ${'*'.repeat(digits.length - 4)}${digits.slice(-4)}`.trim();
  return `${shown} #${fingerprintOf(`${bank} ${digits}`)}`;
}
