import type { Context as HonoContext } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { DatabaseError } from 'pg';
import type { Logger } from '#platform/log';
import { languageOf, say } from '#platform/messages';
import { type Facts, Refusal, type RefusalCode } from '#platform/refusal';
import type { Env } from './env.ts';

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

/**
 * Turns any error into a problem document. Refusals keep their code and facts; everything unknown is a bare 500 with the
 * number of the request, and its cause goes to the log only.
 */
export function problemOf(error: unknown, c: HonoContext<Env>, log: Logger): Response {
  const refusal = refusalOf(error);
  const requestId = c.var.requestId ?? 'unknown';
  if (refusal === undefined) log.error({ err: error, requestId }, 'request failed');
  const code = refusal?.code ?? 'server.error';
  const facts: Facts = refusal?.facts ?? {};
  const status = refusal?.status ?? 500;
  const message = say(languageOf(c.req.header('accept-language')), code, facts);
  return new Response(
    JSON.stringify({
      type: `urn:payung:problem:${code}`,
      title: message.text,
      status,
      detail: message.remedy,
      code,
      facts,
      requestId,
    }),
    {
      status,
      headers: {
        'content-type': 'application/problem+json; charset=utf-8',
        ...(typeof facts.seconds === 'number' ? { 'retry-after': String(facts.seconds) } : {}),
      },
    },
  );
}

function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof HTTPException) {
    // The framework throws these for what it cannot parse: a body that is no JSON, a path that is no text.
    const code = error.status === 404 ? 'request.notFound' : 'request.invalid';
    return new Refusal(code, { path: 'body', problem: 'unreadable' });
  }
  return error instanceof DatabaseError ? refusalOfDatabase(error) : undefined;
}

function refusalOfDatabase(error: DatabaseError): Refusal | undefined {
  const constraint = error.constraint ?? '';
  const code = refusalOfConstraint[constraint];
  if (code !== undefined) return new Refusal(code);
  // Deadlock: two waited for one another, and the database ended this one. It is not repeated for the user, who sees the other's work first.
  if (error.code === '40P01') return new Refusal('request.tryAgain');
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
