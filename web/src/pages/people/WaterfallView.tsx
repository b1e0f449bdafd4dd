import { Text, VisuallyHidden } from '@mantine/core';
import type { Waterfall } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import './waterfall.css';

/** Half the width of the scale, in units of weight: a NIK that is the same (20) reaches the edge. */
const widest = 20;

/** Why two records look like one person: what was assumed before, a bar for each field, and what they come to. */
export function WaterfallView(props: { readonly waterfall: Waterfall; readonly title: string }) {
  const { waterfall, title } = props;
  const { prior, bars, weight, probability } = waterfall;
  const { t } = useLanguage();
  const format = useFormats();
  const lines = [
    { key: 'prior', label: t('waterfall.prior'), weight: prior, note: '' },
    ...bars.map((bar) => ({
      key: bar.field,
      label: t(`reviewField.${bar.field}`),
      weight: bar.weight,
      note: t(`likeness.${bar.agreement}`),
    })),
  ];
  return (
    <details className="waterfall">
      <summary>{title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it */}
      <section aria-label={title} className="table-box" tabIndex={0}>
        <table>
          <caption>
            <VisuallyHidden>{title}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('review.field')}</th>
              <th scope="col">{t('waterfall.found')}</th>
              <th scope="col" className="number">
                {t('waterfall.weight')}
              </th>
              <th scope="col" className="bars">
                {t('waterfall.bar')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key}>
                <th scope="row">{line.label}</th>
                <td>{line.note}</td>
                <td className="number">{signed(line.weight)}</td>
                <td aria-hidden="true">
                  <Bar weight={line.weight} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('waterfall.sum')}</th>
              <td>
                {t('waterfall.chance', { percent: format.share(Math.round(probability * 10_000), 10_000) })}
              </td>
              <td className="number">{signed(weight)}</td>
              <td aria-hidden="true">
                <Bar weight={weight} />
              </td>
            </tr>
          </tfoot>
        </table>
      </section>
      <Text size="sm" mt={4} maw="46rem">
        {t(`waterfall.${waterfall.verdict}`)} {t('waterfall.honest')}
      </Text>
    </details>
  );
}

/** Right of the middle speaks for one person, left of it for two. */
function Bar(props: { readonly weight: number }) {
  const length = (Math.min(Math.abs(props.weight), widest) / widest) * 50;
  const side = props.weight < 0 ? 'against' : 'for';
  return (
    <span className="waterfall-scale">
      <span
        className={`waterfall-bar ${side}`}
        style={{ width: `${length}%`, [side === 'for' ? 'left' : 'right']: '50%' }}
      />
    </span>
  );
}

function signed(weight: number): string {
  return weight < 0 ? `−${-weight}` : `+${weight}`;
}
