import { Progress as Bar, Paper, Text } from '@mantine/core';
import type { Progress } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { outlook } from './progress.ts';

const phases = ['queued', 'checking', 'checked', 'enrolling', 'finished', 'failed'] as const;

/** A bar that moves, with rows per second and the time left. */
export function RosterProgress(props: { readonly progress: Progress | undefined }) {
  const { t } = useLanguage();
  const format = useFormats();
  const { progress } = props;
  const { percent, secondsLeft } =
    progress === undefined ? { percent: undefined, secondsLeft: undefined } : outlook(progress);
  const phase = phases.find((known) => known === progress?.phase);
  const label = phase === undefined ? (progress?.phase ?? t('phase.queued')) : t(`phase.${phase}`);
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
        {progress === undefined
          ? t('progress.waiting')
          : progress.total === null
            ? t('progress.done', { done: progress.done })
            : t('progress.doneOf', { done: progress.done, total: progress.total })}
        {progress?.perSecond != null &&
          progress.perSecond > 0 &&
          ` · ${t('progress.rate', { rows: progress.perSecond })}`}
        {secondsLeft !== undefined && ` · ${t('progress.left', { seconds: format.count(secondsLeft) })}`}
      </Text>
      <Text size="sm" c="dimmed">
        {t('progress.leave')}
      </Text>
    </Paper>
  );
}
