import { useLanguage } from '../../app/language.tsx';
import { PageHead } from '../../ui/PageHead.tsx';

/** Every parameter of the law with its value on a day. */
export function ParametersPage() {
  const { t } = useLanguage();
  return <PageHead title={t('nav.law')} />;
}
