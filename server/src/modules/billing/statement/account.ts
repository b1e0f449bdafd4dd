/**
 * The account as kept: letters of the bank and digits, all but the last four digits hidden: `BRI ***********3304`. Undefined
 * when there are fewer than four digits.
 */
export function maskAccount(text: string): string | undefined {
  const bank = text
    .toUpperCase()
    .replace(/[^A-Z]+/g, ' ')
    .trim()
    .slice(0, 40);
  const digits = text.replace(/\D/g, '').slice(0, 40);
  if (digits.length < 4) return undefined;
  return `${bank} ${'*'.repeat(digits.length - 4)}${digits.slice(-4)}`.trim();
}
