import type { Day } from '@payung/kernel';
import { COLUMN_LIMITS, type ColumnRule, lowerOf } from '../engine/columns.ts';
import { Explanation } from '../engine/explain.ts';
import { NO_WAITING } from './benefit.ts';
import { grantsPaid } from './formula.ts';
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
    const most = x.find(funeralsPaid) ?? COLUMN_LIMITS.count;
    return (people, { eligible, santunan, berkala, funeral, total }, from, until) => {
      const { segment, membershipMonths, memberships, cause, active } = people;
      for (let i = from; i < until; i++) {
        // As 1 or 0, and multiplied: the flags of people in no order are no branch that could be foreseen.
        const isEligible = Number(cause[i] === OTHER_CAUSE) * (active[i] ?? 0);
        const members = membershipMonths[i] ?? 0;
        const grants =
          isEligible * grantsPaid(memberships[i] ?? 0, segment[i] === BPU, members, waitingMonths);
        const funerals = isEligible * lowerOf(memberships[i] ?? 0, most);
        eligible[i] = isEligible;
        santunan[i] = single.grant * grants;
        berkala[i] = single.periodic * grants;
        funeral[i] = single.funeral * funerals;
        total[i] = (single.grant + single.periodic) * grants + single.funeral * funerals;
      }
    };
  },
};
