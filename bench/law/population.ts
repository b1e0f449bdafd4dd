import { columnRules } from '@payung/law';

/** Columns of synthetic people, the same for every run of one size. */
export type Population = ReturnType<typeof populationOf>;

/** People with all that the four rules ask: incomes and wages on both sides of every band and cap. */
export function populationOf(people: number) {
  const random = randomFrom(20_261_120);
  const whole = (least: number, most: number) =>
    Float64Array.from({ length: people }, () => least + Math.floor(random() * (most - least + 1)));
  const codes = (words: number) => Uint8Array.from({ length: people }, () => Math.floor(random() * words));
  const flags = (share: number) => Uint8Array.from({ length: people }, () => (random() < share ? 1 : 0));
  const { bpu, pu, jkm, jp } = columnRules;
  return {
    people,
    bpu: {
      income: whole(0, 6_000_000),
      sector: codes(wordsOf(bpu.fields.sector)),
      payer: codes(wordsOf(bpu.fields.payer)),
    },
    pu: {
      wage: whole(1_500_000, 16_000_000),
      riskClass: codes(wordsOf(pu.fields.riskClass)),
      labourIntensive: flags(0.1),
      arrearsFree: flags(0.9),
    },
    jkm: {
      segment: codes(wordsOf(jkm.fields.segment)),
      membershipMonths: whole(0, 24),
      memberships: whole(1, 2),
      cause: flags(0.1),
      active: flags(0.8),
    },
    jp: {
      kind: codes(wordsOf(jp.fields.kind)),
      months: whole(1, 360),
      averageWage: whole(1_500_000, 16_000_000),
      membershipMonths: whole(1, 400),
    },
  } as const;
}

function wordsOf(field: { readonly kind: string; readonly words?: readonly unknown[] }): number {
  return field.words?.length ?? 0;
}

/** Repeatable, and good enough to leave no pattern that a processor could learn. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
