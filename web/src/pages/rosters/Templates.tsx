import { Anchor } from '@mantine/core';
import { useLanguage } from '../../app/language.tsx';

/** Layouts that can be downloaded, the one we recommend first. */
const kinds = ['payung', 'f1_bpu', 'sipp', 'opensid', 'p3ke'] as const;

/** Empty lists to fill in: ours, and those in the layouts of others. */
export function Templates() {
  const { t } = useLanguage();
  return (
    <details className="opener">
      <summary>{t('template.title')}</summary>
      <p>{t('template.about')}</p>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            <Anchor href={`/api/rosters/template?kind=${kind}`} download>
              {t(`template.${kind}`)}
            </Anchor>
          </li>
        ))}
      </ul>
    </details>
  );
}
