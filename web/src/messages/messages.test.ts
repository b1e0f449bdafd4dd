import { expect, test } from 'vitest';
import { catalogues, sayIn } from './index.ts';

const sources = Object.entries(
  import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }),
).filter(([path]) => !path.includes('.test.') && !path.startsWith('./'));
const code = sources.map(([, text]) => text).join('\n');

const keys = Object.keys(catalogues.id) as (keyof typeof catalogues.id)[];

test('every text is said somewhere', () => {
  expect(sources.length).toBeGreaterThan(50);
  const unused = keys.filter((key) => {
    const family = `${key.split('.')[0]}.\${`;
    return !code.includes(`'${key}'`) && !code.includes(family);
  });
  expect(unused).toEqual([]);
});

test('facts are put in, and numbers grouped as the language groups them', () => {
  const facts = { percent: '4%', place: 'Belu' };
  expect(sayIn('id')('home.openBills', { count: 1200, sum: 'Rp 5' })).toContain('1.200 ');
  expect(sayIn('en')('home.openBills', { count: 1200, sum: 'Rp 5' })).toContain('1,200 ');
  expect(sayIn('en')('coverage.openPercent', facts)).toBe('4% in Belu: open numerator and denominator');
});
