import { day } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { contributionOf } from './contribution.ts';
import { isOpen } from './open.ts';
import { nextStages } from './StageForm.tsx';

const terms = { income: 1_000_000, sector: 'other', programmes: ['JKK', 'JKM'] } as const;
const on = day('2026-11-21');

describe('the previewed contribution of an agreement', () => {
  test('is Rp 16.800 from a government budget, whose relief PP 50/2025 excludes', () => {
    const fund = { payer: 'government', payerCertainty: 'settled' } as const;
    expect(contributionOf({ ...terms, programmes: [...terms.programmes], fund }, on)?.value.total).toBe(
      16_800,
    );
  });

  test('is half of it for somebody who pays alone, while the relief lasts', () => {
    const fund = { payer: 'self', payerCertainty: 'settled' } as const;
    expect(contributionOf({ ...terms, programmes: [...terms.programmes], fund }, on)?.value.total).toBe(
      8_400,
    );
  });

  test('says when the law has not settled who pays', () => {
    const fund = { payer: 'government', payerCertainty: 'uncertain' } as const;
    expect(contributionOf({ ...terms, programmes: [...terms.programmes], fund }, on)?.trace.settled).toBe(
      false,
    );
  });

  test('has no answer before the law began', () => {
    const fund = { payer: 'self', payerCertainty: 'settled' } as const;
    const before = day('2014-01-01');
    expect(contributionOf({ ...terms, programmes: [...terms.programmes], fund }, before)).toBeUndefined();
  });
});

// biome-ignore format: aligned table of cases
test.each([
  ['nothing recorded yet', null,               ['draft', 'signed', 'data_received', 'awaiting_payment', 'active', 'ended']],
  ['a signed one',         'signed',           ['data_received', 'awaiting_payment', 'active', 'ended']],
  ['an active one',        'active',           ['ended']],
  ['one that ended',       'ended',            []],
] as const)('an agreement goes no step back: %s', (_, stage, next) => {
  expect(nextStages(stage)).toEqual(next);
});

// biome-ignore format: aligned table of cases
test.each([
  ['without an end',       'active', null,         true],
  ['on its last day',      'active', '2026-11-22', true],
  ['the day after',        'active', '2026-11-21', false],
  ['ended before its day', 'ended',  '2027-01-01', false],
  ['still a draft',        'draft',  null,         true],
  ['without a step yet',   null,     null,         true],
] as const)('people can become members under an agreement: %s', (_, stage, until, open) => {
  expect(isOpen({ stage, until }, on)).toBe(open);
});
