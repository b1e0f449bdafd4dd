import { Text } from '@mantine/core';
import { useLanguage } from '../../app/language.tsx';
import type { Incomplete, Registration } from '../../app/registration.ts';
import { useMay } from '../../app/session.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import type { Column } from '../../ui/Table.tsx';
import { FillForm } from './FillForm.tsx';
import { LongTable } from './LongTable.tsx';

/** Members of whom the branch would ask more: what lacks most, and each with a form for it. */
export function IncompleteTable(props: {
  readonly found: Pick<Registration, 'incomplete' | 'incompleteTotal' | 'lacking'>;
}) {
  const { incomplete, incompleteTotal, lacking } = props.found;
  const { t } = useLanguage();
  const format = useFormats();
  const may = useMay();
  const columns: Column<Incomplete>[] = [
    {
      key: 'name',
      label: t('registration.name'),
      cell: ({ personId, name }) => (
        <Go to="/orang/$id" params={{ id: personId }}>
          {name}
        </Go>
      ),
    },
    { key: 'village', label: t('mapping.village'), cell: ({ villageName }) => villageName },
    {
      key: 'missing',
      label: t('registration.missing'),
      cell: ({ missing }) => missing.map((field) => t(`field.${field}`)).join(', '),
    },
    ...(may('registration.complete')
      ? [
          {
            key: 'fill',
            label: t('registration.remedy'),
            cell: ({ personId, missing }: Incomplete) => (
              <FillForm
                key={missing.join()}
                personId={personId}
                missing={missing}
                label={t('registration.fill')}
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <Text size="sm" mb="xs" maw="44rem">
        {t('registration.lacking', {
          fields: lacking
            .map(({ field, people }) => `${t(`field.${field}`)} (${format.count(people)})`)
            .join(', '),
        })}{' '}
        {t('registration.lackingNext')}
      </Text>
      <LongTable
        caption={t('registration.incompleteTable')}
        columns={columns}
        rows={incomplete}
        total={incompleteTotal}
        rowKey={({ personId }) => personId}
      />
    </>
  );
}
