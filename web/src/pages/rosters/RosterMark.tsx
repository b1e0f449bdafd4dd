import type { Roster, RosterState, Verdict } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Mark, type Tone } from '../../ui/Mark.tsx';

const stateTones: Readonly<Record<RosterState, Tone>> = {
  received: 'link',
  checking: 'link',
  checked: 'wait',
  accepting: 'link',
  accepted: 'good',
  undoing: 'link',
  undone: 'quiet',
  failed: 'bad',
};

const verdictTones: Readonly<Record<Verdict, Tone>> = {
  new: 'good',
  known: 'link',
  doubtful: 'wait',
  refused: 'bad',
  ignored: 'quiet',
};

/** Where a roster is on its way. */
export function RosterMark(props: { readonly state: RosterState; readonly purpose: Roster['purpose'] }) {
  const { t } = useLanguage();
  const word = props.purpose === 'record' && props.state === 'accepted' ? 'recorded' : props.state;
  return <Mark tone={stateTones[props.state]}>{t(`rosterState.${word}`)}</Mark>;
}

/** What was found for a row. */
export function VerdictMark(props: { readonly verdict: Verdict }) {
  const { t } = useLanguage();
  return <Mark tone={verdictTones[props.verdict]}>{t(`verdict.${props.verdict}`)}</Mark>;
}
