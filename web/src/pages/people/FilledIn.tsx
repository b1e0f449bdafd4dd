import { Text, Title } from '@mantine/core';
import type { PersonFile } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { type Column, Table } from '../../ui/Table.tsx';

type Filling = PersonFile['fillings'][number];

const fieldKeys = {
  birthPlace: 'field.birth_place',
  mother: 'field.mother',
  phone: 'field.phone',
  kk: 'field.kk',
  address: 'field.address',
  postalCode: 'field.postal_code',
  email: 'field.email',
  workPlace: 'field.work_place',
  workHours: 'field.work_hours',
  marital: 'field.marital',
  income: 'field.wage',
  rt: 'field.rt',
  rw: 'field.rw',
  occupation: 'field.occupation',
} as const;

const isFilled = (field: string): field is keyof typeof fieldKeys => Object.hasOwn(fieldKeys, field);

/** Which fields of somebody were empty, and which lists filled them in; nothing when none did. */
export function FilledIn(props: { readonly fillings: readonly Filling[] }) {
  const { fillings } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const may = useMay();
  if (fillings.length === 0) return null;
  const columns: Column<Filling>[] = [
    {
      key: 'at',
      label: t('filledIn.at'),
      cell: ({ rosterId, at }) =>
        may('rosters.read') ? (
          <Go to="/daftar/$id" params={{ id: rosterId }}>
            {format.instant(at)}
          </Go>
        ) : (
          format.instant(at)
        ),
    },
    {
      key: 'fields',
      label: t('filledIn.fields'),
      cell: ({ fields, undoneAt }) => (
        <>
          {fields.map((field) => (isFilled(field) ? t(fieldKeys[field]) : field)).join(', ')}
          {undoneAt !== null && (
            <Text size="sm" c="dimmed">
              {t('filledIn.undone', { at: format.instant(undoneAt) })}
            </Text>
          )}
        </>
      ),
    },
  ];
  return (
    <section>
      <Title order={2} mb="xs">
        {t('filledIn.title')}
      </Title>
      <Table
        caption={t('filledIn.title')}
        columns={columns}
        rows={fillings}
        rowKey={({ rosterId }) => rosterId}
      />
    </section>
  );
}
