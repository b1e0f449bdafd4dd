import { Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Says that there is nothing here yet, and what to do next. */
export function Empty(props: { readonly what: string; readonly children?: ReactNode }) {
  return (
    <Paper p="xl" ta="center">
      <Text fw={600}>{props.what}</Text>
      {props.children !== undefined && (
        <Text c="dimmed" mt={4} component="div">
          {props.children}
        </Text>
      )}
    </Paper>
  );
}
