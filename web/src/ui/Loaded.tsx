import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLanguage } from '../app/language.tsx';
import { ProblemBox } from './ProblemBox.tsx';

/** What a query brought: a skeleton while it is under way, the problem when it failed, else `children(data)`. */
export function Loaded<T>(props: {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}) {
  const { query, children } = props;
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ProblemBox error={query.error} retry={() => void query.refetch()} />;
  return <Waiting />;
}

/** Grey lines where text will be. */
export function Waiting() {
  const { t } = useLanguage();
  return (
    <Stack gap="sm" role="status">
      <VisuallyHidden>{t('app.loading')}</VisuallyHidden>
      <Skeleton height={28} width="45%" />
      <Skeleton height={14} />
      <Skeleton height={14} width="90%" />
      <Skeleton height={14} width="70%" />
      <Skeleton height={140} />
    </Stack>
  );
}
