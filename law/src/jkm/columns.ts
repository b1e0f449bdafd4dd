import type { Day } from '@payung/kernel';
import { COLUMN_LIMITS, type ColumnRule } from '../engine/columns.ts';
import { Explanation } from '../engine/explain.ts';
import { EVERY_FUNERAL, NO_WAITING } from './benefit.ts';
import { funeralsOf, grantsPaid } from './formula.ts';
import { bpuWaitingMonths, deathGrant, funeralCost, funeralsPaid, periodicBenefit } from './parameters.ts';
import { CAUSES, SEGMENTS } from './rule.ts';

type Field = 'segment' | 'membershipMonths' | 'memberships' | 'cause' | 'active';

const RESULTS = ['eligible', 'santunan', 'berkala', 'funeral', 'total'] as const;
type Result = (typeof RESULTS)[number];

const BPU = SEGMENTS.indexOf('BPU');
const OTHER_CAUSE = CAUSES.indexOf('other');

/** `benefit.jkm` for a population that died on one day: `eligible` is 1 or 0, and all amounts are 0 where it is 0. */
export const jkmColumns: ColumnRule<{ readonly date: Day }, Field, Result> = {
  id: 'benefit.jkm',
  fields: {
    segment: { kind: 'word', words: SEGMENTS },
    membershipMonths: { kind: 'whole', least: 0, most: COLUMN_LIMITS.count },
    memberships: { kind: 'whole', least: 1, most: COLUMN_LIMITS.count, otherwise: 1 },
    cause: { kind: 'word', words: CAUSES, otherwise: OTHER_CAUSE },
    active: { kind: 'flag', otherwise: 1 },
  },
  results: RESULTS,
  prepare({ date }) {
    const x = new Explanation('benefit.jkm', date);
    const single = {
      grant: x.read(deathGrant),
      periodic: x.read(periodicBenefit),
      funeral: x.read(funeralCost),
    };
    const waitingMonths = x.find(bpuWaitingMonths) ?? NO_WAITING;
    const most = x.find(funeralsPaid) ?? EVERY_FUNERAL;
    return (people, { eligible, santunan, berkala, funeral, total }, from, until) => {
      const { segment, membershipMonths, memberships, cause, active } = people;
      for (let i = from; i < until; i++) {
        const isEligible = (active[i] ?? 0) === 1 && (cause[i] ?? 0) === OTHER_CAUSE;
        const paid = isEligible ? (memberships[i] ?? 0) : 0;
        const grants = grantsPaid(paid, (segment[i] ?? 0) === BPU, membershipMonths[i] ?? 0, waitingMonths);
        const funerals = funeralsOf(paid, most);
        eligible[i] = isEligible ? 1 : 0;
        santunan[i] = single.grant * grants;
        berkala[i] = single.periodic * grants;
        funeral[i] = single.funeral * funerals;
        total[i] = (single.grant + single.periodic) * grants + single.funeral * funerals;
      }
    };
  },
};
