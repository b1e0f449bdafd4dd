import { listIn, listText } from './address-list.ts';

/** A loss of the disability table as it was filled in; texts as they were typed. */
export type LossFilled = {
  readonly row: string;
  /** How many times 10 decibels or 10 %. */
  readonly units: string;
  /** What the doctor set. */
  readonly percent: string;
  /** How much of the function is lost; empty if all of it. */
  readonly functionLoss: string;
};

/** A loss before anything else is said of it. */
export function newLoss(row: string): LossFilled {
  return { row, units: '', percent: '', functionLoss: '' };
}

/** The losses in an address: `17|31:3|28::20`. */
export function lossesText(losses: readonly LossFilled[]): string {
  return listText(losses.map(({ row, units, percent, functionLoss }) => [row, units, percent, functionLoss]));
}

/** The losses that an address holds. */
export function lossesIn(text: string): readonly LossFilled[] {
  return listIn(text).map(([row = '', units = '', percent = '', functionLoss = '']) => {
    return { row, units, percent, functionLoss };
  });
}
