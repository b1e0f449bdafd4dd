import { Button, Group, Text } from '@mantine/core';
import { useLanguage } from '../app/language.tsx';
import { type PagePlace, pageAfter, pageBefore, pageNumber } from './page-place.ts';

/** To the previous and the next page; nothing when there is only one. */
export function Pages<Cursor>(props: {
  readonly place: PagePlace<Cursor>;
  /** Null on the last page. */
  readonly next: Cursor | null;
  readonly onPlace: (place: PagePlace<Cursor>) => void;
}) {
  const { t } = useLanguage();
  const { place, next, onPlace } = props;
  const number = pageNumber(place);
  if (number === 1 && next === null) return null;
  return (
    <Group mt="sm" justify="flex-end">
      <Text size="sm" aria-live="polite">
        {t('pages.number', { number })}
      </Text>
      <Button variant="default" size="xs" disabled={number === 1} onClick={() => onPlace(pageBefore(place))}>
        {t('pages.previous')}
      </Button>
      <Button
        variant="default"
        size="xs"
        disabled={next === null}
        onClick={() => next !== null && onPlace(pageAfter(place, next))}
      >
        {t('pages.next')}
      </Button>
    </Group>
  );
}
