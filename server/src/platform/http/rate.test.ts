import { expect, test } from 'vitest';
import { networkOf } from './rate.ts';

// biome-ignore format: aligned table of cases
test.each([
  ['an IPv4 address',                    '203.0.113.7',                 '203.0.113.7'],
  ['an IPv4 address on a double socket', '::ffff:203.0.113.7',          '203.0.113.7'],
  ['an IPv6 address',                    '2001:db8:1:2:3:4:5:6',        '2001:db8:1:2'],
  ['its neighbour, written shorter',     '2001:0DB8:1:2::9',            '2001:db8:1:2'],
  ['another network',                    '2001:db8:1:3::9',             '2001:db8:1:3'],
  ['zeros in the first half',            '2001:db8::1',                 '2001:db8:0:0'],
  ['this machine',                       '::1',                         '0:0:0:0'],
  ['what is no address',                 'unix',                        'unix'],
])('%s is told apart as far as one caller holds it', (_, address, network) => {
  expect(networkOf(address)).toBe(network);
});
