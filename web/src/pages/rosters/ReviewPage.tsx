import { Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { listReview, type ReviewList } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Go } from '../../ui/Go.tsx';
import { Waiting } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { ReviewDesk } from './ReviewDesk.tsx';

const route = getRouteApi('/daftar/$id/tinjau');

/** Doubtful rows of a list, one after the other, each beside whom it may mean; decided by keyboard. */
export function ReviewPage() {
  const { id } = route.useParams();
  const { semua } = route.useSearch();
  const { t } = useLanguage();
  const all = semua !== undefined;
  const query = useInfiniteQuery({
    queryKey: ['review', id, all],
    queryFn: ({ pageParam }) =>
      listReview(id, { after: String(pageParam), ...(all ? {} : { open: 'true' as const }) }),
    initialPageParam: 0,
    getNextPageParam: (page: ReviewList) => page.next,
    // A row that was decided stays where it is until the page is opened anew.
    staleTime: Infinity,
    gcTime: 0,
  });
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <PageHead title={t('review.title')}>
        <Go to="/daftar/$id" params={{ id }}>
          {first?.fileName ?? t('review.back')}
        </Go>
      </PageHead>
      {query.isError && <ProblemBox error={query.error} retry={() => void query.refetch()} />}
      {first === undefined && !query.isError && <Waiting />}
      {first !== undefined && (
        <Stack gap="md">
          <Text>
            {t('review.about')}{' '}
            <Go to="/daftar/$id/tinjau" params={{ id }} search={all ? {} : { semua: '1' }}>
              {t(all ? 'review.showOpen' : 'review.showAll')}
            </Go>
          </Text>
          {rows.length === 0 ? (
            <Empty what={t(first.total === 0 ? 'review.none' : 'review.done')}>
              <Go to="/daftar/$id" params={{ id }}>
                {t('review.back')}
              </Go>
            </Empty>
          ) : (
            <ReviewDesk
              key={String(all)}
              rosterId={id}
              mayDecide={first.mayDecide}
              progress={first}
              rows={rows}
              hasMore={query.hasNextPage}
              more={() => {
                if (!query.isFetchingNextPage) void query.fetchNextPage();
              }}
            />
          )}
        </Stack>
      )}
    </>
  );
}
