import { day } from '@payung/kernel';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type OtherPayer,
  payersElsewhere,
  payingElsewhere,
  type StandingCover,
  type WantedMembership,
} from './index.ts';

const standing = (partnerId: string, more: Partial<StandingCover> = {}): StandingCover => ({
  personId: 'p',
  membershipId: `${partnerId}-${more.segment ?? 'BPU'}`,
  partnerId,
  segment: 'BPU',
  programmes: ['JKK', 'JKM'],
  fundId: partnerId,
  fundKind: 'apbd_regency',
  area: 5_304_052_001,
  from: day('2026-01-01'),
  until: null,
  state: 'paid',
  paidThrough: null,
  ...more,
});

const terms = { partnerId: 'ours', programmes: ['JKK', 'JKM'], fundKind: 'csr' } as const;
const bpu = { ...terms, segment: 'BPU' } as const;
const pu = { ...terms, segment: 'PU' } as const;
const self = { ...bpu, fundKind: 'worker' } as const;
const old = { ...bpu, programmes: ['JHT'] } as const;
const briefly = (payer: OtherPayer | undefined) => payer && `${payer.by} ${payer.state}`;

describe('who pays for somebody already', () => {
  const wage = { segment: 'PU' } as const;
  const agreed = { state: 'none' } as const;

  // biome-ignore format: aligned table of cases
  test.each<[string, WantedMembership | undefined, StandingCover, string | undefined, string | undefined]>([
    // beside             wanted     already                                               pays or agreed       to be minded
    ['nobody',            bpu,       standing('ours'),                                     undefined,           undefined],
    ['another fund',      bpu,       standing('other'),                                    'fund active',       'fund active'],
    ['tolerated',         bpu,       standing('other', { state: 'tolerated' }),            'fund active',       'fund active'],
    ['only agreed',       bpu,       standing('other', agreed),                            'fund agreed',       undefined],
    ['stated no more',    bpu,       standing('bpjs', { ...agreed, fundKind: 'bpjs' }),    undefined,           undefined],
    ['stated by BPJS',    bpu,       standing('bpjs', { fundKind: 'bpjs' }),               'fund active',       'fund active'],
    ['a wage',            bpu,       standing('other', wage),                              'fund active',       'fund active'],
    ['our own wage',      bpu,       standing('ours', wage),                               'fund active',       'fund active'],
    ['two wages',         pu,        standing('other', wage),                              'employer active',   'employer active'],
    ['a wage agreed',     pu,        standing('other', { ...wage, ...agreed }),            'employer agreed',   'employer agreed'],
    ['a fund, for wages', pu,        standing('other'),                                    'fund active',       'fund active'],
    ['own money, for wages', pu,     standing('other', { fundKind: 'worker' }),            undefined,           undefined],
    ['a wage, for own money', self,  standing('other', wage),                              undefined,           undefined],
    ['a fund, for own money', self,  standing('other'),                                    'fund active',       'fund active'],
    ['own money, for a fund', bpu,   standing('other', { fundKind: 'worker' }),            'fund active',       'fund active'],
    ['other programmes',  old,       standing('other'),                                    undefined,           undefined],
    ['projects',          pu,        standing('other', { segment: 'JAKON' }),              'fund active',       'fund active'],
    ['enrolling nobody',  undefined, standing('ours'),                                     'fund active',       'fund active'],
    ['the same, a wage',  undefined, standing('ours', wage),                               'employer active',   'employer active'],
  ])('%s', (_, wanted, already, pays, minded) => {
    expect(payersElsewhere([already], wanted).map(briefly)).toEqual(pays === undefined ? [] : [pays]);
    expect(briefly(payingElsewhere([already], wanted))).toBe(minded);
  });

  test('in whatever order they stand: funds before employers, who pays before who agreed', () => {
    const all = [
      standing('a'),
      standing('b', agreed),
      standing('c', wage),
      standing('d', { ...wage, ...agreed }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 4 }), (shuffled) => {
        expect(payersElsewhere(shuffled, pu).map(({ membership }) => membership.partnerId)).toEqual([
          'a',
          'b',
          'c',
          'd',
        ]);
      }),
    );
  });
});
