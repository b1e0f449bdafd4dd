import { Text, Title } from '@mantine/core';
import { parseDay } from '@payung/kernel';
import type { Result } from '@payung/law';
import { useLanguage } from '../../app/language.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { TraceList } from '../../ui/TraceTree.tsx';
import { AmountRow } from './AmountRow.tsx';
import { amountAt, ask, partsWithout, valueAt } from './answer.ts';
import { useForm } from './form.tsx';
import { careRequest, myEvent, transportRequest } from './my-case.ts';
import { PensionAmount } from './PensionAmount.tsx';
import { Reasons } from './Reasons.tsx';

/** What a worker gets who lives on; or every reason why nothing. */
export function MyCaseResult(props: { readonly trace: Result }) {
  const { trace } = props;
  const { filled } = useForm();
  switch (myEvent(filled)) {
    case 'incapacity':
      return <Incapacity trace={trace} />;
    case 'lostLimb':
      return <LostLimb trace={trace} />;
    case 'lostJob':
      return <LostJob trace={trace} />;
    case 'savings':
      return <Savings trace={trace} />;
    case 'withdrawal':
      return <Withdrawal trace={trace} />;
    case 'pension':
      return <Pension trace={trace} />;
    case undefined:
      return null;
  }
}

function Incapacity({ trace }: { readonly trace: Result }) {
  const { t, language } = useLanguage();
  const { filled } = useForm();
  const transport = ask(transportRequest(filled));
  const care = ask(careRequest(filled));
  return (
    <>
      <Base trace={trace} />
      <AmountRow
        label={t('simulation.incapacity')}
        amount={amountAt(trace.value, 'total') ?? 0}
        explanation={[trace]}
        isTotal
      />
      {transport.state === 'answered' && <Transport trace={transport.trace} />}
      <section className="case-part">
        <Title order={3}>{t('simulation.care')}</Title>
        <Text size="sm">{t('simulation.careAbout')}</Text>
        {care.state === 'answered' && <TraceList nodes={care.trace.parts} language={language} />}
      </section>
    </>
  );
}

function Transport({ trace }: { readonly trace: Result }) {
  const { t } = useLanguage();
  const ways = ['land', 'sea', 'air'] as const;
  const used = ways.filter((way) => (amountAt(trace.value, way) ?? 0) > 0);
  return (
    <section className="case-part">
      <Title order={3}>{t('simulation.transport')}</Title>
      <Text size="sm">{t('simulation.transportAbout')}</Text>
      {used.map((way) => (
        <AmountRow
          key={way}
          label={t(`way.${way}`)}
          amount={amountAt(trace.value, way) ?? 0}
          explanation={partsWithout(
            trace,
            ways.filter((one) => one !== way),
          )}
        />
      ))}
      {used.length !== 1 && (
        <AmountRow
          label={t('simulation.transportTotal')}
          amount={amountAt(trace.value, 'total') ?? 0}
          explanation={[trace]}
          isTotal
        />
      )}
    </section>
  );
}

function LostLimb({ trace }: { readonly trace: Result }) {
  const { t } = useLanguage();
  const { filled } = useForm();
  const percent = valueAt(trace.value, 'percent');
  return (
    <>
      <Base trace={trace} />
      <AmountRow
        label={t('simulation.lostLimb')}
        hint={typeof percent === 'string' && <LostShare percent={percent} />}
        amount={amountAt(trace.value, 'total') ?? 0}
        explanation={[trace]}
        isTotal
      />
      <Text size="sm" mt="sm">
        {t('simulation.totalDisability')}{' '}
        <Go
          to="/simulasi"
          search={{ ...filled, bagian: 'manfaat', peristiwa: 'workAccidentTotalDisability' }}
        >
          {t('simulation.toTotalDisability')}
        </Go>
      </Text>
    </>
  );
}

function LostShare(props: { readonly percent: string }) {
  const { t, language } = useLanguage();
  const { percent } = props;
  return t('simulation.lostShare', { percent: language === 'id' ? percent.replace('.', ',') : percent });
}

function LostJob({ trace }: { readonly trace: Result }) {
  const { t } = useLanguage();
  if (valueAt(trace.value, 'eligible') !== true) return <Reasons trace={trace} />;
  const monthly = valueAt(trace.value, 'monthly');
  const amounts = Array.isArray(monthly) ? monthly.filter((one) => typeof one === 'number') : [];
  return (
    <>
      <Base trace={trace} />
      <AmountRow
        label={t('simulation.totalMonths', { count: amounts.length })}
        amount={amountAt(trace.value, 'total') ?? 0}
        explanation={[trace]}
        isTotal
      />
      {amounts.map((amount, month) => (
        <AmountRow
          // biome-ignore lint/suspicious/noArrayIndexKey: months follow one another
          key={month}
          label={t('simulation.benefitMonth', { number: month + 1 })}
          amount={amount}
          explanation={[trace]}
        />
      ))}
      <Text size="sm" mt="sm">
        {t('simulation.jkpLater')}
      </Text>
    </>
  );
}

function Savings({ trace }: { readonly trace: Result }) {
  const { t } = useLanguage();
  const { filled } = useForm();
  const earned = amountAt(trace.value, 'development') ?? 0;
  return (
    <>
      <AmountRow
        label={t('simulation.balance')}
        amount={amountAt(trace.value, 'balance') ?? 0}
        explanation={[trace]}
        isTotal
      />
      <AmountRow
        label={t('simulation.paidIn')}
        hint={filled.bulanjht === '' ? undefined : t('simulation.monthsLong', { count: filled.bulanjht })}
        amount={amountAt(trace.value, 'contributions') ?? 0}
        explanation={partsWithout(trace, ['development'])}
      />
      {earned > 0 && (
        <AmountRow
          label={t('simulation.development')}
          amount={earned}
          explanation={partsWithout(trace, ['contributions', 'rate', 'base', 'bands'])}
        />
      )}
      <Text size="sm" mt="sm">
        {t('simulation.balanceAbout')}
      </Text>
    </>
  );
}

function Withdrawal({ trace }: { readonly trace: Result }) {
  const { t } = useLanguage();
  const format = useFormats();
  const earliest = valueAt(trace.value, 'earliest');
  const from = typeof earliest === 'string' ? parseDay(earliest) : undefined;
  return (
    <>
      {valueAt(trace.value, 'eligible') === true ? (
        <AmountRow
          label={t('simulation.payable')}
          hint={t('simulation.beforeTax')}
          amount={amountAt(trace.value, 'payable') ?? 0}
          explanation={[trace]}
          isTotal
        />
      ) : (
        <Reasons trace={trace} title={t('simulation.notPayableNow')} />
      )}
      {from !== undefined && <Facts of={[[t('simulation.earliest'), format.day(from)]]} />}
    </>
  );
}

function Pension({ trace }: { readonly trace: Result }) {
  const { t } = useLanguage();
  const format = useFormats();
  if (valueAt(trace.value, 'eligible') !== true) {
    return <Reasons trace={trace} title={t('simulation.notPaidYet')} />;
  }
  const startsOn = valueAt(trace.value, 'startsOn');
  const from = typeof startsOn === 'string' ? parseDay(startsOn) : undefined;
  return (
    <>
      <PensionAmount pension={trace} />
      {from !== undefined && <Facts of={[[t('simulation.startsOn'), format.day(from)]]} />}
    </>
  );
}

/** The wage, or the base of the income, that a benefit is a share of. */
function Base({ trace }: { readonly trace: Result }) {
  const { t } = useLanguage();
  const format = useFormats();
  return <Facts of={[[t('simulation.base'), format.money(amountAt(trace.value, 'base') ?? 0)]]} />;
}
