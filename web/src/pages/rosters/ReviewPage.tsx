import { getRouteApi } from '@tanstack/react-router';
import { listReview } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Go } from '../../ui/Go.tsx';
import { ReviewRows } from './ReviewRows.tsx';
import { useRosterMatter } from './RosterMatter.tsx';

const route = getRouteApi('/daftar/$id/tinjau');

/** Doubtful rows of a list, on the desk. */
export function ReviewPage() {
  const { id } = route.useParams();
  const { semua } = route.useSearch();
  const { t } = useLanguage();
  const all = semua !== undefined;
  const matter = useRosterMatter(id);
  return (
    <ReviewRows
      queryKey={['review', id]}
      list={(query) => listReview(id, query)}
      all={all}
      other={
        <Go to="/daftar/$id/tinjau" params={{ id }} search={all ? {} : { semua: '1' }}>
          {t(all ? 'review.showOpen' : 'review.showAll')}
        </Go>
      }
      about={t('review.about')}
      backTo={(name) => (
        <Go to="/daftar/$id" params={{ id }}>
          {name}
        </Go>
      )}
      matter={matter}
    />
  );
}
