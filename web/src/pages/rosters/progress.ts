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
  return useWatched(`/api/rosters/${rosterId}/progress`, watching, onFinished);
}

/** The same of any job that tells its progress at `path`. */
export function useWatched(path: string, watching: boolean, onFinished: () => void): Progress | undefined {
  const [progress, setProgress] = useState<Progress>();
  useEffect(() => {
    if (!watching) return;
    const source = new EventSource(path);
    source.onmessage = (event: MessageEvent<string>) => {
      const told = JSON.parse(event.data) as Progress;
      setProgress(told);
      if (told.finished) {
        source.close();
        onFinished();
      }
    };
    return () => source.close();
  }, [path, watching, onFinished]);
  return watching ? progress : undefined;
}

/** How much is done, in percent; undefined where it cannot be known yet. */
export function percentOf({ done, total }: Pick<Progress, 'done' | 'total'>): number | undefined {
  return total === null || total === 0 ? undefined : Math.min(Math.floor((done * 100) / total), 100);
}

/** A span of time in the largest two units that matter: seconds, minutes, hours. */
export function spanOf(seconds: number): {
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
} {
  return {
    hours: Math.floor(seconds / 3600),
    minutes: Math.floor((seconds % 3600) / 60),
    seconds: seconds % 60,
  };
}
