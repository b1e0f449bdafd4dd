import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { getProposal, type ProposalFile } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go, GoButton } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { MadeBy } from '../../ui/MadeBy.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Table } from '../../ui/Table.tsx';
import { CheckList } from './CheckList.tsx';
import { DecreeForm } from './DecreeForm.tsx';
import { DraftDesk } from './DraftDesk.tsx';
import { Enrolment } from './Enrolment.tsx';
import { Reopening } from './Reopening.tsx';
import { RuleFacts } from './RuleFacts.tsx';
import { costText, monthsText, stateTones } from './words.ts';

const route = getRouteApi('/usulan/$id');

/** One proposal: what it is, what comes next, and the list, as far as it is. */
export function ProposalPage() {
  const { id } = route.useParams();
  const query = useQuery({ queryKey: ['proposal', id], queryFn: () => getProposal(id) });
  return <Loaded query={query}>{(file) => <ProposalView file={file} />}</Loaded>;
}

function ProposalView(props: { readonly file: ProposalFile }) {
  const { file } = props;
  const { proposal, rule, cost, steps } = file;
  const { t } = useLanguage();
  const format = useFormats();
  const may = useMay();
  const queries = useQueryClient();
  const { state, meeting } = proposal;
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['proposal', proposal.proposalId] });
    await queries.invalidateQueries({ queryKey: ['candidates', proposal.proposalId] });
    await queries.invalidateQueries({ queryKey: ['proposals'] });
  };
  return (
    <>
      <PageHead title={t('usulan.title', { village: proposal.areaName })}>
        {proposal.minutesId !== null && state !== 'draft' && (
          <GoButton to="/usulan/$id/ba" params={{ id: proposal.proposalId }} variant="default">
            {t('dokumen.printMinutes')}
          </GoButton>
        )}
        {proposal.decreeId !== null && (
          <GoButton to="/usulan/$id/sk" params={{ id: proposal.proposalId }} variant="light">
            {t('sk.print')}
          </GoButton>
        )}
      </PageHead>
      <Stack gap="lg">
        <Group gap="sm">
          <Mark tone={stateTones[state]}>{t(`proposalState.${state}`)}</Mark>
          <Text fw={600}>{t(`nextStep.${state}`)}</Text>
        </Group>
        <Facts
          of={[
            [
              t('usulan.agreement'),
              <Go key="agreement" to="/perjanjian/$id" params={{ id: proposal.agreementId }}>
                {proposal.agreementNumber} · {proposal.partnerName}
              </Go>,
            ],
            [t('usulan.fund'), proposal.fundName],
            [t('usulan.months'), monthsText(format, proposal)],
            [
              t('usulan.cost'),
              <span key="cost">
                {costText(t, format, proposal.quota, cost)}{' '}
                {!cost.settled && <Mark tone="wait">{t('usulan.costOpen')}</Mark>}
              </span>,
            ],
            [t('usulan.rule'), <RuleFacts key="rule" proposal={proposal} rule={rule} />],
            ...(meeting === null
              ? []
              : [
                  [
                    t('musdes.title'),
                    <span key="meeting">
                      {t('musdes.held', { ...meeting, day: format.day(meeting.metOn) })}
                      <br />
                      {proposal.minutesNumber}: {meeting.minutes}
                    </span>,
                  ] as const,
                ]),
            ...(proposal.decreeNumber === null ? [] : [[t('usulan.decree'), proposal.decreeNumber] as const]),
          ]}
        />
        {rule === null && state === 'draft' && may('selection.rules') && (
          <Alert color="yellow" title={t('usulan.noRuleWhy')} styles={{ title: { color: '#5f4300' } }}>
            <Go to="/usulan/aturan">{t('usulan.noRuleGo')}</Go>
          </Alert>
        )}
        {state === 'draft' && may('selection.prepare') ? (
          <DraftDesk key={steps.length} file={file} onChanged={refresh} />
        ) : (
          <CheckList file={file} onChanged={refresh} />
        )}
        {state === 'verified' && may('selection.verify') && (
          <DecreeForm proposalId={proposal.proposalId} onDone={refresh} />
        )}
        {(state === 'decreed' || state === 'enrolled') && <Enrolment file={file} onDone={refresh} />}
        {(state === 'decided' || state === 'verified') && may('selection.verify') && (
          <Reopening proposalId={proposal.proposalId} onDone={refresh} />
        )}
        <section>
          <Title order={2} mb="xs">
            {t('usulan.steps')}
          </Title>
          <Table
            caption={t('usulan.steps')}
            columns={[
              { key: 'state', label: t('usulan.step'), cell: (one) => t(`proposalState.${one.state}`) },
              { key: 'note', label: t('usulan.note'), cell: (one) => one.note ?? '' },
              {
                key: 'by',
                label: t('usulan.recorded'),
                cell: (one) => <MadeBy at={one.recordedAt} by={one.madeBy} />,
              },
            ]}
            rows={steps}
            rowKey={(one) => `${one.state} ${one.recordedAt}`}
          />
        </section>
      </Stack>
    </>
  );
}
