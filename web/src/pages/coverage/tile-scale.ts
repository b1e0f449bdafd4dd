/** A step of the colour scale: percentages from `from` on, as dark as its number says; `ink` is readable on it. */
interface ScaleStep {
  readonly from: number;
  readonly fill: string;
  readonly ink: string;
}

const dark = '#10282a';
const white = '#ffffff';

/** From pale to deep. The last step begins at full coverage of the target most often named, 80 %. */
export const scale: readonly [ScaleStep, ...ScaleStep[]] = [
  { from: 0, fill: '#f2f7f5', ink: dark },
  { from: 5, fill: '#d5e8e8', ink: dark },
  { from: 20, fill: '#a9d1d2', ink: dark },
  { from: 40, fill: '#7ab9bb', ink: dark },
  { from: 60, fill: '#0f6a70', ink: white },
  { from: 80, fill: '#063b40', ink: white },
];

/** The step of a percentage; above 100 % it is the last one. */
export function stepOf(percent: number): ScaleStep {
  return scale.findLast(({ from }) => percent >= from) ?? scale[0];
}
