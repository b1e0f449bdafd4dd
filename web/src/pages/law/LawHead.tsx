import { useLanguage } from '../../app/language.tsx';
import { Go } from '../../ui/Go.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import './law.css';

const parts = [
  { to: '/aturan', text: 'law.parameters' },
  { to: '/aturan/peraturan', text: 'law.regulations' },
  { to: '/aturan/perubahan', text: 'law.changes' },
  { to: '/aturan/belum-pasti', text: 'law.uncertain' },
] as const;

/** The heading of a page about the law, and the way to the others. */
export function LawHead(props: { readonly title: string }) {
  const { t } = useLanguage();
  return (
    <>
      <PageHead title={props.title} />
      <nav aria-label={t('law.parts')} className="law-parts">
        {parts.map(({ to, text }) => (
          <Go key={to} to={to} activeOptions={{ exact: true, includeSearch: false }} underline="never">
            {t(text)}
          </Go>
        ))}
      </nav>
    </>
  );
}
