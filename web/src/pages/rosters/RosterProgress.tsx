import { Progress as Bar, Paper, Text } from '@mantine/core';
import type { Progress } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { ProgressText, usePhase } from './ProgressText.tsx';
import { percentOf } from './progress.ts';

/** A bar that moves, with rows per second and the time left; only stripes where nobody knows how much there is. */
export function RosterProgress(props: { readonly progress: Progress | undefined }) {
  const { t } = useLanguage();
  const { progress } = props;
  const label = usePhase()(progress?.phase);
  const percent = progress === undefined ? undefined : percentOf(progress);
  return (
    <Paper>
      <Text fw={600}>{label}</Text>
      <Bar.Root size="lg" my="xs">
        <Bar.Section
          value={percent ?? 100}
          striped={percent === undefined}
          animated={percent === undefined}
          aria-label={label}
        />
      </Bar.Root>
      <Text size="sm" aria-live="polite">
        {progress === undefined ? t('progress.waiting') : <ProgressText progress={progress} />}
      </Text>
      <Text size="sm" c="dimmed">
        {t('progress.leave')}
      </Text>
    </Paper>
  );
}
