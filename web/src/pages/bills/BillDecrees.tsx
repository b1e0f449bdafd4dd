import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type BillFile, listProposals } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Table } from '../../ui/Table.tsx';

/** The decrees that name the people of a bill; whoever may see lists goes from there to the annex. */
export function BillDecrees(props: { readonly file: BillFile }) {
  const { bill, decrees, withoutDecree } = props.file;
  const { t } = useLanguage();
  const format = useFormats();
  const may = useMay();
  const proposals = useQuery({
    queryKey: ['proposals'],
    queryFn: listProposals,
    enabled: decrees.length > 0 && may('selection.read'),
  });
  const listOf = (decreeId: string) =>
    proposals.data?.proposals.find((one) => one.decreeId === decreeId)?.proposalId;
  const rows = [
    ...decrees,
    ...(withoutDecree > 0 ? [{ decreeId: '', number: '', signedOn: '', people: withoutDecree }] : []),
  ];
  return (
    <section>
      <Title order={2} mb="xs">
        {t('bills.decrees')}
      </Title>
      {decrees.length === 0 ? (
        <Text>{t('bills.noDecrees', { people: bill.people })}</Text>
      ) : (
        <Table
          caption={t('bills.decrees')}
          columns={[
            {
              key: 'number',
              label: t('bills.decree'),
              cell: ({ decreeId, number }) => {
                const id = listOf(decreeId);
                if (decreeId === '') return t('bills.withoutDecree');
                return id === undefined ? (
                  number
                ) : (
                  <Go to="/usulan/$id/sk" params={{ id }}>
                    {number}
                  </Go>
                );
              },
            },
            {
              key: 'day',
              label: t('bills.decreeDay'),
              cell: ({ signedOn }) => (signedOn === '' ? '–' : format.day(signedOn)),
            },
            {
              key: 'people',
              label: t('bills.people'),
              number: true,
              cell: ({ people }) => format.count(people),
            },
          ]}
          rows={rows}
          rowKey={({ decreeId }) => decreeId}
        />
      )}
    </section>
  );
}
