import type { Percentage } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useFormats } from '../../ui/format.ts';
import { Mark } from '../../ui/Mark.tsx';
import { FigureSource } from './FigureSource.tsx';

/**
 * The same people as a share of each published denominator, side by side. Every percentage opens to what was divided by
 * what, as defined by whom and when.
 */
export function PercentageList(props: {
  readonly percentages: readonly Percentage[];
  readonly place: string;
  readonly large?: boolean;
}) {
  const { t } = useLanguage();
  const format = useFormats();
  if (props.percentages.length === 0) return <span>{t('coverage.noDenominator')}</span>;
  return (
    <>
      {props.percentages.map(({ percent, numerator, denominator }) => (
        <details key={denominator.figureId} className="opener">
          <summary
            aria-label={t('coverage.openPercent', { percent: format.percent(percent), place: props.place })}
          >
            <span className={props.large ? 'figure' : undefined}>{format.percent(percent)}</span>{' '}
            {t('coverage.of', { denominator: Math.round(denominator.value) })}{' '}
            {denominator.estimate && <Mark tone="wait">{t('coverage.estimate')}</Mark>}
          </summary>
          <Facts
            of={[
              [t('coverage.numerator'), `${format.count(numerator)} · ${t('coverage.definition')}`],
              [t('coverage.denominator'), <Bounds key="denominator" figure={denominator} />],
              [t('figure.definition'), denominator.definition],
              [t('figure.period'), format.period(denominator.period)],
              [t('figure.source'), <FigureSource key="source" figure={denominator} />],
            ]}
          />
        </details>
      ))}
    </>
  );
}

/** A figure with its bounds, where its source gives them, and the word that it is an estimate. */
export function Bounds(props: { readonly figure: Percentage['denominator'] }) {
  const { t } = useLanguage();
  const format = useFormats();
  const { value, low, high, unit, estimate } = props.figure;
  const show = unit === 'percent' ? format.percent : (count: number) => format.count(Math.round(count));
  return (
    <>
      {show(value)}
      {low !== null && high !== null && ` (${show(low)} – ${show(high)})`}{' '}
      {estimate && <Mark tone="wait">{t('coverage.estimate')}</Mark>}
    </>
  );
}
