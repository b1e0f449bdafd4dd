import { useLanguage } from '../../app/language.tsx';
import { Go } from '../../ui/Go.tsx';
import type { Change } from './changes.ts';
import { Doubt } from './Sureness.tsx';
import { slugOf } from './slug.ts';
import { ValueText } from './ValueText.tsx';

/** One change: the parameter, what held, and what holds from then on. */
export function ChangeText(props: { readonly change: Change }) {
  const { t, language } = useLanguage();
  const { kind, parameter, row, before } = props.change;
  return (
    <>
      <Go
        to="/aturan/parameter/$id"
        params={{ id: slugOf(parameter.id) }}
        search={{ tanggal: row.from }}
        inherit
      >
        {parameter.label[language]}
      </Go>
      {': '}
      {kind === 'begins' && `${t('law.begins')} `}
      {kind === 'changes' && (
        <>
          <ValueText row={before} brief /> {t('law.becomes')}{' '}
        </>
      )}
      {kind === 'ends' && before !== undefined && (
        <>
          <ValueText row={before} brief />, {t('law.stops')}{' '}
        </>
      )}
      <ValueText row={row} brief />
      {kind === 'restated' && ` (${t('law.restated')})`}
      {row.source.article !== undefined && <span className="law-small"> {row.source.article}</span>}{' '}
      <Doubt confidence={row.source.confidence} />
    </>
  );
}
