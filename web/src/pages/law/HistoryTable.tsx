import { addDays } from '@payung/kernel';
import type { ShownParameter, ShownRow } from '@payung/law';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { Mark } from '../../ui/Mark.tsx';
import { Table } from '../../ui/Table.tsx';
import { CitationText, ReadAt } from './CitationText.tsx';
import { DayText } from './DayText.tsx';
import { Sureness } from './Sureness.tsx';
import { ValueText } from './ValueText.tsx';

/** Everything ever written down for a parameter, the latest first; what a correction replaced is struck out and dated. */
export function HistoryTable(props: {
  readonly parameter: Pick<ShownParameter, 'rows'>;
  /** The row of the chosen day; undefined before the first. */
  readonly held: ShownRow | undefined;
}) {
  const { parameter, held } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const end = ({ until, state, replaced }: ShownRow) => {
    if (until !== null) return <DayText day={addDays(until, -1)} />;
    return state === 'awaited' || replaced !== null ? '–' : t('law.noEnd');
  };
  return (
    <Table
      caption={t('law.history')}
      rows={parameter.rows.toReversed()}
      rowKey={({ from, known }) => `${from} ${known}`}
      columns={[
        { key: 'from', label: t('law.from'), cell: ({ from }) => <DayText day={from} /> },
        { key: 'until', label: t('law.until'), cell: end },
        {
          key: 'value',
          label: t('law.value'),
          cell: (row) =>
            row.replaced === null ? (
              <>
                <ValueText row={row} brief /> {row === held && <Mark tone="link">{t('law.held')}</Mark>}
              </>
            ) : (
              <>
                <s>
                  <ValueText row={row} brief />
                </s>{' '}
                {t('law.replaced', { known: format.day(row.known), replaced: format.day(row.replaced) })}
              </>
            ),
        },
        { key: 'by', label: t('law.by'), cell: ({ source }) => <CitationText source={source} /> },
        {
          key: 'sure',
          label: t('law.sure'),
          cell: ({ source }) => <Sureness confidence={source.confidence} />,
        },
        { key: 'read', label: t('law.read'), cell: ({ source }) => <ReadAt page={source.page} /> },
      ]}
    />
  );
}
