import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Agreement, listAgreements } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go, GoButton } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { groupText, payerText, stages } from './words.ts';

/** Agreements as a board: one column per step, so that a signed agreement nobody pays for is seen. */
export function AgreementsPage() {
  const { t } = useLanguage();
  const may = useMay();
  const query = useQuery({ queryKey: ['agreements'], queryFn: listAgreements });
  return (
    <>
      <PageHead title={t('nav.agreements')}>
        {may('agreements.manage') && <GoButton to="/perjanjian/baru">{t('agreements.new')}</GoButton>}
      </PageHead>
      <Loaded query={query}>
        {({ agreements }) =>
          agreements.length === 0 ? (
            <Empty what={t('agreements.none')}>{t('agreements.noneNext')}</Empty>
          ) : (
            <div className="board">
              {stages.map((stage) => {
                const here = agreements.filter((one) => (one.stage ?? 'draft') === stage);
                return (
                  <section key={stage} aria-label={t(`stage.${stage}`)}>
                    <Title order={2} size="h3">
                      {t(`stage.${stage}`)} ({here.length})
                    </Title>
                    {here.map((one) => (
                      <AgreementCard key={one.agreementId} agreement={one} />
                    ))}
                    {here.length === 0 && (
                      <Text size="sm" c="dimmed">
                        {t('agreements.noneHere')}
                      </Text>
                    )}
                  </section>
                );
              })}
            </div>
          )
        }
      </Loaded>
    </>
  );
}

function AgreementCard(props: { readonly agreement: Agreement }) {
  const { t } = useLanguage();
  const format = useFormats();
  const one = props.agreement;
  return (
    <article>
      <Go to="/perjanjian/$id" params={{ id: one.agreementId }} fw={600}>
        {one.number}
      </Go>
      <Text size="sm">
        {one.partnerName} · {one.areaName}
      </Text>
      <Text size="sm">{groupText(t, one.group)}</Text>
      <Text size="sm" c="dimmed">
        {one.fund.name} · {payerText(t, one.fund)}
      </Text>
      {one.stageOn !== null && (
        <Text size="sm" c="dimmed">
          {t('agreements.since', { day: format.day(one.stageOn) })}
        </Text>
      )}
    </article>
  );
}
