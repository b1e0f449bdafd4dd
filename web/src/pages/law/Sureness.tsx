import { type Confidence, confidenceText } from '@payung/law';
import { useLanguage } from '../../app/language.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { isCertain } from './history.ts';

/** How we know a value, in words. What was read in a source is said quietly; the rest stands out. */
export function Sureness(props: { readonly confidence: Confidence }) {
  const { t, language } = useLanguage();
  const { confidence } = props;
  return (
    <Mark tone={isCertain(confidence) ? 'quiet' : 'wait'}>
      <span title={t(`lawSureMeans.${confidence}`)}>{confidenceText(confidence)[language]}</span>
    </Mark>
  );
}

/** The same, only where the value is less than certain. */
export function Doubt(props: { readonly confidence: Confidence }) {
  return isCertain(props.confidence) ? null : <Sureness confidence={props.confidence} />;
}
