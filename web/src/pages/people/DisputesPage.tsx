import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Dispute, listDisputes, type Person, settleDispute } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useRefresh } from '../../app/refresh.ts';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { birthText, sexText } from './words.ts';

/** Numbers that several people claim, each to be settled with evidence: whose it is. */
export function DisputesPage() {
  const { t } = useLanguage();
  const query = useQuery({ queryKey: ['disputes'], queryFn: listDisputes });
  return (
    <>
      <PageHead title={t('disputes.title')}>
        <Go to="/orang">{t('nav.people')}</Go>
      </PageHead>
      <Text mb="md" maw="44rem">
        {t('disputes.about')}
      </Text>
      <Loaded query={query}>
        {({ disputes }) =>
          disputes.length === 0 ? (
            <Empty what={t('disputes.none')}>{t('disputes.noneNext')}</Empty>
          ) : (
            <Stack>
              {disputes.map((dispute, place) => (
                <DisputeView
                  key={dispute.people.map(({ personId }) => personId).join(' ')}
                  dispute={dispute}
                  place={place + 1}
                />
              ))}
              <Group>
                <Button
                  component="a"
                  href="/api/people/disputes/table?format=csv"
                  download
                  variant="default"
                  size="xs"
                >
                  {t('duplicates.export', { format: 'CSV' })}
                </Button>
              </Group>
            </Stack>
          )
        }
      </Loaded>
    </>
  );
}

function DisputeView(props: { readonly dispute: Dispute; readonly place: number }) {
  const { people, elsewhere } = props.dispute;
  const { t } = useLanguage();
  const format = useFormats();
  const refresh = useRefresh();
  const [chosen, setChosen] = useState<Person>();
  const settling = useMutation({
    mutationFn: (reason: string) => settleDispute(chosen?.personId ?? '', reason),
    onSuccess: async () => {
      await refresh(['disputes'], ['person']);
      setChosen(undefined);
    },
  });
  const columns: Column<Person>[] = [
    {
      key: 'name',
      label: t('rows.name'),
      cell: (one) => (
        <Go to="/orang/$id" params={{ id: one.personId }}>
          {one.name}
        </Go>
      ),
    },
    { key: 'birth', label: t('people.birth'), cell: (one) => birthText(format, one) },
    { key: 'sex', label: t('people.sex'), cell: (one) => sexText(t, one.sex) },
    { key: 'village', label: t('rows.village'), cell: (one) => one.areaName },
    {
      key: 'settle',
      label: t('disputes.decision'),
      cell: (one) => (
        <Button size="xs" variant="default" disabled={elsewhere > 0} onClick={() => setChosen(one)}>
          {t('disputes.holder')}
        </Button>
      ),
    },
  ];
  const title = t('disputes.one', { place: props.place });
  return (
    <Paper component="section">
      <Title order={2} mb="xs">
        {title}
      </Title>
      <Table caption={title} columns={columns} rows={people} rowKey={(one) => one.personId} />
      {elsewhere > 0 && (
        <Text size="sm" mt="xs">
          {t('disputes.elsewhere', { people: elsewhere })}
        </Text>
      )}
      <ReasonDialog
        opened={chosen !== undefined}
        title={t('disputes.settle', { name: chosen?.name ?? '' })}
        label={t('disputes.evidence')}
        description={t('disputes.evidenceHint')}
        button={t('disputes.yes')}
        doing={settling}
        onClose={() => setChosen(undefined)}
      >
        <Text size="sm">{t('disputes.settleAbout')}</Text>
      </ReasonDialog>
    </Paper>
  );
}
