import { Paper, Title } from '@mantine/core';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { AmountRow } from './AmountRow.tsx';
import { amountAt } from './answer.ts';
import { bpuYear, monthsOf, otherTotal } from './contribution.ts';
import { useForm } from './form.tsx';
import { payers, wordOf } from './request.ts';

/** What a BPU package holds and what it does not, and what it costs in a year. */
export function BpuPackage(props: { readonly band: number }) {
  const { t } = useLanguage();
  const format = useFormats();
  const { filled } = useForm();
  const chosen = bpuYear(filled);
  const full = bpuYear({ ...filled, pembayar: 'government' });
  if (chosen === undefined || full === undefined) return null;
  const [first] = monthsOf(full.trace);
  const monthly = format.money(amountAt(first?.value, 'total') ?? 0);
  const span = `${format.month(chosen.from)} – ${format.month(chosen.to)}`;
  const totals = [chosen, full].map(({ trace }) => amountAt(trace.value, 'total') ?? 0);
  const [byChosen = 0, byGovernment = 0] = totals;
  const months = monthsOf(chosen.trace);
  const other = otherTotal(months);
  const withJht = filled.jht === '1';
  return (
    <Paper mt="lg" component="section" aria-labelledby="simulation-package">
      <Title order={3} id="simulation-package">
        {t('simulation.package', { monthly, band: props.band })}
      </Title>
      <ul className="package">
        <li>
          <strong>{t('simulation.holds')}</strong> {t('simulation.holdsJkkJkm')}
          {withJht && ` ${t('simulation.holdsJht')}`}
        </li>
        <li>
          <strong>{t('simulation.holdsNot')}</strong>{' '}
          {withJht ? t('simulation.holdsNotWithJht') : t('simulation.holdsNotJht')}
        </li>
      </ul>
      <AmountRow
        label={t('simulation.year')}
        hint={`${span} · ${t(`payerChoice.${wordOf(payers, filled.pembayar)}`)}`}
        amount={byChosen}
        explanation={[chosen.trace]}
        isTotal
        otherwise={
          other === undefined
            ? undefined
            : t('simulation.otherTotal', { count: months.length, sum: format.money(other) })
        }
      />
      {byGovernment !== byChosen && (
        <AmountRow
          label={t('simulation.yearWithoutRelief')}
          hint={span}
          amount={byGovernment}
          explanation={[full.trace]}
        />
      )}
    </Paper>
  );
}
