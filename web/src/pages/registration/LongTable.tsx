import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { type Column, Table } from '../../ui/Table.tsx';

/** A longer table is slow to draw on an office's computer, and far to scroll on a telephone. */
const STEP = 25;

/** A table that begins short and grows as it is asked to; what it was not given is in the work list. */
export function LongTable<Row>(props: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** How many there are, here or not. */
  readonly total: number;
  readonly rowKey: (row: Row) => string;
}) {
  const { caption, columns, rows, total, rowKey } = props;
  const { t } = useLanguage();
  const [limit, setLimit] = useState(STEP);
  const shown = rows.slice(0, limit);
  return (
    <>
      <Table caption={caption} columns={columns} rows={shown} rowKey={rowKey} />
      <Group mt="xs" gap="sm">
        {shown.length < rows.length && (
          <Button variant="default" size="xs" onClick={() => setLimit(limit + STEP)}>
            {t('registration.showMore', { people: Math.min(STEP, rows.length - shown.length) })}
          </Button>
        )}
        {shown.length < total && (
          <Text size="sm">{t('registration.shownOf', { shown: shown.length, people: total })}</Text>
        )}
      </Group>
    </>
  );
}
