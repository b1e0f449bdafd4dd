import { Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type DuplicateList, listDuplicates } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Go } from '../../ui/Go.tsx';
import { Waiting } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { DuplicateDesk } from './DuplicateDesk.tsx';
import { DuplicateSearch } from './DuplicateSearch.tsx';

const route = getRouteApi('/orang/ganda');

/** Records of the base that may be one person, pair by pair, decided by keyboard. */
export function DuplicatesPage() {
  const { t } = useLanguage();
  const later = route.useSearch().nanti !== undefined;
  const query = useInfiniteQuery({
    queryKey: ['duplicates', later],
    queryFn: ({ pageParam }) =>
      listDuplicates({
        ...(pageParam === null ? {} : { after: pageParam }),
        ...(later ? { later: 'true' as const } : {}),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: DuplicateList) => page.next,
    // A pair that was decided stays where it is until the page is opened anew.
    staleTime: Infinity,
    gcTime: 0,
  });
  const first = query.data?.pages[0];
  const pairs = query.data?.pages.flatMap((page) => page.pairs) ?? [];
  return (
    <>
      <PageHead title={t('duplicates.title')}>
        <Go to="/orang">{t('nav.people')}</Go>
      </PageHead>
      <Text mb="md" maw="44rem">
        {t('duplicates.about')}
      </Text>
      {query.isError && <ProblemBox error={query.error} retry={() => void query.refetch()} />}
      {first === undefined && !query.isError && <Waiting />}
      {first !== undefined && (
        <Stack gap="md">
          <Group gap="sm">
            <Go to="/orang/ganda" search={later ? {} : { nanti: '1' }}>
              {later
                ? t('duplicates.showOpen', { pairs: first.progress.open })
                : t('duplicates.showLater', { pairs: first.progress.later })}
            </Go>
            {first.progress.elsewhere > 0 && (
              <Text size="sm">{t('duplicates.elsewhere', { pairs: first.progress.elsewhere })}</Text>
            )}
          </Group>
          {pairs.length === 0 ? (
            <Empty what={t(later ? 'duplicates.noneLater' : 'duplicates.none')}>
              {t(later ? 'duplicates.noneLaterNext' : 'duplicates.noneNext')}
            </Empty>
          ) : (
            <>
              <DuplicateDesk
                key={String(later)}
                progress={first.progress}
                pairs={pairs}
                hasMore={query.hasNextPage}
                more={() => {
                  if (!query.isFetchingNextPage) void query.fetchNextPage();
                }}
              />
              <Group gap="xs">
                {(['csv', 'xlsx'] as const).map((format) => (
                  <Button
                    key={format}
                    component="a"
                    href={`/api/duplicates/table?format=${format}`}
                    download
                    variant="default"
                    size="xs"
                  >
                    {t('duplicates.export', { format: format.toUpperCase() })}
                  </Button>
                ))}
              </Group>
            </>
          )}
          <DuplicateSearch search={first.search} again={() => void query.refetch()} />
        </Stack>
      )}
    </>
  );
}
