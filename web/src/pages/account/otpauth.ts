/** The seed in an otpauth address, in groups of four to be typed; empty when there is none. */
export function secretIn(uri: string): string {
  const seed = URL.canParse(uri) ? (new URL(uri).searchParams.get('secret') ?? '') : '';
  return seed.replace(/(.{4})(?=.)/g, '$1 ');
}
