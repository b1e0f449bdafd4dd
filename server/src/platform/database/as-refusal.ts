import { DatabaseError } from 'pg';
import { Refusal, type RefusalCode } from '#platform/refusal';

/** Database constraints whose violation is an answer to the user, not a fault of ours. */
const refusalOfConstraint: Readonly<Record<string, RefusalCode>> = {
  membership_no_overlap: 'memberships.overlap',
  agreement_number_once: 'agreements.exists',
  partner_name_once: 'partners.exists',
  bill_line_once: 'billing.alreadyBilled',
  bill_cancellation_pkey: 'billing.cancelledAlready',
  fund_once: 'funds.exists',
  decree_number_once: 'decrees.exists',
  local_rule_one_at_a_time: 'selection.ruleOverlaps',
  local_rule_version_once: 'selection.ruleOverlaps',
  proposal_other_checker: 'selection.ownList',
  office_seat_one_holder: 'offices.seatTaken',
  office_holding_once: 'offices.seatTaken',
  job_seeker_once: 'seekers.recordedAlready',
  roster_file_once: 'rosters.sentElsewhere',
  roster_file_recorded_once: 'rosters.sentElsewhere',
};

/** Columns that point to what the caller named, when it is not there. */
const refusalOfReference: Readonly<Record<string, RefusalCode>> = {
  area: 'areas.notFound',
  partner_id: 'partners.notFound',
  fund_id: 'funds.notFound',
  agreement_id: 'agreements.notFound',
};

/** Two waited for one another, or saw what the other changed, and the database ended this one: nothing of it was done. */
const outrun: readonly (string | undefined)[] = ['40P01', '40001'];

/** What an error says to the user, at whichever door: a refusal, or what the database refuses for a reason of theirs; undefined for a fault of ours. */
export function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  return error instanceof DatabaseError ? refusalOfDatabase(error) : undefined;
}

function refusalOfDatabase(error: DatabaseError): Refusal | undefined {
  const constraint = error.constraint ?? '';
  const code = refusalOfConstraint[constraint];
  if (code !== undefined) return new Refusal(code);
  // It is not repeated for the user, who sees the other's work first.
  if (outrun.includes(error.code)) return new Refusal('request.tryAgain');
  // A null character, which no text column takes.
  if (error.code === '22021') return new Refusal('request.invalid', { path: 'body', problem: 'unreadable' });
  // A row-level policy refused the new row: it lies outside the scope.
  if (error.code === '42501' && error.message.includes('row-level security')) {
    return new Refusal('areas.outsideScope');
  }
  if (error.code !== '23503') return undefined;
  const column = /_(area|partner_id|fund_id|agreement_id)_fkey$/.exec(constraint)?.[1] ?? '';
  const missing = refusalOfReference[column];
  // Under row-level security the database does not say which value it missed.
  return missing === undefined ? undefined : new Refusal(missing, { code: '?' });
}
