import { Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { getRegistration, type Registration, type Wanted, type WorkPlace } from '../../app/registration.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Go } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { BatchTable } from './BatchTable.tsx';
import { IncompleteTable } from './IncompleteTable.tsx';
import { ReadyPaper } from './ReadyPaper.tsx';
import { RejectionTable } from './RejectionTable.tsx';
import { WorkList } from './WorkList.tsx';

const route = getRouteApi('/pendaftaran');

/** Members on their way to the branch of BPJS: who is ready, the sheets made, who was rejected, and who lacks what. */
export function RegistrationPage() {
  const { t } = useLanguage();
  const { daftar } = route.useSearch();
  const [workPlace, setWorkPlace] = useState<WorkPlace>('residence');
  const wanted: Wanted = { ...(daftar !== undefined && { rosterId: daftar }), workPlace };
  const query = useQuery({
    queryKey: ['registration', daftar, workPlace],
    queryFn: () => getRegistration(wanted),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title={t('nav.registration')} />
      <Text c="dimmed" mb="md" maw="44rem">
        {t('registration.about')} {daftar !== undefined && <Go to="/pendaftaran">{t('registration.all')}</Go>}
      </Text>
      <Loaded query={query}>
        {(found) =>
          isNothing(found, workPlace) ? (
            <Empty what={t('registration.nobody')}>
              <Go to="/daftar">{t('registration.nobodyNext')}</Go>
            </Empty>
          ) : (
            <Stack gap="lg">
              <ReadyPaper
                key={daftar}
                found={found}
                wanted={wanted}
                workPlace={workPlace}
                onWorkPlace={setWorkPlace}
              />
              <Rest found={found} wanted={wanted} />
            </Stack>
          )
        }
      </Loaded>
    </>
  );
}

function isNothing(found: Registration, workPlace: WorkPlace): boolean {
  const { ready, incompleteTotal, rejectionsTotal, batches } = found;
  return workPlace === 'residence' && ready + incompleteTotal + rejectionsTotal + batches.length === 0;
}

/** The sheets made, and the work that is left before others follow. */
function Rest(props: { readonly found: Registration; readonly wanted: Wanted }) {
  const { found, wanted } = props;
  const { t } = useLanguage();
  return (
    <>
      {found.batches.length > 0 && (
        <section>
          <Title order={2} mb="xs">
            {t('registration.sheets')}
          </Title>
          <BatchTable batches={found.batches} />
        </section>
      )}
      {found.incompleteTotal + found.rejectionsTotal > 0 && <WorkList wanted={wanted} />}
      {found.rejectionsTotal > 0 && (
        <section>
          <Title order={2} mb="xs">
            {t('registration.rejected', { people: found.rejectionsTotal })}
          </Title>
          <RejectionTable rejections={found.rejections} total={found.rejectionsTotal} />
        </section>
      )}
      {found.incompleteTotal > 0 && (
        <section>
          <Title order={2} mb="xs">
            {t('registration.incomplete', { people: found.incompleteTotal })}
          </Title>
          <IncompleteTable found={found} />
        </section>
      )}
    </>
  );
}
