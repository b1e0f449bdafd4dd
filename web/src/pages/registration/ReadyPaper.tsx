import { Button, NativeSelect, Paper, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLanguage } from '../../app/language.tsx';
import { makeBatch, type Registration, type Wanted, type WorkPlace } from '../../app/registration.ts';
import { useMay } from '../../app/session.tsx';
import { chosenOf } from '../../ui/chosen.ts';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { PresumedTable } from './PresumedTable.tsx';

const workPlaces: readonly WorkPlace[] = ['residence', 'partner', 'none'];

/** Who is ready, what is presumed of them, and the button that makes the sheet. */
export function ReadyPaper(props: {
  readonly found: Registration;
  readonly wanted: Wanted;
  readonly workPlace: WorkPlace;
  readonly onWorkPlace: (workPlace: WorkPlace) => void;
}) {
  const { found, wanted, workPlace, onWorkPlace } = props;
  const { ready, presumed, presumedTotal } = found;
  const { t } = useLanguage();
  const may = useMay();
  const queries = useQueryClient();
  const making = useMutation({
    mutationFn: () => makeBatch(wanted),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['registration'] }),
  });
  const rest = found.incompleteTotal + found.rejectionsTotal;
  return (
    <Paper p="lg" component="section">
      <Title order={2}>{t('registration.ready', { people: ready })}</Title>
      <Text size="sm" mt="xs" mb="sm" maw="44rem">
        {t(
          ready > 0 ? 'registration.readyNext' : rest > 0 ? 'registration.noneReady' : 'registration.allSent',
        )}
      </Text>
      {(presumedTotal > 0 || workPlace !== 'residence') && (
        <>
          <NativeSelect
            label={t('registration.presume')}
            description={t('registration.presumed', { people: presumedTotal })}
            value={workPlace}
            onChange={(event) => onWorkPlace(chosenOf(workPlaces, event.currentTarget.value))}
            data={workPlaces.map((value) => ({ value, label: t(`workPlace.${value}`) }))}
            maw="44rem"
            mb="sm"
          />
          {presumed.length > 0 && (
            <details>
              <summary>{t('registration.presumedShow')}</summary>
              <PresumedTable people={presumed} total={presumedTotal} />
            </details>
          )}
        </>
      )}
      {making.isSuccess && (
        <Text role="status" my="sm">
          {t('registration.made', { people: making.data.people })}
        </Text>
      )}
      <ProblemBox error={making.error} />
      {ready > 0 && may('registration.export') && (
        <Button mt="sm" loading={making.isPending} onClick={() => making.mutate()}>
          {t('registration.make', { people: ready })}
        </Button>
      )}
    </Paper>
  );
}
