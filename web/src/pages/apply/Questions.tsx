import { NativeSelect, Paper, TextInput, Title } from '@mantine/core';
import { useLanguage } from '../../app/language.tsx';
import { moneyText, moneyTyped } from '../simulation/money.ts';
import { wordOf } from '../simulation/request.ts';
import { type Asked, sizes, sponsors, works } from './asked.ts';
import type { BranchOffice } from './offices.ts';

/** What one must say to be told the cost and the way. */
export function Questions(props: {
  readonly asked: Asked;
  readonly branches: readonly BranchOffice[];
  readonly onChange: (changes: Partial<Asked>) => void;
}) {
  const { asked, branches, onChange } = props;
  const { t } = useLanguage();
  const kabupaten = branches.flatMap(({ areas }) => areas).toSorted((a, b) => a.code - b.code);
  const isWage = asked.work === 'wage';
  return (
    <Paper component="section" aria-labelledby="apply-questions">
      <Title order={2} id="apply-questions" mb="sm">
        {t('apply.questions')}
      </Title>
      <div className="fields">
        <NativeSelect
          label={t('apply.work')}
          value={asked.work}
          onChange={(event) => onChange({ work: wordOf(works, event.currentTarget.value) })}
          data={works.map((value) => ({ value, label: t(`applyWork.${value}`) }))}
        />
        <TextInput
          label={isWage ? t('simulation.wage') : t('simulation.income')}
          description={isWage ? t('simulation.wageHint') : t('simulation.incomeHint')}
          inputMode="decimal"
          autoComplete="off"
          value={asked.income}
          onChange={(event) => onChange({ income: event.currentTarget.value })}
          onBlur={() => onChange({ income: moneyText(asked.income) })}
          error={typeof moneyTyped(asked.income) === 'number' ? undefined : t('apply.incomeFault')}
        />
        <NativeSelect
          label={t('apply.kabupaten')}
          value={asked.kabupaten}
          onChange={(event) => onChange({ kabupaten: event.currentTarget.value })}
          data={[
            { value: '', label: t('apply.choose') },
            ...kabupaten.map(({ code, name }) => ({ value: String(code), label: name })),
          ]}
        />
        {isWage ? (
          <NativeSelect
            label={t('simulation.scale')}
            description={t('apply.employerPays')}
            value={asked.size}
            onChange={(event) => onChange({ size: wordOf(sizes, event.currentTarget.value) })}
            data={sizes.map((value) => ({ value, label: t(`scale.${value}`) }))}
          />
        ) : (
          <NativeSelect
            label={t('apply.sponsor')}
            value={asked.sponsor}
            onChange={(event) => onChange({ sponsor: wordOf(sponsors, event.currentTarget.value) })}
            data={sponsors.map((value) => ({ value, label: t(`applySponsor.${value}`) }))}
          />
        )}
      </div>
    </Paper>
  );
}
