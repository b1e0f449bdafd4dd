import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormats } from '../../ui/format.ts';
import '@mantine/core/styles/Tabs.css';

/** A part of a list of people, under a tab. */
export interface View<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly count: number;
}

/** The parts of a list as tabs, each with how many are in it, above the one that is open. */
export function Views<Key extends string>(props: {
  /** What the tabs divide, for those who do not see them. */
  readonly label: string;
  readonly views: readonly View<Key>[];
  readonly open: Key;
  readonly onOpen: (key: Key) => void;
  readonly children: ReactNode;
}) {
  const { label, views, open, onOpen, children } = props;
  const format = useFormats();
  return (
    <Tabs
      value={open}
      onChange={(value) => {
        const found = views.find(({ key }) => key === value);
        if (found !== undefined) onOpen(found.key);
      }}
    >
      <Tabs.List aria-label={label} mb="sm">
        {views.map(({ key, label: text, count }) => (
          <Tabs.Tab key={key} value={key}>
            {text} ({format.count(count)})
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={open}>{children}</Tabs.Panel>
    </Tabs>
  );
}
