import { Group, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

/** The heading of a page, which is also the title of the window; with what can be done on the page as a whole. */
export function PageHead(props: { readonly title: string; readonly children?: ReactNode }) {
  useEffect(() => {
    document.title = `${props.title} · Payung`;
  }, [props.title]);
  return (
    <Group justify="space-between" align="flex-start" mb="md" gap="sm">
      <Title order={1}>{props.title}</Title>
      {props.children !== undefined && <Group gap="xs">{props.children}</Group>}
    </Group>
  );
}
