import { expect, test } from 'vitest';
import { secretIn } from './otpauth.ts';

// biome-ignore format: aligned table of cases
test.each([
  ['the seed in groups of four',     'otpauth://totp/Payung:a%40b?secret=JBSWY3DPEHPK3PXP&issuer=Payung', 'JBSW Y3DP EHPK 3PXP'],
  ['a last group that is shorter',   'otpauth://totp/x?secret=JBSWY3',                                    'JBSW Y3'],
  ['an address without a seed',      'otpauth://totp/x',                                                  ''],
  ['no address',                     'JBSWY3DP',                                                          ''],
])('%s', (_, uri, shown) => {
  expect(secretIn(uri)).toBe(shown);
});
