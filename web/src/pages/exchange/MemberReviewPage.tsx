import { getRouteApi } from '@tanstack/react-router';
import { decideMemberRow, listMemberReview, reopenMemberRow } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Go } from '../../ui/Go.tsx';
import { ReviewRows } from '../rosters/ReviewRows.tsx';

const route = getRouteApi('/bpjs/$id/tinjau');

/** Doubtful rows of a branch's member file, on the desk where those of lists are decided. */
export function MemberReviewPage() {
  const { id } = route.useParams();
  const { bulan, semua } = route.useSearch();
  const { t } = useLanguage();
  const all = semua !== undefined;
  const month = bulan === undefined ? {} : { bulan };
  const back = (name: string) => (
    <Go to="/bpjs" search={month}>
      {name}
    </Go>
  );
  return (
    <ReviewRows
      queryKey={['review', id]}
      list={(query) => listMemberReview(id, query)}
      all={all}
      other={
        <Go to="/bpjs/$id/tinjau" params={{ id }} search={all ? month : { ...month, semua: '1' }}>
          {t(all ? 'review.showOpen' : 'review.showAll')}
        </Go>
      }
      about={t('memberReview.about')}
      emptyOf={({ forgotten }) =>
        forgotten > 0 ? t('memberReview.forgotten', { rows: forgotten }) : undefined
      }
      backTo={back}
      matter={{
        decide: (ordinal, choice) => decideMemberRow(id, ordinal, choice),
        reopen: (ordinal) => reopenMemberRow(id, ordinal),
        changes: [['members'], ['coverage']],
        back: back(t('memberReview.back')),
        words: {
          desk: t('memberReview.desk'),
          inFile: t('memberReview.inFile'),
          none: t('memberReview.none'),
          notNew: t('memberReview.notNew'),
          closed: t('memberReview.closed'),
        },
      }}
    />
  );
}
