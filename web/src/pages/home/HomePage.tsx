import { Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { monthOf } from '@payung/kernel';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { getCoverage, listAgreements, listBills, listProposals, listRosters } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay, useSession, useToday } from '../../app/session.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go, GoButton } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { useMyArea } from '../coverage/my-area.ts';
import { PercentageList } from '../coverage/PercentageList.tsx';

/** What waits for the user, by what they may do; then the coverage of their area. */
export function HomePage() {
  const { t } = useLanguage();
  const session = useSession();
  const may = useMay();
  const area = useMyArea();
  return (
    <>
      <PageHead title={t('home.title', { name: session.name })} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {may('rosters.read') && <RostersCard />}
        {may('selection.read') && <ProposalsCard />}
        {may('registration.read') && (
          <Card title={t('nav.registration')}>
            <Text size="sm">{t('home.registration')}</Text>
            <Go to="/pendaftaran">{t('home.open')}</Go>
          </Card>
        )}
        {may('billing.read') && <BillsCard />}
        {may('agreements.read') && <AgreementsCard />}
        {may('coverage.read') && area !== undefined && <CoverageCard area={area} />}
        {may('people.read') && (
          <Card title={t('nav.people')}>
            <Text size="sm">{t('home.people')}</Text>
            <Go to="/orang">{t('home.search')}</Go>
          </Card>
        )}
        {may('users.manage') && (
          <Card title={t('nav.users')}>
            <Text size="sm">{t('home.users')}</Text>
            <Go to="/pengguna">{t('home.open')}</Go>
          </Card>
        )}
        {may('audit.read') && (
          <Card title={t('nav.audit')}>
            <Text size="sm">{t('home.audit')}</Text>
            <Go to="/audit">{t('home.open')}</Go>
          </Card>
        )}
      </SimpleGrid>
    </>
  );
}

function Card(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Paper component="section">
      <Title order={2} mb="xs">
        {props.title}
      </Title>
      {props.children}
    </Paper>
  );
}

function RostersCard() {
  const { t } = useLanguage();
  const may = useMay();
  const query = useQuery({ queryKey: ['rosters'], queryFn: listRosters });
  return (
    <Card title={t('nav.rosters')}>
      <Loaded query={query} brief>
        {({ rosters }) => {
          const waiting = rosters.filter(({ state }) => state === 'checked');
          const failed = rosters.filter(({ state }) => state === 'failed');
          return (
            <>
              <Text>
                {waiting.length === 0
                  ? t('home.noneWaits')
                  : may('rosters.accept')
                    ? t('home.toAccept', { count: waiting.length })
                    : t('home.checked', { count: waiting.length })}
              </Text>
              {failed.length > 0 && <Text>{t('home.failed', { count: failed.length })}</Text>}
              {[...failed, ...waiting].slice(0, 5).map((one) => (
                <Text key={one.rosterId} size="sm">
                  <Go to="/daftar/$id" params={{ id: one.rosterId }}>
                    {one.fileName}
                  </Go>{' '}
                  · {one.partnerName}
                </Text>
              ))}
              {may('rosters.send') && (
                <GoButton to="/daftar/kirim" mt="sm" size="xs" variant="light">
                  {t('rosters.send')}
                </GoButton>
              )}
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}

function ProposalsCard() {
  const { t } = useLanguage();
  const may = useMay();
  const query = useQuery({ queryKey: ['proposals'], queryFn: listProposals });
  return (
    <Card title={t('nav.selection')}>
      <Loaded query={query} brief>
        {({ proposals }) => {
          const underWay = proposals.filter(({ state }) => state !== 'enrolled');
          return (
            <>
              <Text>
                {underWay.length === 0
                  ? t('home.noProposal')
                  : t('home.proposals', { count: underWay.length })}
              </Text>
              {underWay.slice(0, 5).map((one) => (
                <Text key={one.proposalId} size="sm">
                  <Go to="/usulan/$id" params={{ id: one.proposalId }}>
                    {one.areaName}
                  </Go>{' '}
                  · {t(`proposalState.${one.state}`)}
                </Text>
              ))}
              {may('selection.prepare') && (
                <GoButton to="/usulan/baru" mt="sm" size="xs" variant="light">
                  {t('usulan.new')}
                </GoButton>
              )}
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}

function BillsCard() {
  const { t } = useLanguage();
  const format = useFormats();
  const query = useQuery({ queryKey: ['bills', {}], queryFn: () => listBills() });
  return (
    <Card title={t('nav.bills')}>
      <Loaded query={query} brief>
        {({ bills }) => {
          const open = bills.filter((one) => one.open > 0);
          const owed = open.reduce((sum, one) => sum + one.open, 0);
          return (
            <>
              <Text>
                {open.length === 0
                  ? t('home.noOpenBill')
                  : t('home.openBills', { count: open.length, sum: format.money(owed) })}
              </Text>
              {open.slice(0, 5).map((one) => (
                <Text key={one.billId} size="sm">
                  <Go to="/tagihan/$id" params={{ id: one.billId }}>
                    {one.number}
                  </Go>{' '}
                  · {format.money(one.open)} · {t('bills.due', { day: format.day(one.dueOn) })}
                </Text>
              ))}
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}

function AgreementsCard() {
  const { t } = useLanguage();
  const query = useQuery({ queryKey: ['agreements'], queryFn: listAgreements });
  return (
    <Card title={t('nav.agreements')}>
      <Loaded query={query} brief>
        {({ agreements }) => {
          const unpaid = agreements.filter(({ stage }) => stage === 'awaiting_payment');
          return (
            <>
              <Text>{t('home.awaitingPayment', { count: unpaid.length, all: agreements.length })}</Text>
              {unpaid.slice(0, 5).map((one) => (
                <Text key={one.agreementId} size="sm">
                  <Go to="/perjanjian/$id" params={{ id: one.agreementId }}>
                    {one.number}
                  </Go>{' '}
                  · {one.partnerName}
                </Text>
              ))}
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}

function CoverageCard(props: { readonly area: string }) {
  const { t } = useLanguage();
  const format = useFormats();
  const month = monthOf(useToday());
  const query = useQuery({
    queryKey: ['coverage', props.area, month, 'area'],
    queryFn: () => getCoverage({ area: props.area, month, by: 'area' }),
  });
  return (
    <Card title={t('nav.coverage')}>
      <Loaded query={query} brief>
        {({ area, totals, percentages }) => (
          <>
            <Text size="sm" c="dimmed">
              {area.name} · {t('coverage.covered', { month: format.month(month) })}
            </Text>
            <div className="figure">{format.count(totals.people)}</div>
            <PercentageList percentages={percentages} place={area.name} />
            <Text mt="xs">
              <Go to="/cakupan">{t('home.coverage')}</Go>
            </Text>
          </>
        )}
      </Loaded>
    </Card>
  );
}
