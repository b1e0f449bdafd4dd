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
export function Acceptance(props: { readonly roster: Roster; readonly onAccepted: () => Promise<void> }) {
  const { t, language } = useLanguage();
  const format = useFormats();
  const { roster } = props;
  const [asked, { open, close }] = useDisclosure(false);
  const accepting = useMutation({
    mutationFn: () => acceptRoster(roster.rosterId),
    onSuccess: async () => {
      await props.onAccepted();
      close();
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
  const filled = enrols && roster.listed > 0 ? t('accept.filled', { people: roster.listed }) : undefined;
  const cost =
    preview === undefined
      ? undefined
      : t('accept.cost', {
          people,
          each: format.money(preview.value.total),
          sum: format.money(people * preview.value.total),
          month: format.month(roster.startsOn.slice(0, 7)),
        });
  // Everybody on it is a member already, and it says more of some of them.
  const fillsOnly = enrols && roster.enrolled + roster.recorded === 0;
  if (people + roster.recorded + roster.listed === 0) {
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
      {!fillsOnly && <Text mt="xs">{what}</Text>}
      {!fillsOnly && cost !== undefined && <Text>{cost}</Text>}
      {filled !== undefined && <Text>{filled}</Text>}
      {enrols && roster.recorded > 0 && <Text>{t('accept.recorded', { people: roster.recorded })}</Text>}
      <Text size="sm" c="dimmed">
        {t(enrols ? (fillsOnly ? 'accept.fillsOnly' : 'accept.notYetCover') : 'accept.noMembership')}
      </Text>
      {!fillsOnly && preview !== undefined && (
        <details className="opener">
          <summary>{t('accept.why')}</summary>
          <TraceTree trace={preview.trace} language={language} />
        </details>
      )}
      <Group mt="sm">
        <Button onClick={open}>{t('accept.button', { people: fillsOnly ? roster.listed : people })}</Button>
      </Group>
      <Modal
        opened={asked}
        onClose={close}
        title={
          fillsOnly
            ? t('accept.confirmFills', { people: roster.listed })
            : t(enrols ? 'accept.confirm' : 'accept.confirmRecords', { people })
        }
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        <Stack>
          {!fillsOnly && <Text>{what}</Text>}
          {!fillsOnly && cost !== undefined && <Text>{cost}</Text>}
          {filled !== undefined && <Text>{filled}</Text>}
          <Text size="sm">{t('accept.audited')}</Text>
          <ProblemBox error={accepting.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('app.cancel')}
            </Button>
            <Button loading={accepting.isPending} onClick={() => accepting.mutate()}>
              {t(fillsOnly ? 'accept.yesFills' : enrols ? 'accept.yes' : 'accept.yesRecords')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Paper>
  );
}
