import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLanguage } from '../../app/language.tsx';
import { correctRejection, type Rejection } from '../../app/registration.ts';
import { useMay } from '../../app/session.tsx';
import { Go } from '../../ui/Go.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import type { Column } from '../../ui/Table.tsx';
import { LongTable } from './LongTable.tsx';

/** Whom the branch rejected, why, and what to do; a mended one goes on the next sheet. */
export function RejectionTable(props: { readonly rejections: readonly Rejection[]; readonly total: number }) {
  const { t } = useLanguage();
  const columns: Column<Rejection>[] = [
    {
      key: 'name',
      label: t('registration.name'),
      cell: ({ personId, name, villageName }) => (
        <>
          <Go to="/orang/$id" params={{ id: personId }}>
            {name}
          </Go>
          , {villageName}
        </>
      ),
    },
    {
      key: 'why',
      label: t('registration.why'),
      cell: ({ text, code, words }) => (
        <>
          {text}
          {(code !== null || words !== null) && (
            <Text size="sm" c="dimmed">
              {t('registration.branchSaid', {
                words: [code, words].filter((part) => part !== null).join(' · '),
              })}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'remedy',
      label: t('registration.remedy'),
      cell: (one) => <Remedy rejection={one} />,
    },
  ];
  return (
    <LongTable
      caption={t('registration.rejectedTable')}
      columns={columns}
      rows={props.rejections}
      total={props.total}
      rowKey={({ batchId, ordinal }) => `${batchId} ${ordinal}`}
    />
  );
}

function Remedy(props: { readonly rejection: Rejection }) {
  const { batchId, ordinal, remedy, corrected } = props.rejection;
  const { t } = useLanguage();
  const may = useMay();
  const queries = useQueryClient();
  const mending = useMutation({
    mutationFn: () => correctRejection(batchId, ordinal),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['registration'] }),
  });
  if (corrected) return t('registration.mended');
  return (
    <Stack gap="xs">
      <Text size="sm">{remedy}</Text>
      <ProblemBox error={mending.error} />
      {may('registration.complete') && (
        <Button
          size="xs"
          variant="default"
          loading={mending.isPending}
          onClick={() => mending.mutate()}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('registration.mend')}
        </Button>
      )}
    </Stack>
  );
}
