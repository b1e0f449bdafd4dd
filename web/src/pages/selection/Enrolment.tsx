import { Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { enrolProposal, type ProposalFile } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { useFormats } from '../../ui/format.ts';
import { GoButton } from '../../ui/Go.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { monthsText } from './words.ts';

/** Makes members of those whom the decree names, when confirmed; says how many became members. */
export function Enrolment(props: { readonly file: ProposalFile; readonly onDone: () => Promise<void> }) {
  const { proposal, entries } = props.file;
  const { t } = useLanguage();
  const format = useFormats();
  const may = useMay();
  const [asked, { open, close }] = useDisclosure(false);
  const enrolling = useMutation({
    mutationFn: () => enrolProposal(proposal.proposalId),
    onSuccess: async () => {
      await props.onDone();
      close();
    },
  });
  const people = entries.filter(({ standing }) => standing === 'in').length;
  const about = t('daftarkan.about', { people, months: monthsText(format, proposal) });
  if (proposal.enrolled !== null) {
    return (
      <Paper>
        <Title order={2}>{t('daftarkan.title')}</Title>
        <Text mt="xs" fw={600}>
          {t('daftarkan.done', { enrolled: proposal.enrolled })}
        </Text>
        {proposal.enrolled < people && (
          <Text>{t('daftarkan.left', { left: people - proposal.enrolled })}</Text>
        )}
        {may('billing.run') && (
          <Group mt="sm">
            <GoButton to="/tagihan/baru" search={{ perjanjian: proposal.agreementId }} variant="light">
              {t('bills.run')}
            </GoButton>
          </Group>
        )}
      </Paper>
    );
  }
  if (!may('selection.enrol')) return null;
  return (
    <Paper>
      <Title order={2}>{t('daftarkan.title')}</Title>
      <Text mt="xs">{about}</Text>
      <Group mt="sm">
        <Button onClick={open}>{t('daftarkan.button', { people })}</Button>
      </Group>
      <Modal
        opened={asked}
        onClose={close}
        title={t('daftarkan.button', { people })}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        <Stack>
          <Text>{about}</Text>
          <ProblemBox error={enrolling.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('app.cancel')}
            </Button>
            <Button loading={enrolling.isPending} onClick={() => enrolling.mutate()}>
              {t('daftarkan.yes')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Paper>
  );
}
