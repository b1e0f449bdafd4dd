import type { BillState } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Mark, type Tone } from '../../ui/Mark.tsx';

const tones: Readonly<Record<BillState, Tone>> = {
  unpaid: 'bad',
  partial: 'wait',
  paid: 'good',
  cancelled: 'quiet',
};

/** How much of a bill came in, or that it is owed no more. */
export function BillMark(props: { readonly state: BillState }) {
  const { t } = useLanguage();
  return <Mark tone={tones[props.state]}>{t(`billState.${props.state}`)}</Mark>;
}
