import type { Agreement } from '../../app/api.ts';

/** True when people can still become members under an agreement: it is neither ended nor past its last day. */
export function isOpen({ stage, until }: Pick<Agreement, 'stage' | 'until'>, today: string): boolean {
  return stage !== 'ended' && (until === null || today < until);
}
