import type { Day } from '@payung/kernel';
import type { Regulation } from '@payung/law';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { Mark, type Tone } from '../../ui/Mark.tsx';
import { RegulationLink } from './CitationText.tsx';
import { standingOn } from './standing.ts';

const tones: Readonly<Record<ReturnType<typeof standingOn>, Tone>> = {
  inForce: 'good',
  ended: 'quiet',
  notYet: 'link',
  unknown: 'wait',
};

/** Whether a regulation holds, since when and until when, and which others changed it or took its place. */
export function Standing(props: { readonly regulation: Regulation; readonly on: Day }) {
  const { t } = useLanguage();
  const format = useFormats();
  const { regulation, on } = props;
  const { from, until, amendedBy, replacedBy } = regulation;
  const standing = standingOn(regulation, on);
  return (
    <>
      <Mark tone={tones[standing]}>{t(`lawStanding.${standing}`)}</Mark>
      <div className="law-small">
        {from !== null && until !== null && (
          <div>{t('law.fromTo', { from: format.day(from), to: format.lastBefore(until) })}</div>
        )}
        {from !== null && until === null && <div>{t('law.fromOn', { from: format.day(from) })}</div>}
        {from === null && until !== null && <div>{t('law.to', { to: format.lastBefore(until) })}</div>}
        <Others say={t('law.amendedBy')} ids={amendedBy} />
        <Others say={t('law.replacedBy')} ids={replacedBy} />
      </div>
    </>
  );
}

/** Words and the regulations they introduce; nothing without regulations. */
function Others(props: { readonly say: string; readonly ids: readonly string[] }) {
  if (props.ids.length === 0) return null;
  return (
    <div>
      {props.say} <RegulationList ids={props.ids} />
    </div>
  );
}

/** Regulations in a row, each leading to its page. */
export function RegulationList(props: { readonly ids: readonly string[] }) {
  return props.ids.map((id, place) => (
    <span key={id}>
      {place > 0 && '; '}
      <RegulationLink id={id} />
    </span>
  ));
}
