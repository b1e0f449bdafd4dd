import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { type PersonFile, withdrawDeath } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useRefresh } from '../../app/refresh.ts';
import { useMay } from '../../app/session.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { MadeBy } from '../../ui/MadeBy.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { AfterDeath } from './AfterDeath.tsx';
import { DeathDialog } from './DeathDialog.tsx';

/** What is known of somebody's death, what may be due to the heirs, and what was withdrawn; nothing while nobody said they died. */
export function DeathSection(props: { readonly file: PersonFile }) {
  const { person, deaths } = props.file;
  const { t } = useLanguage();
  const format = useFormats();
  const may = useMay();
  const holds = deaths.find(({ withdrawn }) => withdrawn === null);
  const withdrawn = deaths.filter((one) => one.withdrawn !== null);
  const dead = person.diedOn !== null;
  return (
    <>
      {person.diedOn !== null && (
        <Alert
          color="gray"
          title={t('death.title', { day: format.day(person.diedOn) })}
          styles={{ title: { color: '#1b2529' } }}
        >
          <Stack gap="xs">
            {holds !== undefined && (
              <Facts
                of={[
                  [
                    t('death.evidence'),
                    [t(`deathEvidence.${holds.evidence}`), holds.reference].filter(Boolean).join(' · '),
                  ],
                  [t('death.standing'), t(holds.certified ? 'death.certified' : 'death.reported')],
                  ...(holds.note === null ? [] : [[t('death.note'), holds.note] as const]),
                  [t('death.recorded'), <MadeBy key="by" at={holds.at} by={holds.by} />],
                ]}
              />
            )}
            {may('deaths.record') && <AfterDeath personId={person.personId} />}
            <Text size="sm">
              {t('death.heirs')}{' '}
              <Go to="/simulasi" search={{ bagian: 'manfaat', peristiwa: 'death', tanggal: person.diedOn }}>
                {t('death.toSimulation')}
              </Go>
            </Text>
            {may('deaths.record') && (
              <Group gap="xs">
                {holds?.certified !== true && (
                  <DeathDialog personId={person.personId} before={person.diedOn} />
                )}
                {(holds?.certified !== true || may('deaths.overturn')) && (
                  <Withdrawal personId={person.personId} name={person.name} />
                )}
              </Group>
            )}
          </Stack>
        </Alert>
      )}
      {!dead && withdrawn[0] !== undefined && withdrawn[0].withdrawn !== null && (
        <Text size="sm" c="dimmed">
          {t('death.withdrawn', {
            day: format.day(withdrawn[0].diedOn),
            reason: withdrawn[0].withdrawn.reason,
          })}{' '}
          <MadeBy at={withdrawn[0].withdrawn.at} by={withdrawn[0].withdrawn.by} />
        </Text>
      )}
    </>
  );
}

function Withdrawal(props: { readonly personId: string; readonly name: string }) {
  const { t } = useLanguage();
  const refresh = useRefresh();
  const [asked, { open, close }] = useDisclosure(false);
  const withdrawing = useMutation({
    mutationFn: (reason: string) => withdrawDeath(props.personId, reason),
    onSuccess: async () => {
      await refresh(['person']);
      close();
    },
  });
  return (
    <>
      <Button variant="default" size="xs" onClick={open}>
        {t('death.withdraw')}
      </Button>
      <ReasonDialog
        opened={asked}
        title={t('death.withdrawTitle', { name: props.name })}
        button={t('death.withdraw')}
        doing={withdrawing}
        onClose={close}
      >
        <Text size="sm">{t('death.withdrawAbout')}</Text>
      </ReasonDialog>
    </>
  );
}
