import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useLanguage } from '../../app/language.tsx';
import { getRegistration, makeBatch, type Registration } from '../../app/registration.ts';
import { useMay } from '../../app/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Go } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { BatchTable } from './BatchTable.tsx';
import { IncompleteTable } from './IncompleteTable.tsx';
import { RejectionTable } from './RejectionTable.tsx';

const route = getRouteApi('/pendaftaran');

/** Members on their way to the branch of BPJS: who is ready, who lacks what, who was rejected, and the sheets made. */
export function RegistrationPage() {
  const { t } = useLanguage();
  const { daftar } = route.useSearch();
  const wanted = daftar === undefined ? {} : { rosterId: daftar };
  const query = useQuery({
    queryKey: ['registration', daftar],
    queryFn: () => getRegistration(wanted),
  });
  return (
    <>
      <PageHead title={t('nav.registration')} />
      <Text c="dimmed" mb="md" maw="44rem">
        {t('registration.about')} {daftar !== undefined && <Go to="/pendaftaran">{t('registration.all')}</Go>}
      </Text>
      <Loaded query={query}>{(found) => <Standing found={found} wanted={wanted} />}</Loaded>
    </>
  );
}

function Standing(props: { readonly found: Registration; readonly wanted: { readonly rosterId?: string } }) {
  const { found, wanted } = props;
  const { t } = useLanguage();
  const nobody = found.ready + found.incompleteTotal + found.rejections.length + found.batches.length === 0;
  if (nobody) {
    return (
      <Empty what={t('registration.nobody')}>
        <Go to="/daftar">{t('registration.nobodyNext')}</Go>
      </Empty>
    );
  }
  const work = found.incompleteTotal + found.rejections.length;
  return (
    <Stack gap="lg">
      <Ready ready={found.ready} rest={work} wanted={wanted} />
      {work > 0 && (
        <Group gap="xs">
          <Text size="sm">{t('registration.work')}</Text>
          {(['xlsx', 'csv'] as const).map((format) => (
            <Button
              key={format}
              component="a"
              href={`/api/registration/work?format=${format}`}
              download
              variant="default"
              size="xs"
            >
              {format.toUpperCase()}
            </Button>
          ))}
        </Group>
      )}
      {found.incompleteTotal > 0 && (
        <section>
          <Title order={2} mb="xs">
            {t('registration.incomplete', { people: found.incompleteTotal })}
          </Title>
          <IncompleteTable people={found.incomplete} />
          {found.incompleteTotal > found.incomplete.length && (
            <Text size="sm" mt="xs">
              {t('registration.more', { people: found.incompleteTotal - found.incomplete.length })}
            </Text>
          )}
        </section>
      )}
      {found.rejections.length > 0 && (
        <section>
          <Title order={2} mb="xs">
            {t('registration.rejected', { people: found.rejections.length })}
          </Title>
          <RejectionTable rejections={found.rejections} />
        </section>
      )}
      {found.batches.length > 0 && (
        <section>
          <Title order={2} mb="xs">
            {t('registration.sheets')}
          </Title>
          <BatchTable batches={found.batches} />
        </section>
      )}
    </Stack>
  );
}

function Ready(props: {
  readonly ready: number;
  /** People who cannot be sent as they are. */
  readonly rest: number;
  readonly wanted: { readonly rosterId?: string };
}) {
  const { ready, rest, wanted } = props;
  const { t } = useLanguage();
  const may = useMay();
  const queries = useQueryClient();
  const making = useMutation({
    mutationFn: () => makeBatch(wanted),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['registration'] }),
  });
  return (
    <Paper p="lg" component="section">
      <Title order={2}>{t('registration.ready', { people: ready })}</Title>
      <Text size="sm" mt="xs" mb="sm" maw="44rem">
        {t(
          ready > 0 ? 'registration.readyNext' : rest > 0 ? 'registration.noneReady' : 'registration.allSent',
        )}
      </Text>
      {making.isSuccess && (
        <Text role="status" mb="sm">
          {t('registration.made', { people: making.data.people })}
        </Text>
      )}
      <ProblemBox error={making.error} />
      {ready > 0 && may('registration.export') && (
        <Button loading={making.isPending} onClick={() => making.mutate()}>
          {t('registration.make', { people: ready })}
        </Button>
      )}
    </Paper>
  );
}
