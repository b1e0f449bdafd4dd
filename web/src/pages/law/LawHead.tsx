import { useLanguage } from '../../app/language.tsx';
import { Go } from '../../ui/Go.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import './law.css';

const parts = [
  { part: 'parameters', to: '/aturan' },
  { part: 'regulations', to: '/aturan/peraturan' },
  { part: 'changes', to: '/aturan/perubahan' },
  { part: 'uncertain', to: '/aturan/belum-pasti' },
] as const;

/** The heading of a page about the law, the part it belongs to, and the way to the others. */
export function LawHead(props: { readonly title: string; readonly part: (typeof parts)[number]['part'] }) {
  const { t } = useLanguage();
  return (
    <>
      <PageHead title={props.title} />
      <nav aria-label={t('law.parts')} className="law-parts">
        {parts.map(({ part, to }) => (
          <Go
            key={part}
            to={to}
            activeOptions={{ exact: true, includeSearch: false }}
            underline="never"
            data-open={part === props.part || undefined}
          >
            {t(`law.${part}`)}
          </Go>
        ))}
      </nav>
    </>
  );
}
