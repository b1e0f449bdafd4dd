import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLanguage } from '../app/language.tsx';
import { ProblemBox } from './ProblemBox.tsx';

/** What a query brought: a skeleton while it is under way, the problem when it failed, else `children(data)`. */
export function Loaded<T>(props: {
  readonly query: UseQueryResult<T>;
  /** True for a few lines inside something; a page's worth otherwise. */
  readonly brief?: boolean;
  readonly children: (data: T) => ReactNode;
}) {
  const { query, brief = false, children } = props;
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ProblemBox error={query.error} retry={() => void query.refetch()} />;
  return <Waiting brief={brief} />;
}

/** Grey lines where text will be. */
export function Waiting({ brief = false }: { readonly brief?: boolean }) {
  const { t } = useLanguage();
  return (
    <Stack gap="sm" role="status">
      <VisuallyHidden>{t('app.loading')}</VisuallyHidden>
      {!brief && <Skeleton height={28} width="45%" />}
      <Skeleton height={14} />
      <Skeleton height={14} width="90%" />
      {!brief && <Skeleton height={14} width="70%" />}
      {!brief && <Skeleton height={140} />}
    </Stack>
  );
}
