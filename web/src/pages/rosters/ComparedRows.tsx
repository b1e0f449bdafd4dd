import { VisuallyHidden } from '@mantine/core';
import type { Candidate, ReviewRow } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { Mark, type Tone } from '../../ui/Mark.tsx';
import { birthText, sexText } from '../people/words.ts';

type Shown = ReviewRow['person'];
type Compared = Exclude<Candidate, { readonly kind: 'elsewhere' }>;
type Field = keyof Compared['agreements'];
type Agreement = Compared['agreements'][Field];

const fields: readonly Field[] = ['name', 'nik', 'birthDate', 'sex', 'mother', 'village'];
const tones: Readonly<Record<Agreement, Tone>> = {
  same: 'quiet',
  close: 'wait',
  different: 'bad',
  missing: 'quiet',
};

/** Somebody and whom they may be, side by side, a line for each field; what differs says so. */
export function ComparedRows(props: {
  readonly person: Shown;
  readonly candidates: readonly Candidate[];
  /** Head of the first column. */
  readonly first: string;
  /** Head of a candidate's column; by place and likeness when left out. */
  readonly headOf?: (one: Candidate) => string;
}) {
  const { t } = useLanguage();
  const format = useFormats();
  const { person, candidates, first, headOf = (one: Candidate) => headByPlace(one, t) } = props;
  const told: Readonly<Record<Field, (of: Shown) => string>> = {
    name: (of) => of.name,
    nik: (of) => of.nikMasked ?? t('people.noNik'),
    birthDate: (of) => birthText(format, of),
    sex: (of) => sexText(t, of.sex),
    mother: () => '',
    // A branch's file names none.
    village: (of) => of.villageName || t('review.notTold'),
  };
  const died = ({ diedOn }: Shown) =>
    diedOn !== null && <Mark tone="bad">{t('people.died', { day: format.day(diedOn) })}</Mark>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it
    <section aria-label={t('review.compared')} className="table-box compared" tabIndex={0}>
      <table>
        <caption>
          <VisuallyHidden>{t('review.compared')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('review.field')}</th>
            <th scope="col">{first}</th>
            {candidates.map((one) => (
              <th key={one.place} scope="col">
                {headOf(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field, line) => (
            <tr key={field}>
              <th scope="row">{t(`reviewField.${field}`)}</th>
              <td>
                {field === 'mother' ? t('review.hidden') : told[field](person)}{' '}
                {field === 'name' && died(person)}
              </td>
              {candidates.map((one) =>
                one.kind === 'elsewhere' ? (
                  line === 0 && (
                    <td key={one.place} rowSpan={fields.length}>
                      {one.regency === null
                        ? t('review.gone')
                        : t('review.elsewhere', { regency: one.regency })}
                    </td>
                  )
                ) : (
                  <td key={one.place}>
                    {told[field](one.person)}{' '}
                    <Mark tone={tones[one.agreements[field]]}>{t(`likeness.${one.agreements[field]}`)}</Mark>{' '}
                    {field === 'name' && died(one.person)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function headByPlace(one: Candidate, t: ReturnType<typeof useLanguage>['t']): string {
  const place = String(one.place);
  if (one.kind === 'elsewhere') return t('review.candidate', { place });
  const likeness = one.score;
  return one.at === null
    ? t('review.candidateLike', { place, percent: likeness })
    : t('review.candidateRow', { place, row: String(one.at.row), percent: likeness });
}
