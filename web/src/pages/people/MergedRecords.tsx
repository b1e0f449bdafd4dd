import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Merge, type PersonFile, undoMerge } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useRefresh } from '../../app/refresh.ts';
import { useMay } from '../../app/session.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { MadeBy } from '../../ui/MadeBy.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { birthText } from './words.ts';

/** That another record speaks for this one; nothing when it speaks for itself. */
export function MergedNotice(props: { readonly file: PersonFile }) {
  const { person, mergedInto } = props.file;
  const { t } = useLanguage();
  if (!person.merged) return null;
  return (
    <Alert color="blue" mb="md" title={t('merge.notice')} styles={{ title: { color: '#1b2529' } }}>
      {mergedInto === null ? (
        t('merge.noticeElsewhere')
      ) : (
        <Go to="/orang/$id" params={{ id: mergedInto.personId }}>
          {t('merge.noticeOpen', { name: mergedInto.name })}
        </Go>
      )}
    </Alert>
  );
}

/** The records for which this one speaks, each with a way to make them two people again; nothing when there are none. */
export function MergedRecords(props: { readonly merges: readonly Merge[] }) {
  const { merges } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const may = useMay();
  const refresh = useRefresh();
  const [chosen, setChosen] = useState<Merge>();
  const undoing = useMutation({
    mutationFn: (reason: string) => undoMerge(chosen?.aliasId ?? '', reason),
    onSuccess: async () => {
      await refresh(['person']);
      setChosen(undefined);
    },
  });
  if (merges.length === 0) return null;
  const columns: Column<Merge>[] = [
    {
      key: 'name',
      label: t('rows.name'),
      cell: ({ record }) => (
        <Go to="/orang/$id" params={{ id: record.personId }}>
          {record.name}
        </Go>
      ),
    },
    { key: 'birth', label: t('people.birth'), cell: ({ record }) => birthText(format, record) },
    { key: 'village', label: t('rows.village'), cell: ({ record }) => record.areaName },
    { key: 'into', label: t('merge.into'), cell: ({ intoName }) => intoName ?? '–' },
    {
      key: 'why',
      label: t('reveal.reason'),
      cell: ({ reason, at, by }) => (
        <Stack gap={0}>
          <span>{reason}</span>
          <Text size="sm" c="dimmed">
            <MadeBy at={at} by={by} />
          </Text>
        </Stack>
      ),
    },
    ...(may('people.merge')
      ? [
          {
            key: 'undo',
            label: t('merge.undo'),
            cell: (one: Merge) => (
              <Button size="xs" variant="default" onClick={() => setChosen(one)}>
                {t('merge.undo')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <section>
      <Title order={2} mb="xs">
        {t('merge.records')}
      </Title>
      <Table caption={t('merge.records')} columns={columns} rows={merges} rowKey={({ aliasId }) => aliasId} />
      <ReasonDialog
        opened={chosen !== undefined}
        title={t('merge.undoTitle', { name: chosen?.record.name ?? '' })}
        button={t('merge.undo')}
        doing={undoing}
        onClose={() => setChosen(undefined)}
      >
        <Text size="sm">{t('merge.undoAbout')}</Text>
      </ReasonDialog>
    </section>
  );
}
