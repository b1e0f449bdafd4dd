import { listIn, listText } from './address-list.ts';

/** A child of a family's case as it was filled in; texts as they were typed. */
export type ChildFilled = {
  readonly level: string;
  readonly yearsLeft: string;
  readonly married: boolean;
  readonly work: string;
  readonly workMonths: string;
};

/** A child before anything is changed. */
export const newChild: ChildFilled = {
  level: 'SD',
  yearsLeft: '6',
  married: false,
  work: 'none',
  workMonths: '',
};

/** The children in an address: `SD:4|SMA:2::PU:3`. Never a birth date, which would tell who they are. */
export function childrenText(children: readonly ChildFilled[]): string {
  return listText(
    children.map(({ level, yearsLeft, married, work, workMonths }) => {
      return [level, yearsLeft, married ? '1' : '', work === 'none' ? '' : work, workMonths];
    }),
  );
}

/** The children that an address holds. */
export function childrenIn(text: string): readonly ChildFilled[] {
  return listIn(text).map(([level = '', yearsLeft = '', married = '', work = '', workMonths = '']) => {
    return { level, yearsLeft, married: married === '1', work: work === '' ? 'none' : work, workMonths };
  });
}
