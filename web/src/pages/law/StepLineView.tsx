import { useElementSize } from '@mantine/hooks';
import type { Day } from '@payung/kernel';
import type { ShownParameter, ShownRow } from '@payung/law';
import { useId } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { type Measure, measureOf, stepLine } from './step-line.ts';

const height = 260;

/** What a piece without a value is called, and how the key explains it. */
const gapWords = {
  value: 'law.none',
  none: 'law.none',
  unknown: 'law.noFigure',
  awaited: 'law.awaited',
} as const;
const keyWords = { none: 'law.keyNone', unknown: 'law.keyUnknown', awaited: 'law.keyAwaited' } as const;

/** The history of a parameter as a line in steps. Drawn as wide as there is room, so that its words keep their size. */
export function StepLineView(props: { readonly parameter: ShownParameter; readonly on: Day }) {
  const { parameter, on } = props;
  const { t, language } = useLanguage();
  const format = useFormats();
  const { ref, width } = useElementSize<HTMLElement>();
  const id = useId();
  const size = width === 0 ? 640 : width;
  const figure = figureIn(format, measureOf(parameter.unit));
  // The room of the widest figure beside the line, some 7 pixels a letter.
  const values = parameter.rows.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  const left = 14 + 7 * Math.max(5, ...values.map((value) => figure(value).length));
  const line = stepLine(parameter, on, { left, right: size - 6, top: 14, bottom: height - 26 });
  const title = t('law.lineTitle', { name: parameter.label[language] });
  const first = line.levels[0]?.row;
  const last = line.levels.at(-1)?.row;
  return (
    <figure ref={ref} style={{ margin: 0 }}>
      <svg
        className="step-line"
        viewBox={`0 0 ${size} ${height}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-description`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-description`}>
          {t('law.lineAbout', {
            count: line.levels.length,
            first: first?.text?.[language] ?? '–',
            from: format.day(first?.from ?? null),
            last: last?.text?.[language] ?? '–',
            to: format.day(last?.from ?? null),
          })}
        </desc>
        {line.gaps.map(({ x1, x2, row }) => (
          <rect
            key={row.from}
            className={`gap gap-${row.state}`}
            x={x1}
            y={14}
            width={Math.max(x2 - x1, 1)}
            height={height - 40}
          >
            <title>{`${spanText(row)}: ${t(gapWords[row.state])}`}</title>
          </rect>
        ))}
        {line.heights.map(({ y, value }) => (
          <g key={value}>
            <line className="height" x1={left} x2={size - 6} y1={y} y2={y} />
            <text x={left - 8} y={y + 4} textAnchor="end">
              {figure(value)}
            </text>
          </g>
        ))}
        {line.times.map(({ x, month, isYear }) => (
          <g key={month}>
            <line className="height" x1={x} x2={x} y1={height - 26} y2={height - 21} />
            <text x={x} y={height - 6} textAnchor="middle">
              {isYear ? month.slice(0, 4) : format.month(month)}
            </text>
          </g>
        ))}
        {line.onX !== undefined && (
          <line className="on" x1={line.onX} x2={line.onX} y1={8} y2={height - 26} />
        )}
        {line.rises.map(({ x, y1, y2 }) => (
          <line key={x} className="rise" x1={x} x2={x} y1={y1} y2={y2} />
        ))}
        {line.levels.map(({ x1, x2, y, row, certain }) => (
          <line key={row.from} className={certain ? 'level' : 'level doubtful'} x1={x1} x2={x2} y1={y} y2={y}>
            <title>{`${spanText(row)}: ${row.text?.[language] ?? ''}`}</title>
          </line>
        ))}
      </svg>
      <figcaption>
        <ul className="law-key">
          <li>
            <span className="law-swatch law-swatch-on" />
            {format.day(on)}
          </li>
          {line.levels.some(({ certain }) => !certain) && (
            <li>
              <span className="law-swatch law-swatch-doubtful" />
              {t('law.keyDoubtful')}
            </li>
          )}
          {(['none', 'unknown', 'awaited'] as const)
            .filter((state) => line.gaps.some(({ row }) => row.state === state))
            .map((state) => (
              <li key={state}>
                <span className={`law-swatch law-swatch-${state}`} />
                {t(keyWords[state])}
              </li>
            ))}
        </ul>
      </figcaption>
    </figure>
  );

  function spanText({ from, until }: ShownRow): string {
    return until === null
      ? t('law.fromOn', { from: format.day(from) })
      : t('law.fromTo', { from: format.day(from), to: format.lastBefore(until) });
  }
}

/** Writes a figure as its measure is written. */
export function figureIn(
  format: Pick<ReturnType<typeof useFormats>, 'money' | 'percent' | 'count'>,
  measure: Measure,
): (value: number) => string {
  switch (measure) {
    case 'money':
      return format.money;
    case 'rate':
      // Parts per million: 2,400 is 0.24 %.
      return (value) => format.percent(value / 10_000);
    case 'count':
      return format.count;
  }
}
