import { Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { parseDay } from '@payung/kernel';
import { useMutation, useQuery } from '@tanstack/react-query';
import { acceptRoster, getAgreement, type Roster } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { TraceTree } from '../../ui/TraceTree.tsx';
import { contributionOf } from '../agreements/contribution.ts';

/** Says what acceptance will do (how many people, what it costs a month and by which law), and does it when confirmed. */
export function Acceptance(props: { readonly roster: Roster; readonly onAccepted: () => void }) {
  const { t, language } = useLanguage();
  const format = useFormats();
  const { roster } = props;
  const [asked, { open, close }] = useDisclosure(false);
  const accepting = useMutation({
    mutationFn: () => acceptRoster(roster.rosterId),
    onSuccess: () => {
      close();
      props.onAccepted();
    },
  });
  const { agreementId } = roster;
  const agreement = useQuery({
    queryKey: ['agreement', agreementId],
    queryFn: () => getAgreement(agreementId ?? ''),
    enabled: agreementId !== null,
  });
  const startsOn = parseDay(roster.startsOn);
  const preview =
    agreement.data === undefined || startsOn === undefined
      ? undefined
      : contributionOf(agreement.data.agreement, startsOn);
  const enrols = roster.purpose === 'enrol';
  const people = roster.enrolled + (enrols ? 0 : roster.recorded + roster.listed);
  const what = enrols
    ? t('accept.people', { people, day: format.day(roster.startsOn) })
    : t('accept.records', {
        recorded: roster.recorded,
        listed: roster.listed,
        day: format.day(roster.startsOn),
      });
  const cost =
    preview === undefined
      ? undefined
      : t('accept.cost', {
          people,
          each: format.money(preview.value.total),
          sum: format.money(people * preview.value.total),
          month: format.month(roster.startsOn.slice(0, 7)),
        });
  if (people + roster.recorded === 0) {
    return (
      <Paper>
        <Text fw={600}>{t('accept.nobody')}</Text>
        <Text size="sm">{t('accept.nobodyNext')}</Text>
      </Paper>
    );
  }
  return (
    <Paper>
      <Title order={2}>{t('accept.title')}</Title>
      <Text mt="xs">{what}</Text>
      {cost !== undefined && <Text>{cost}</Text>}
      {enrols && roster.recorded > 0 && <Text>{t('accept.recorded', { people: roster.recorded })}</Text>}
      <Text size="sm" c="dimmed">
        {t(enrols ? 'accept.notYetCover' : 'accept.noMembership')}
      </Text>
      {preview !== undefined && (
        <details className="opener">
          <summary>{t('accept.why')}</summary>
          <TraceTree trace={preview.trace} language={language} />
        </details>
      )}
      <Group mt="sm">
        <Button onClick={open}>{t('accept.button', { people })}</Button>
      </Group>
      <Modal
        opened={asked}
        onClose={close}
        title={t(enrols ? 'accept.confirm' : 'accept.confirmRecords', { people })}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        <Stack>
          <Text>{what}</Text>
          {cost !== undefined && <Text>{cost}</Text>}
          <Text size="sm">{t('accept.audited')}</Text>
          <ProblemBox error={accepting.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('app.cancel')}
            </Button>
            <Button loading={accepting.isPending} onClick={() => accepting.mutate()}>
              {t(enrols ? 'accept.yes' : 'accept.yesRecords')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Paper>
  );
}
