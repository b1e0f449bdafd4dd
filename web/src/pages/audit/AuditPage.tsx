import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getAuditHead } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';

/** The head of the sealed log: to be written down somewhere else, and compared later. */
export function AuditPage() {
  const { t } = useLanguage();
  const format = useFormats();
  const query = useQuery({ queryKey: ['audit', 'head'], queryFn: getAuditHead });
  return (
    <>
      <PageHead title={t('nav.audit')} />
      <Stack>
        <Text maw="44rem">{t('audit.about')}</Text>
        <Loaded query={query}>
          {({ head }) =>
            head === null ? (
              <Empty what={t('audit.none')}>{t('audit.noneNext')}</Empty>
            ) : (
              <>
                <blockquote className="secret">{head.sentence}</blockquote>
                <Facts
                  of={[
                    [t('audit.block'), format.count(head.block)],
                    [t('audit.closed'), format.instant(head.closedAt)],
                    [t('audit.entries'), format.count(head.entries)],
                    [t('audit.fingerprint'), <code key="fingerprint">{head.fingerprint}</code>],
                  ]}
                />
              </>
            )
          }
        </Loaded>
        <Text size="sm" c="dimmed">
          {t('audit.verify')} <code>payung audit verify</code>
        </Text>
      </Stack>
    </>
  );
}
