import { Stack, Text } from '@mantine/core';
import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ReviewList } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Waiting } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { type DeskMatter, ReviewDesk } from './ReviewDesk.tsx';

/** Doubtful rows of a file, one after the other, each beside whom it may mean; decided by keyboard. */
export function ReviewRows<Page extends ReviewList>(props: {
  readonly queryKey: QueryKey;
  /** A page of rows; of all of them, or of those nobody has decided. */
  readonly list: (query: { after: string; open?: 'true' }) => Promise<Page>;
  /** Rows that were decided are shown, too. */
  readonly all: boolean;
  /** Leads to the other choice of `all`. */
  readonly other: ReactNode;
  readonly about: string;
  /** What is said where nothing is left to look at; the usual where it is left out or says nothing. */
  readonly emptyOf?: (page: Page) => string | undefined;
  readonly backTo: (name: string) => ReactNode;
  readonly matter: DeskMatter;
}) {
  const { all, matter } = props;
  const { t } = useLanguage();
  const query = useInfiniteQuery({
    queryKey: [...props.queryKey, all],
    queryFn: ({ pageParam }) =>
      props.list({ after: String(pageParam), ...(all ? {} : { open: 'true' as const }) }),
    initialPageParam: 0,
    getNextPageParam: (page: Page) => page.next,
    // A row that was decided stays where it is until the page is opened anew.
    staleTime: Infinity,
    gcTime: 0,
  });
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <PageHead title={t('review.title')}>{props.backTo(first?.fileName ?? t('review.back'))}</PageHead>
      {query.isError && <ProblemBox error={query.error} retry={() => void query.refetch()} />}
      {first === undefined && !query.isError && <Waiting />}
      {first !== undefined && (
        <Stack gap="md">
          <Text>
            {props.about} {props.other}
          </Text>
          {rows.length === 0 ? (
            <Empty what={props.emptyOf?.(first) ?? t(first.total === 0 ? 'review.none' : 'review.done')}>
              {matter.back}
            </Empty>
          ) : (
            <ReviewDesk
              key={String(all)}
              matter={matter}
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
