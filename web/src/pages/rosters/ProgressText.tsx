import type { Progress } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { spanOf } from './progress.ts';

export const phases = [
  'queued',
  'checking',
  'checked',
  'comparing',
  'recordingPeople',
  'updatingPeople',
  'openingMemberships',
  'enrolling',
  'undoing',
  'covering',
  'finished',
  'failed',
] as const;

/** What a job does now; a phase of a later version shows itself. */
export function usePhase(): (phase: string | undefined) => string {
  const { t } = useLanguage();
  return (phase) => {
    const known = phases.find((one) => one === phase);
    return known === undefined ? (phase ?? t('phase.queued')) : t(`phase.${known}`);
  };
}

/** Rows done, rows per second of late, and the time left, as far as each is known. */
export function ProgressText({
  progress,
}: {
  readonly progress: Omit<Progress, 'subjectId' | 'task' | 'finished' | 'problem'>;
}) {
  const { t } = useLanguage();
  const { done, total, perSecond, secondsLeft } = progress;
  const rows =
    total === null
      ? done === 0
        ? []
        : [t('progress.done', { done })]
      : [t('progress.doneOf', { done, total })];
  const rate = perSecond === null || perSecond <= 0 ? [] : [t('progress.rate', { rows: perSecond })];
  return <>{[...rows, ...rate, ...(secondsLeft === null ? [] : [leftText(t, secondsLeft)])].join(' · ')}</>;
}

function leftText(t: ReturnType<typeof useLanguage>['t'], left: number): string {
  const { hours, minutes, seconds } = spanOf(left);
  if (hours > 0) return t('progress.leftHours', { hours, minutes });
  return minutes > 0 ? t('progress.leftMinutes', { minutes, seconds }) : t('progress.left', { seconds });
}
