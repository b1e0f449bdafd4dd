import { useLanguage } from '../../app/language.tsx';
import type { Presumed } from '../../app/registration.ts';
import { useMay } from '../../app/session.tsx';
import { Go } from '../../ui/Go.tsx';
import { Mark } from '../../ui/Mark.tsx';
import type { Column } from '../../ui/Table.tsx';
import { FillForm } from './FillForm.tsx';
import { LongTable } from './LongTable.tsx';

/** Members who go on the sheet with a place of work that nobody stated, each with a form to state it. */
export function PresumedTable(props: { readonly people: readonly Presumed[]; readonly total: number }) {
  const { t } = useLanguage();
  const may = useMay();
  const columns: Column<Presumed>[] = [
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
      key: 'place',
      label: t('field.work_place'),
      cell: ({ workPlace }) => (
        <>
          {workPlace} <Mark tone="wait">{t('registration.presumedMark')}</Mark>
        </>
      ),
    },
    ...(may('registration.complete')
      ? [
          {
            key: 'state',
            label: t('registration.presumedReplace'),
            cell: ({ personId }: Presumed) => (
              <FillForm
                personId={personId}
                missing={['work_place']}
                label={t('registration.presumedReplace')}
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <LongTable
      caption={t('registration.presumedTable')}
      columns={columns}
      rows={props.people}
      total={props.total}
      rowKey={({ personId }) => personId}
    />
  );
}
