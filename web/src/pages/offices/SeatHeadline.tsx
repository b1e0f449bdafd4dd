import { Paper, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from '../../app/language.tsx';
import type { AreaSeats, SeatFigures } from '../../app/lists.ts';
import { Facts } from '../../ui/Facts.tsx';
import { useFormats } from '../../ui/format.ts';

/** The seats of an area: covered as a share that opens, filled, vacant, ending, and what is not known. */
export function SeatHeadline(props: {
  readonly place: string;
  readonly month: string;
  readonly total: SeatFigures;
  readonly sources: AreaSeats['sources'];
  readonly people?: Pick<AreaSeats, 'people' | 'coveredPeople' | 'severalSeats'>;
}) {
  const { place, month, total, sources, people } = props;
  const { t } = useLanguage();
  const format = useFormats();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} style={{ alignItems: 'start' }}>
      <Paper>
        <Text size="sm" c="dimmed">
          {t('offices.share', { month: format.month(month) })}
        </Text>
        <SeatShare place={place} figures={total} sources={sources} large />
        {people !== undefined && (
          <Text size="sm" mt="xs">
            {t('offices.people', {
              people: people.people,
              covered: people.coveredPeople,
              several: people.severalSeats,
            })}
          </Text>
        )}
      </Paper>
      <Figure label={t('offices.filled')} value={total.filled}>
        {t('offices.vacantText', { count: total.vacant })}
        {total.unseen > 0 && (
          <>
            <br />
            {t('offices.unseenText', { count: total.unseen })}
          </>
        )}
      </Figure>
      <Figure label={t('offices.ending')} value={total.ending}>
        {t('offices.endingText', { overdue: total.overdue })}
      </Figure>
      {total.unknown > 0 && (
        <Figure label={t('offices.unknown')} value={total.unknown}>
          {t('offices.unknownText')}
        </Figure>
      )}
    </SimpleGrid>
  );
}

function Figure(props: { readonly label: string; readonly value: number; readonly children: ReactNode }) {
  const format = useFormats();
  return (
    <Paper>
      <Text size="sm" c="dimmed">
        {props.label}
      </Text>
      <div className="figure">{format.count(props.value)}</div>
      <Text size="sm">{props.children}</Text>
    </Paper>
  );
}

/** Covered seats of those whose number is known, opening to numerator, denominator and what it rests on. */
export function SeatShare(props: {
  readonly place: string;
  readonly figures: SeatFigures;
  readonly sources?: AreaSeats['sources'];
  readonly large?: boolean;
}) {
  const { place, figures, sources = [], large = false } = props;
  const { t } = useLanguage();
  const format = useFormats();
  if (figures.seats === 0) return <span>{large ? t('offices.noDenominator') : '–'}</span>;
  const percent = format.share(figures.coveredOfKnown, figures.seats);
  const of = t('offices.of', { covered: figures.coveredOfKnown, seats: figures.seats });
  return (
    <details className="opener">
      <summary aria-label={t('offices.openShare', { percent, place })}>
        <span className={large ? 'figure' : undefined}>{percent}</span>
        {large && ` ${of}`}
      </summary>
      <Facts
        of={[
          [t('coverage.numerator'), `${format.count(figures.coveredOfKnown)} · ${t('offices.definition')}`],
          [
            t('coverage.denominator'),
            `${format.count(figures.seats)} · ${t('offices.denominatorDefinition')}`,
          ],
          ...(sources.length === 0
            ? []
            : [
                [
                  t('figure.source'),
                  <span key="sources">
                    {sources.map((one) => (
                      <span key={one.source} style={{ display: 'block' }}>
                        {t('offices.source', {
                          source: one.source,
                          seats: one.seats,
                          villages: one.villages,
                        })}
                      </span>
                    ))}
                  </span>,
                ] as const,
              ]),
        ]}
      />
    </details>
  );
}
