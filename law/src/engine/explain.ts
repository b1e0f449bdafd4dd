import { type Day, day, formatDay, type Rounding } from '@payung/kernel';
import { belief, FIRST_KNOWN } from './belief.ts';
import { LawError } from './error.ts';
import {
  type Basis,
  basisOf,
  type Citation,
  type Confidence,
  type Parameter,
  type Period,
  periodOn,
} from './parameter.ts';
import type { Text } from './text.ts';

/** What a trace can hold: it is stored with the decision and read again years later. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** A parameter that was read, with the period it was in force. `until` is exclusive; null if it has no end yet. */
export type ParameterRead = Basis & {
  readonly kind: 'parameter';
  readonly id: string;
  readonly text: Text;
  readonly unit: string;
  readonly value: Json;
  readonly from: Day;
  readonly until: Day | null;
  readonly checked: Day;
  /** The day we came to know the value. */
  readonly known: Day;
};

/** An intermediate result. `rounding` is present where a fraction of a rupiah could have been lost or gained. */
export type Step = {
  readonly kind: 'step';
  readonly id: string;
  readonly text: Text;
  readonly value: Json;
  readonly citation?: Citation;
  readonly confidence: Confidence;
  readonly rounding?: Rounding;
};

/** Whether a provision applied, and the code of the reason. A provision that did not apply is recorded as well. */
export type Finding = Basis & {
  readonly kind: 'finding';
  readonly id: string;
  readonly applies: boolean;
  readonly because: string;
  readonly text: Text;
};

/** A question of law that is open. `changesResult` tells whether the other reading would give another result. */
export type Uncertainty = {
  readonly kind: 'uncertainty';
  readonly id: string;
  readonly text: Text;
  readonly changesResult: boolean;
  /** The result under the other reading. */
  readonly otherwise: Json;
};

/** What a rule answered, and everything it rests on, in the order in which it was used. */
export type Result = {
  readonly kind: 'result';
  readonly rule: string;
  /** The day whose law was applied. */
  readonly on: Day;
  /** Present if the rule was asked with what was known on an earlier day. */
  readonly asKnownOn?: Day;
  readonly text: Text;
  readonly value: Json;
  readonly citation: Citation;
  /** False if an open question of law, here or in a part, would change the result: never present it as settled. */
  readonly settled: boolean;
  readonly parts: readonly TraceNode[];
};

/** One node of an explanation. Plain JSON. */
export type TraceNode = ParameterRead | Step | Finding | Uncertainty | Result;

/** A value with the reasons for it. */
export type Explained<T> = { readonly value: T; readonly trace: Result };

/** Collects the explanation of one rule while the rule computes. */
export class Explanation {
  readonly #rule: string;
  readonly #on: Day;
  readonly #path: string;
  readonly #parts: TraceNode[] = [];

  /** @param path the input field that `on` comes from, named when the law has not begun on that day */
  constructor(rule: string, on: Day, path = 'date') {
    this.#rule = rule;
    this.#on = on;
    this.#path = path;
  }

  /**
   * The parameter's value on the day of the rule.
   *
   * @throws LawError date.outOfRange if the parameter is not in force on that day, parameter.unpublished if its value is
   *   announced yearly and not known yet
   */
  read<T extends Json>(parameter: Parameter<T>): T {
    return this.pick(parameter, (value) => value, parameter.show);
  }

  /** As `read`, but undefined (and nothing recorded) if the parameter is not in force: a relief that has ended. */
  find<T extends Json>(parameter: Parameter<T>): T | undefined {
    const period = periodOn(parameter, this.#on);
    if (period === undefined) return undefined;
    this.#record(parameter, period, period.value, parameter.show(period.value));
    return period.value;
  }

  /**
   * One row of a table: only the row that was used is recorded, not the table.
   *
   * @throws LawError date.outOfRange if the parameter is not in force on that day, parameter.unpublished if its value is
   *   announced yearly and not known yet
   */
  pick<T, Row extends Json>(
    parameter: Parameter<T>,
    choose: (table: T) => Row,
    show: (row: Row) => Text,
  ): Row {
    const period = this.#inForce(parameter);
    const row = choose(period.value);
    this.#record(parameter, period, row, show(row));
    return row;
  }

  /**
   * Records nothing: for a date that must be valid although the parameter is not used.
   *
   * @throws LawError as `read`
   */
  checkInForce<T>(parameter: Parameter<T>): void {
    this.#inForce(parameter);
  }

  /** Records an intermediate result and returns it. Without a confidence it counts as arithmetic (`derived`). */
  step<T extends Json>(
    id: string,
    value: T,
    text: Text,
    basis: { citation?: Citation; confidence?: Confidence; rounding?: Rounding } = {},
  ): T {
    this.#parts.push({ kind: 'step', id, text, value, confidence: 'derived', ...basis });
    return value;
  }

  /** Records that a provision applied, or why it did not. */
  finding(finding: Omit<Finding, 'kind'>): void {
    this.#parts.push({ kind: 'finding', ...finding });
  }

  /** Records an open question of law. */
  uncertainty(uncertainty: Omit<Uncertainty, 'kind'>): void {
    this.#parts.push({ kind: 'uncertainty', ...uncertainty });
  }

  /** Takes over the explanation of another rule and returns its value. */
  include<T>({ value, trace }: Explained<T>): T {
    this.#parts.push(trace);
    return value;
  }

  /** Closes the explanation. */
  result<T extends Json>(value: T, text: Text, citation: Citation): Explained<T> {
    const parts = [...this.#parts];
    const settled = parts.every(isSettled);
    const known = belief();
    const when = { on: this.#on, ...(known !== undefined && { asKnownOn: known }) };
    return {
      value,
      trace: { kind: 'result', rule: this.#rule, ...when, text, value, citation, settled, parts },
    };
  }

  #inForce<T>(parameter: Parameter<T>): Period<T> {
    const period = periodOn(parameter, this.#on);
    if (period !== undefined) return period;
    const isAwaited = parameter.publishedUntil !== undefined && parameter.publishedUntil <= this.#on;
    throw new LawError(isAwaited ? 'parameter.unpublished' : 'date.outOfRange', this.#path, {
      accepted: inForceText(parameter, isAwaited),
    });
  }

  #record<T>(parameter: Parameter<T>, { during, source }: Period<T>, value: Json, shown: Text): void {
    const { id, label, unit, checked } = parameter;
    this.#parts.push({
      kind: 'parameter',
      id,
      text: { id: `${label.id}: ${shown.id}`, en: `${label.en}: ${shown.en}` },
      unit,
      value,
      from: during.from,
      until: during.until ?? null,
      ...basisOf(source),
      checked,
      known: source.known === undefined ? FIRST_KNOWN : day(source.known),
    });
  }
}

/** From when, or until when, a parameter has a value: what a date that has none could have been. */
export function inForceText<T>({ label, periods, publishedUntil }: Parameter<T>, isAwaited = false): Text {
  const first = periods[0]?.during.from;
  if (isAwaited && publishedUntil !== undefined) {
    return {
      id: `sebelum ${formatDay(publishedUntil, 'id')} (${label.id})`,
      en: `before ${formatDay(publishedUntil, 'en')} (${label.en})`,
    };
  }
  if (first === undefined) return label;
  return {
    id: `mulai ${formatDay(first, 'id')} (${label.id})`,
    en: `from ${formatDay(first, 'en')} (${label.en})`,
  };
}

function isSettled(node: TraceNode): boolean {
  if (node.kind === 'uncertainty') return !node.changesResult;
  return node.kind !== 'result' || node.settled;
}
