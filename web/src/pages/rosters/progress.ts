import { useEffect, useState } from 'react';
import type { Progress } from '../../app/api.ts';

/**
 * The progress of a roster as the server tells it, while `watching`. The connection opens anew by itself after a break or a
 * restart of the server, and one may leave the page and come back: the work does not hang on it.
 *
 * @param onFinished called once when the work has ended
 */
export function useProgress(
  rosterId: string,
  watching: boolean,
  onFinished: () => void,
): Progress | undefined {
  const [progress, setProgress] = useState<Progress>();
  useEffect(() => {
    if (!watching) return;
    const source = new EventSource(`/api/rosters/${rosterId}/progress`);
    source.onmessage = (event: MessageEvent<string>) => {
      const told = JSON.parse(event.data) as Progress;
      setProgress(told);
      if (told.finished) {
        source.close();
        onFinished();
      }
    };
    return () => source.close();
  }, [rosterId, watching, onFinished]);
  return watching ? progress : undefined;
}

/** How much is done, in percent, and how long the rest will take; undefined where it cannot be known yet. */
export function outlook(progress: Pick<Progress, 'done' | 'total' | 'perSecond'>): {
  readonly percent: number | undefined;
  readonly secondsLeft: number | undefined;
} {
  const { done, total, perSecond } = progress;
  if (total === null || total === 0) return { percent: undefined, secondsLeft: undefined };
  const left = Math.max(total - done, 0);
  return {
    percent: Math.min(Math.floor((done * 100) / total), 100),
    secondsLeft: perSecond === null || perSecond === 0 ? undefined : Math.ceil(left / perSecond),
  };
}
