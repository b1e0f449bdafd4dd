import type { Candidate, PeoplePair } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { ComparedRows } from '../rosters/ComparedRows.tsx';
import { WaterfallView } from './WaterfallView.tsx';

/** Two records side by side, differences marked, and why they look alike. */
export function PairTable(props: { readonly pair: Omit<PeoplePair, 'merged'> }) {
  const { people, ...likeness } = props.pair;
  const [one, other] = people;
  const { t } = useLanguage();
  const candidate: Candidate = { kind: 'person', place: 2, person: other, at: null, ...likeness };
  return (
    <>
      <ComparedRows
        person={one}
        candidates={[candidate]}
        first={t('pair.first')}
        headOf={() => t('pair.second', { percent: likeness.score })}
      />
      <WaterfallView waterfall={likeness.waterfall} title={t('waterfall.pair')} />
    </>
  );
}
