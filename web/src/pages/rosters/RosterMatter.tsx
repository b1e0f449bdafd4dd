import { decideReviewRow, reopenReviewRow } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Go } from '../../ui/Go.tsx';
import type { DeskMatter } from './ReviewDesk.tsx';

/** The rows of a list on the desk. */
export function useRosterMatter(id: string): DeskMatter {
  const { t } = useLanguage();
  return {
    decide: (ordinal, choice) => decideReviewRow(id, ordinal, choice),
    reopen: (ordinal) => reopenReviewRow(id, ordinal),
    changes: [['roster', id], ['rosters']],
    back: (
      <Go to="/daftar/$id" params={{ id }}>
        {t('review.back')}
      </Go>
    ),
    words: {
      desk: t('review.desk'),
      inFile: t('review.inFile'),
      none: t('review.new'),
      notNew: t('review.notNew'),
      dead: t('review.dead'),
      closed: t('review.closed'),
    },
  };
}
