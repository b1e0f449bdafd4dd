import { Group, Text } from '@mantine/core';
import type { ReviewRow } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { MadeBy } from '../../ui/MadeBy.tsx';
import { Mark } from '../../ui/Mark.tsx';

/** What was decided of a row, by whom and why; nothing while it is open. */
export function DecisionText(props: {
  readonly row: ReviewRow;
  /** What it is called to be none of the candidates. */
  readonly none: string;
}) {
  const { t } = useLanguage();
  const { decision } = props.row;
  if (decision === null) return null;
  const { choice, place, why, by, at } = decision;
  return (
    <Group gap="xs">
      <Mark tone={choice === 'left' ? 'wait' : 'good'}>
        {place !== null
          ? t('review.same', { place: String(place) })
          : choice === 'new'
            ? props.none
            : t(`decision.${choice}`)}
      </Mark>
      {by !== null && at !== null && (
        <Text size="sm">
          <MadeBy at={at} by={by} />
        </Text>
      )}
      {decision.earlier && <Text size="sm">{t('review.earlier')}</Text>}
      {why !== null && <Text size="sm">{why}</Text>}
    </Group>
  );
}
