import type { ShownRow } from '@payung/law';
import { useLanguage } from '../../app/language.tsx';
import { Mark } from '../../ui/Mark.tsx';

/**
 * What a row of a history says: its value, or that there is none.
 *
 * @param props.row undefined before the first row
 * @param props.brief keeps a long list closed
 */
export function ValueText(props: { readonly row: ShownRow | undefined; readonly brief?: boolean }) {
  const { row, brief = false } = props;
  const { t, language } = useLanguage();
  if (row === undefined) return <Mark tone="quiet">{t('law.notYet')}</Mark>;
  if (row.state === 'awaited') return <Mark tone="wait">{t('law.awaited')}</Mark>;
  if (row.text === null)
    return <Mark tone="quiet">{t(row.state === 'unknown' ? 'law.noFigure' : 'law.none')}</Mark>;
  const items = row.text[language].split('; ');
  if (items.length < 2) return items[0];
  const list = (
    <ul className="law-value-list">
      {items.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of one value never change their order
        <li key={place}>{item}</li>
      ))}
    </ul>
  );
  if (!brief) return list;
  return (
    <details className="opener">
      <summary>{t('law.items', { count: items.length })}</summary>
      {list}
    </details>
  );
}
