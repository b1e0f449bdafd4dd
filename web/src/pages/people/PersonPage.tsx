import { Alert, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { getMemberships, getPerson, type PersonFile, type PersonMemberships } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useFormats } from '../../ui/format.ts';
import { GoButton } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { DeathDialog } from './DeathDialog.tsx';
import { DeathSection } from './DeathSection.tsx';
import { FilledIn } from './FilledIn.tsx';
import { MembershipView } from './MembershipView.tsx';
import { MergedNotice, MergedRecords } from './MergedRecords.tsx';
import { Revelation } from './Revelation.tsx';
import { birthText, sexText } from './words.ts';

const route = getRouteApi('/orang/$id');

/** One person, masked: where they live, what they do, through whom they are a member, and which months are covered. */
export function PersonPage() {
  const { id } = route.useParams();
  const person = useQuery({ queryKey: ['person', id], queryFn: () => getPerson(id) });
  const memberships = useQuery({
    queryKey: ['person', id, 'memberships'],
    queryFn: () => getMemberships(id),
  });
  return (
    <Loaded query={person}>
      {(file) => (
        <Stack gap="lg">
          <PersonView file={file} />
          <DeathSection file={file} />
          <MergedRecords merges={file.merges} />
          <FilledIn fillings={file.fillings} />
          <Loaded query={memberships}>{(list) => <MembershipList list={list} />}</Loaded>
        </Stack>
      )}
    </Loaded>
  );
}

function PersonView(props: { readonly file: PersonFile }) {
  const { person, nikMasked, residences, work } = props.file;
  const { t } = useLanguage();
  const format = useFormats();
  const may = useMay();
  const now = (span: { readonly until: string | null }) => span.until === null;
  const home = residences.find(now);
  return (
    <div>
      <PageHead title={person.name}>
        {person.diedOn !== null && (
          <Mark tone="bad">{t('people.died', { day: format.day(person.diedOn) })}</Mark>
        )}
        {person.example && <Mark tone="quiet">{t('people.example')}</Mark>}
        {person.diedOn === null && !person.merged && may('deaths.record') && (
          <DeathDialog personId={person.personId} before={null} />
        )}
        {may('people.merge') && (
          <GoButton to="/orang/$id/gabung" params={{ id: person.personId }} variant="default" size="xs">
            {t('merge.button')}
          </GoButton>
        )}
      </PageHead>
      <MergedNotice file={props.file} />
      <Facts
        of={[
          ['NIK', nikMasked ?? t('people.noNik')],
          [t('people.birth'), birthText(format, person)],
          [t('people.sex'), sexText(t, person.sex)],
          [
            t('people.home'),
            home === undefined
              ? person.areaName
              : `${home.areaName}${home.rt === null ? '' : ` · RT ${home.rt}`}${home.rw === null ? '' : ` RW ${home.rw}`}`,
          ],
          [
            t('people.work'),
            work
              .filter(now)
              .map((one) => one.occupationText)
              .join(', ') || '–',
          ],
        ]}
      />
      {may('people.reveal') && <Revelation personId={person.personId} />}
    </div>
  );
}

function MembershipList(props: { readonly list: PersonMemberships }) {
  const { memberships, findings, month } = props.list;
  const { t } = useLanguage();
  return (
    <section>
      <Title order={2} mb="xs">
        {t('people.memberships')}
      </Title>
      {[...new Set(findings.map(({ flag }) => flag))].map((flag) => (
        <Alert
          key={flag}
          color={flag === 'two_employers' ? 'blue' : 'yellow'}
          mb="sm"
          title={t(`finding.${flag}`)}
          styles={{ title: { color: '#1b2529' } }}
        >
          {t(`findingRemedy.${flag}`)}
        </Alert>
      ))}
      {memberships.length === 0 ? (
        <Text c="dimmed">{t('people.noMemberships')}</Text>
      ) : (
        <Stack>
          {memberships.map((one) => (
            <MembershipView key={one.membershipId} membership={one} month={month} />
          ))}
        </Stack>
      )}
    </section>
  );
}
