import { rupiah } from '@payung/kernel';
import { type Explained, Explanation, type Json } from '../engine/explain.ts';
import { type Citation, periodOn, sourceOn } from '../engine/parameter.ts';
import type { Text } from '../engine/text.ts';
import { PERMENAKER_1_2025, PERMENAKER_1_2025_DAY } from '../register/permenaker-1-2025.ts';
import type { HeirsInput, HeirsPaid, Reading } from './heirs-model.ts';
import {
  adultAge,
  civilAdultAge,
  courtHeirs,
  type HeirRank,
  jhtHeirs,
  jkkHeirs,
  jkmHeirs,
  notarialWill,
} from './heirs-parameters.ts';
import { COURT_RANK, type Payees, payeesOf, settle } from './heirs-payees.ts';
import * as texts from './heirs-texts.ts';

const RULE = 'claim.heirs';
const ORDERS = { JKK: jkkHeirs, JKM: jkmHeirs, JHT: jhtHeirs } as const;
const COURT: Citation = { ...PERMENAKER_1_2025, article: 'Pasal 79 ayat (2b)' };

/**
 * Which of those left behind are paid, and how much each, explained. Only the first rank in which someone lives is paid;
 * inside it, where the text gives no order, the relations in turn; among the heirs of one relation, equal parts by head, the
 * rupiah left over to those named first. Each of these three is shown as open, with the other reading if it can be computed.
 *
 * Whether a benefit is due at all is decided by the programme's own rule.
 *
 * @law PP 44/2015 Pasal 37 ayat (5) and Pasal 40 ayat (2); PP 46/2015; Permenaker 5/2021 Pasal 79, as amended by Permenaker 1/2025
 * @throws LawError date.outOfRange before July 2015
 */
export function heirs(input: HeirsInput): Explained<HeirsPaid> {
  const x = new Explanation(RULE, input.date);
  const order = ORDERS[input.programme];
  const ranks = x.read(order);
  const reading: Reading = {
    isTogether: false,
    needsNotary: input.will !== undefined && x.find(notarialWill) === true,
    knowsCourt: input.relatives.some(({ kinship }) => kinship === 'other') && x.find(courtHeirs) === true,
    isCourtFirst: false,
    adultAge: x.read(adultAge),
  };
  const paid = payeesOf(input, ranks, reading);
  noteRanks(x, input, ranks, reading, paid);
  const answer = settle(input, paid, reading);
  noteDivision(x, input, answer);
  noteOpenQuestions(x, input, ranks, reading, answer);
  const fund = input.programme === 'JHT' ? texts.estateOffice : texts.socialSecurityFund;
  const text = answer.eligible
    ? texts.paid([...new Set(answer.heirs.map(({ relation }) => relation))], answer.heirs.length)
    : texts.nobody(fund);
  return x.result(answer, text, sourceOn(order, input.date).citation);
}

function noteRanks(
  x: Explanation,
  { date, programme, will, relatives }: HeirsInput,
  ranks: readonly HeirRank[],
  { knowsCourt }: Reading,
  paid: Payees | undefined,
): void {
  const source = sourceOn(ORDERS[programme], date);
  for (const row of ranks.filter(({ rank }) => rank <= (paid?.rank ?? COURT_RANK))) {
    const applies = row.rank === paid?.rank;
    const missing = will === undefined ? 'heirs.noWill' : 'heirs.willNotNotarial';
    const because = applies ? 'living' : row.kinds.includes('named') ? missing : 'none';
    x.finding({
      id: `heirs.rank.${row.rank}`,
      applies,
      because,
      text: texts.rank(row, because),
      ...source,
    });
  }
  const isCourt = paid?.rank === COURT_RANK;
  const isAsked = relatives.some(({ kinship, isAlive }) => kinship === 'other' && isAlive);
  if (isCourt || (paid === undefined && knowsCourt && isAsked)) {
    x.finding({
      id: 'heirs.court',
      applies: isCourt,
      because: isCourt ? 'living' : 'heirs.courtDetermination',
      text: texts.court(isCourt),
      citation: COURT,
      confidence: 'quoted',
    });
  }
}

function noteDivision(x: Explanation, { amount, funeral }: HeirsInput, { heirs: paid }: HeirsPaid): void {
  if (paid.length < 2) return;
  const convention = { confidence: 'convention' } as const;
  const parts = paid.map((heir) => heir.amount);
  x.step('heirs.amounts', parts, texts.division(texts.benefit, amount, paid.length), convention);
  if (funeral === undefined || funeral === 0) return;
  const costs = paid.map((heir) => heir.funeral ?? rupiah(0));
  x.step('heirs.funeral', costs, texts.division(texts.funeral, funeral, paid.length), convention);
}

function noteOpenQuestions(
  x: Explanation,
  input: HeirsInput,
  ranks: readonly HeirRank[],
  reading: Reading,
  answer: HeirsPaid,
): void {
  const under = (other: Partial<Reading>) => {
    const read = { ...reading, ...other };
    const otherwise = settle(input, payeesOf(input, ranks, read), read);
    return JSON.stringify(otherwise) === JSON.stringify(answer) ? undefined : otherwise;
  };
  const note = (id: string, text: Text, otherwise: Json | undefined) => {
    if (otherwise !== undefined) x.uncertainty({ id, text, changesResult: true, otherwise });
  };
  const paidRank = answer.eligible ? ranks.find(({ rank }) => rank === answer.rank) : undefined;
  note('heirs.order_in_rank', texts.orderOpen(paidRank?.kinds ?? []), under({ isTogether: true }));
  if (answer.heirs.length > 1) note('heirs.equal_parts', texts.partsOpen, null);
  const civil = periodOn(civilAdultAge, input.date)?.value ?? reading.adultAge;
  note('heirs.adult_age', texts.ageOpen(reading.adultAge, civil), under({ adultAge: civil }));
  // From its first doubtful day on a death may lie under it, and to whom it applies stays open after the last one.
  if (input.date >= PERMENAKER_1_2025_DAY.doubtful.first) {
    note(
      'heirs.notarial_will',
      texts.willOpen(reading.needsNotary),
      under({ needsNotary: !reading.needsNotary }),
    );
    const other = under({ knowsCourt: !reading.knowsCourt }) ?? under({ isCourtFirst: true });
    if (input.relatives.some(({ hasDetermination }) => hasDetermination))
      note('heirs.court_determination', texts.courtOpen(), other);
  }
  const isOfRankOne = answer.eligible && answer.rank === 1;
  const diedFirst = input.relatives.some(({ kinship, isAlive }) => kinship === 'child' && !isAlive);
  const hasGrandchild = input.relatives.some(({ kinship, isAlive }) => kinship === 'grandchild' && isAlive);
  if (isOfRankOne && diedFirst && hasGrandchild) note('heirs.representation', texts.representationOpen, null);
  if (input.programme === 'JKK' && answer.toSocialSecurityFund > 0)
    note('heirs.jkk_rest', texts.jkkRestOpen, null);
}
