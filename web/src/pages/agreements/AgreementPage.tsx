import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type AgreementFile, getAgreement } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useRefresh } from '../../app/refresh.ts';
import { useMay, useToday } from '../../app/session.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useFormats } from '../../ui/format.ts';
import { GoButton } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { MadeBy } from '../../ui/MadeBy.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Table } from '../../ui/Table.tsx';
import { TraceTree } from '../../ui/TraceTree.tsx';
import { contributionOf } from './contribution.ts';
import { DecreeForm } from './DecreeForm.tsx';
import { isOpen } from './open.ts';
import { StageForm } from './StageForm.tsx';
import { groupText, payerText, segmentText } from './words.ts';

const route = getRouteApi('/perjanjian/$id');

/** One agreement: its terms, who pays by which law, its steps and its decrees. */
export function AgreementPage() {
  const { id } = route.useParams();
  const query = useQuery({ queryKey: ['agreement', id], queryFn: () => getAgreement(id) });
  return <Loaded query={query}>{(file) => <AgreementView file={file} />}</Loaded>;
}

function AgreementView(props: { readonly file: AgreementFile }) {
  const { agreement, events, decrees } = props.file;
  const { t, language } = useLanguage();
  const format = useFormats();
  const may = useMay();
  const today = useToday();
  const ask = useRefresh();
  const refresh = () => ask(['agreement', agreement.agreementId], ['agreements']);
  const contribution = contributionOf(agreement, today);
  const search = { perjanjian: agreement.agreementId };
  return (
    <>
      <PageHead title={agreement.number}>
        {may('rosters.send') && isOpen(agreement, today) && (
          <GoButton to="/daftar/kirim" search={search} variant="light">
            {t('rosters.send')}
          </GoButton>
        )}
        {may('billing.run') && (
          <GoButton to="/tagihan/baru" search={search}>
            {t('bills.run')}
          </GoButton>
        )}
      </PageHead>
      <Stack gap="lg">
        <Text>{agreement.title}</Text>
        <Facts
          of={[
            [t('agreements.partner'), `${agreement.partnerName} · ${agreement.areaName}`],
            [t('agreements.kind'), t(`agreementKind.${agreement.kind}`)],
            [t('agreements.who'), `${segmentText(t, agreement.segment)} · ${groupText(t, agreement.group)}`],
            [t('agreements.programmes'), agreement.programmes.join(', ')],
            [t('agreements.income'), format.money(agreement.income)],
            [t('agreements.during'), during(agreement.from, agreement.until)],
            [
              t('agreements.fund'),
              `${agreement.fund.name} (${t(`fundKind.${agreement.fund.kind}`)}, ${agreement.fund.year})`,
            ],
            [
              t('agreements.payer'),
              <span key="payer">
                {payerText(t, agreement.fund)}{' '}
                {agreement.fund.payerCertainty === 'uncertain' && <Mark tone="wait">{t('payer.open')}</Mark>}
                <br />
                <small>{agreement.fund.payerCitation}</small>
              </span>,
            ],
          ]}
        />
        {contribution !== undefined && (
          <section>
            <Title order={2} mb="xs">
              {t('agreements.contribution', {
                amount: format.money(contribution.value.total),
                month: format.month(today.slice(0, 7)),
              })}
            </Title>
            <TraceTree trace={contribution.trace} language={language} />
          </section>
        )}
        <section>
          <Title order={2} mb="xs">
            {t('agreements.steps')}
          </Title>
          <Table
            caption={t('agreements.steps')}
            columns={[
              { key: 'stage', label: t('agreements.stage'), cell: (one) => t(`stage.${one.stage}`) },
              { key: 'day', label: t('agreements.onDay'), cell: (one) => format.day(one.onDay) },
              { key: 'note', label: t('agreements.note'), cell: (one) => one.note ?? '' },
              {
                key: 'by',
                label: t('agreements.recorded'),
                cell: (one) => <MadeBy at={one.recordedAt} by={one.madeBy} />,
              },
            ]}
            rows={events}
            rowKey={(one) => `${one.stage} ${one.recordedAt}`}
          />
          {may('agreements.manage') && agreement.stage !== 'ended' && (
            <StageForm agreement={agreement} onDone={refresh} />
          )}
        </section>
        <section>
          <Title order={2} mb="xs">
            {t('agreements.decrees')}
          </Title>
          {decrees.length === 0 ? (
            <Text c="dimmed">{t('agreements.noDecrees')}</Text>
          ) : (
            <Table
              caption={t('agreements.decrees')}
              columns={[
                { key: 'number', label: t('agreements.number'), cell: (one) => one.number },
                { key: 'kind', label: t('agreements.kind'), cell: (one) => t(`decreeKind.${one.kind}`) },
                { key: 'day', label: t('agreements.signedOn'), cell: (one) => format.day(one.signedOn) },
              ]}
              rows={decrees}
              rowKey={(one) => one.decreeId}
            />
          )}
          {may('agreements.manage') && (
            <Group mt="sm">
              <DecreeForm agreementId={agreement.agreementId} onDone={refresh} />
            </Group>
          )}
        </section>
      </Stack>
    </>
  );

  function during(from: string, until: string | null): string {
    return until === null
      ? t('agreements.fromOn', { from: format.day(from) })
      : t('agreements.fromUntil', { from: format.day(from), until: format.lastBefore(until) });
  }
}
