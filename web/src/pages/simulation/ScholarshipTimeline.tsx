import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import type { LevelRun } from './scholarship-years.ts';

/**
 * The years of a child's scholarship, a bar for each level on an axis of years. The words above a bar say all that it shows.
 *
 * @param props.firstYear the year of the claim
 * @param props.length years on the axis; the same for all children of a family, so that their bars compare
 */
export function ScholarshipTimeline(props: {
  readonly runs: readonly LevelRun[];
  readonly firstYear: number;
  readonly length: number;
}) {
  const { t } = useLanguage();
  const format = useFormats();
  const { runs, firstYear, length } = props;
  return (
    <ol className="timeline">
      {runs.map(({ level, perYear, years }) => {
        const [from, to] = [years.at(0)?.offset ?? 0, years.at(-1)?.offset ?? 0].map((offset) =>
          String(firstYear + offset),
        );
        const past = years.filter(({ isPastAge }) => isPastAge === true).length;
        return (
          <li key={level} className={`timeline-${level}`}>
            <span className="timeline-level">
              <strong>{t(`level.${level}`)}</strong> {from === to ? from : `${from}–${to}`}
            </span>
            <span className="timeline-sum">
              {t('simulation.yearsTimes', {
                count: years.length,
                perYear: format.money(perYear),
                sum: format.money(perYear * years.length),
              })}
            </span>
            <span
              className="timeline-bar"
              aria-hidden="true"
              style={{ gridTemplateColumns: `repeat(${length}, 1fr)` }}
            >
              {years.map(({ offset, isPastAge }) => (
                <span
                  key={offset}
                  className={isPastAge === true ? 'past' : undefined}
                  style={{ gridColumn: offset + 1 }}
                />
              ))}
            </span>
            {past > 0 && <span className="timeline-past">{t('simulation.pastAge', { count: past })}</span>}
          </li>
        );
      })}
    </ol>
  );
}
