import type { ShownParameter } from '@payung/law';
import { useLanguage } from '../../app/language.tsx';
import { Go } from '../../ui/Go.tsx';
import { slugOf } from './slug.ts';
import { unitText } from './units.ts';

/** The name of a parameter, which leads to its history; its unit and id below. */
export function ParameterName(props: {
  readonly parameter: Pick<ShownParameter, 'id' | 'label' | 'unit'>;
  /** The day asked for; undefined for today. */
  readonly day?: string | undefined;
}) {
  const { language } = useLanguage();
  const { id, label, unit } = props.parameter;
  return (
    <div>
      <Go
        to="/aturan/parameter/$id"
        params={{ id: slugOf(id) }}
        search={props.day === undefined ? {} : { tanggal: props.day }}
        inherit
      >
        {label[language]}
      </Go>
      <div className="law-small">
        {unitText(unit, language)} · {id}
      </div>
    </div>
  );
}
