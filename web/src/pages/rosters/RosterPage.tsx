import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { getRoster, type RosterFile, type Verdict } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go, GoButton } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { MadeBy } from '../../ui/MadeBy.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Acceptance } from './Acceptance.tsx';
import { CountsEquation } from './CountsEquation.tsx';
import { useProgress } from './progress.ts';
import { ReadAs } from './ReadAs.tsx';
import { ReasonTable } from './ReasonTable.tsx';
import { RosterMark } from './RosterMark.tsx';
import { RosterProgress } from './RosterProgress.tsx';
import { RosterRows } from './RosterRows.tsx';
import { UndoRoster } from './UndoRoster.tsx';
import { verdicts } from './verdicts.ts';

const route = getRouteApi('/daftar/$id');
const moving = ['received', 'checking', 'accepting', 'undoing'];

/** One list: how far it is, what was found, and what to do with it. */
export function RosterPage() {
  const { id } = route.useParams();
  const query = useQuery({
    queryKey: ['roster', id],
    queryFn: () => getRoster(id),
    // The stream of events tells sooner; this also works behind a proxy that holds events back.
    refetchInterval: ({ state }) => (moving.includes(state.data?.roster.state ?? '') ? 3_000 : false),
  });
  return <Loaded query={query}>{(file) => <RosterView {...file} />}</Loaded>;
}

function RosterView(props: RosterFile) {
  const { roster, reasons, columns, stopped } = props;
  const problem = roster.problem ?? stopped;
  const { t } = useLanguage();
  const format = useFormats();
  const may = useMay();
  const queries = useQueryClient();
  const { hasil, alasan, kiriman } = route.useSearch();
  const verdict: Verdict | undefined = verdicts.find((one) => one === hasil);
  const refresh = useCallback(async () => {
    const old = [['roster', roster.rosterId], ['rosters']];
    await Promise.all(old.map((queryKey) => queries.invalidateQueries({ queryKey })));
  }, [queries, roster.rosterId]);
  const progress = useProgress(roster.rosterId, moving.includes(roster.state), refresh);
  const checked = !['received', 'checking', 'failed'].includes(roster.state);
  return (
    <>
      <PageHead title={roster.fileName}>
        <RosterMark state={roster.state} purpose={roster.purpose} />
      </PageHead>
      <Stack gap="lg">
        {kiriman === 'lama' && <Alert role="status">{t('rosters.repeated')}</Alert>}
        <Facts
          of={[
            roster.agreementId === null
              ? [
                  t('rosters.purpose'),
                  t('rosters.recordsOf', { partner: roster.partnerName, area: roster.areaName }),
                ]
              : [
                  t('rosters.agreement'),
                  <Go key="agreement" to="/perjanjian/$id" params={{ id: roster.agreementId }}>
                    {roster.partnerName}, {roster.areaName}
                  </Go>,
                ],
            [
              t(roster.purpose === 'enrol' ? 'rosters.startsOn' : 'rosters.asOf'),
              format.day(roster.startsOn),
            ],
            [t('send.policy'), t(`policy.${roster.policy}`)],
            ...(roster.sameFrom === null && roster.newBelow === null
              ? []
              : [
                  [
                    t('send.thresholds'),
                    t('send.thresholdsChosen', {
                      same: roster.sameFrom ?? '–',
                      fresh: roster.newBelow ?? '–',
                    }),
                  ] as const,
                ]),
            ...(moving.includes(roster.state)
              ? []
              : [
                  [
                    t('mapping.readAs'),
                    <ReadAs key="read" rosterId={roster.rosterId} columns={columns} />,
                  ] as const,
                ]),
            [t('rosters.sent'), <MadeBy key="sent" at={roster.recordedAt} by={roster.madeBy} />],
          ]}
        />
        {moving.includes(roster.state) && <RosterProgress progress={progress} />}
        {problem !== null && (
          <Alert color="red" role="alert" title={problem.text} styles={{ title: { color: '#8f1d13' } }}>
            {problem.remedy}
          </Alert>
        )}
        {checked && (
          <>
            <section>
              <Title order={2} mb="xs">
                {t('rosters.found')}
              </Title>
              <CountsEquation rosterId={roster.rosterId} counts={roster.counts} chosen={verdict} />
            </section>
            {roster.state === 'accepted' && (
              <Paper>
                <Text fw={600}>
                  {t(roster.purpose === 'enrol' ? 'rosters.accepted' : 'rosters.acceptedRecords', {
                    people: roster.enrolled,
                    recorded: roster.recorded,
                    listed: roster.listed,
                    at: format.instant(roster.acceptedAt),
                  })}
                </Text>
                {roster.purpose === 'enrol' && roster.listed > 0 && (
                  <Text>{t('rosters.acceptedFilled', { people: roster.listed })}</Text>
                )}
                {roster.agreementId !== null && may('billing.run') && (
                  <GoButton
                    to="/tagihan/baru"
                    search={{ perjanjian: roster.agreementId }}
                    mt="xs"
                    variant="light"
                  >
                    {t('bills.run')}
                  </GoButton>
                )}
                {roster.agreementId !== null && may('registration.read') && (
                  <GoButton
                    to="/pendaftaran"
                    search={{ daftar: roster.rosterId }}
                    mt="xs"
                    ml="xs"
                    variant="light"
                  >
                    {t('registration.fromList')}
                  </GoButton>
                )}
              </Paper>
            )}
            {roster.undone !== null && (
              <Paper>
                <Text fw={600}>{t('undo.done', { at: format.instant(roster.undone.at) })}</Text>
                <Text size="sm">{t('undo.doneWhy', { why: roster.undone.why })}</Text>
                <Text size="sm">{t('undo.again')}</Text>
              </Paper>
            )}
            {roster.state === 'accepted' && may('rosters.accept') && (
              <UndoRoster rosterId={roster.rosterId} onAsked={refresh} />
            )}
            {roster.state === 'checked' && roster.counts.doubtful > 0 && may('rosters.review') && (
              <GoButton
                to="/daftar/$id/tinjau"
                params={{ id: roster.rosterId }}
                variant="light"
                style={{ alignSelf: 'flex-start' }}
              >
                {t('review.open', { rows: roster.counts.doubtful })}
              </GoButton>
            )}
            {roster.state === 'checked' && may('rosters.accept') && (
              <Acceptance roster={roster} onAccepted={refresh} />
            )}
            <section>
              <Group justify="space-between" mb="xs">
                <Title order={2}>{t('rosters.reasons')}</Title>
                <Button
                  component="a"
                  href={`/api/rosters/${roster.rosterId}/workbook`}
                  download
                  variant="default"
                  size="xs"
                >
                  {t('rosters.workbook')}
                </Button>
              </Group>
              <ReasonTable rosterId={roster.rosterId} reasons={reasons} />
            </section>
            <RosterRows
              key={`${verdict} ${alasan}`}
              rosterId={roster.rosterId}
              verdict={verdict}
              reason={alasan}
            />
          </>
        )}
      </Stack>
    </>
  );
}
