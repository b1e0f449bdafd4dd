import { Empty } from '../ui/Empty.tsx';
import { Go } from '../ui/Go.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { useLanguage } from './language.tsx';

/** An address without a page. */
export function NotFound() {
  const { t } = useLanguage();
  return (
    <>
      <PageHead title={t('notFound.title')} />
      <Empty what={t('notFound.what')}>
        <Go to="/">{t('nav.home')}</Go>
      </Empty>
    </>
  );
}
