import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLanguage } from '../../app/language.tsx';
import { answerBatch, type Batch } from '../../app/registration.ts';
import { useMay } from '../../app/session.tsx';
import { useFormats } from '../../ui/format.ts';
import { MadeBy } from '../../ui/MadeBy.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { type Column, Table } from '../../ui/Table.tsx';

/** Sheets made for the branch: to be taken, and answered. */
export function BatchTable(props: { readonly batches: readonly Batch[] }) {
  const { t } = useLanguage();
  const format = useFormats();
  const may = useMay();
  const columns: Column<Batch>[] = [
    {
      key: 'made',
      label: t('registration.sheet'),
      cell: ({ recordedAt, madeBy, workPlace }) => (
        <>
          <MadeBy at={recordedAt} by={madeBy} />
          {workPlace !== 'none' && (
            <Text size="sm" c="dimmed">
              {t('registration.presumedOn', { place: t(`workPlace.${workPlace}`) })}
            </Text>
          )}
        </>
      ),
    },
    { key: 'area', label: t('registration.area'), cell: ({ areaName }) => areaName },
    {
      key: 'people',
      label: t('registration.people'),
      number: true,
      cell: ({ people }) => format.count(people),
    },
    {
      key: 'accepted',
      label: t('registration.accepted'),
      number: true,
      cell: ({ accepted }) => format.count(accepted),
    },
    {
      key: 'rejectedCount',
      label: t('registration.rejectedCount'),
      number: true,
      cell: ({ rejected }) => format.count(rejected),
    },
    {
      key: 'open',
      label: t('registration.open'),
      number: true,
      cell: ({ people, accepted, rejected }) => format.count(people - accepted - rejected),
    },
    ...(may('registration.export')
      ? [
          {
            key: 'take',
            label: t('registration.take'),
            cell: (one: Batch) => <Taking batch={one} />,
          },
        ]
      : []),
  ];
  return (
    <Table
      caption={t('registration.sheets')}
      columns={columns}
      rows={props.batches}
      rowKey={({ batchId }) => batchId}
    />
  );
}

function Taking(props: { readonly batch: Batch }) {
  const { batchId } = props.batch;
  const { t } = useLanguage();
  const queries = useQueryClient();
  const answering = useMutation({
    mutationFn: (file: File) => answerBatch(batchId, { file }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['registration'] }),
  });
  const { data } = answering;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {(['xlsx', 'csv'] as const).map((format) => (
          <Button
            key={format}
            component="a"
            href={`/api/registration/batches/${batchId}/sheet?format=${format}`}
            download
            size="xs"
            variant="default"
          >
            {format.toUpperCase()}
          </Button>
        ))}
        <FileButton
          accept=".xlsx,.csv"
          onChange={(file) => {
            if (file !== null) answering.mutate(file);
          }}
        >
          {(button) => (
            <Button {...button} size="xs" loading={answering.isPending}>
              {t('registration.answer')}
            </Button>
          )}
        </FileButton>
      </Group>
      <ProblemBox error={answering.error} />
      {data !== undefined && (
        <Text size="sm" role="status">
          {t('registration.answered', {
            accepted: data.accepted,
            rejected: data.rejected,
            open: data.unanswered,
          })}{' '}
          {data.leftAside.length > 0 &&
            t('registration.leftAside', { rows: data.leftAside.map(({ row }) => row).join(', ') })}
        </Text>
      )}
    </Stack>
  );
}
