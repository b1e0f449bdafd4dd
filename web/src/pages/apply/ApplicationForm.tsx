import { Button, NativeSelect, Paper, Text, TextInput, Title } from '@mantine/core';
import { ageOn, type Day, parseDay, partsOf } from '@payung/kernel';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { OpenQuestions } from '../simulation/AmountRow.tsx';
import { openQuestions } from '../simulation/answer.ts';
import { moneyKept } from '../simulation/money.ts';
import { type Applicant, type ApplicantField, nikDigits, nikState, nobody, sheetRow } from './applicant.ts';
import { type Asked, ageRefusal } from './asked.ts';
import { Sheet } from './Sheet.tsx';

/** Oldest year of birth that can be chosen, before this year. */
const oldest = 110;

/** The form that is filled in here and taken along as a sheet; nothing of it is sent, or kept when the page is closed. */
export function ApplicationForm(props: {
  readonly asked: Asked;
  readonly kabupaten: string;
  readonly today: Day;
}) {
  const { asked, kabupaten, today } = props;
  const { t, language } = useLanguage();
  const [applicant, setApplicant] = useState(nobody);
  const [times, setTimes] = useState(0);
  const sheet = useRef<HTMLHeadingElement>(null);
  const nikInput = useRef<HTMLInputElement>(null);
  const put = (changes: Partial<Applicant>) => setApplicant({ ...applicant, ...changes });
  const born = parseDay(applicant.birthDate);
  const refusal = born === undefined || born > today ? undefined : ageRefusal(asked, ageOn(born, today));
  const nik = nikState(applicant.nik);
  const isWrong = nik !== 'empty' && nik !== 'complete' && nik !== 'short';
  useEffect(() => {
    nikInput.current?.setCustomValidity(nik === 'complete' ? '' : t('apply.nikFault'));
  }, [nik, t]);
  useEffect(() => {
    if (times > 0) sheet.current?.focus();
  }, [times]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTimes(times + 1);
  };
  const field = (name: ApplicantField, rest: Partial<Parameters<typeof TextInput>[0]> = {}) => (
    <TextInput
      label={t(`applicant.${name}`)}
      value={applicant[name]}
      onChange={(event) => put({ [name]: event.currentTarget.value })}
      autoComplete="off"
      maxLength={200}
      {...rest}
    />
  );
  const { year } = partsOf(today);
  return (
    <>
      <Paper mt="lg" component="section" aria-labelledby="apply-form" className="no-print">
        <Title order={2} id="apply-form">
          {t('apply.form')}
        </Title>
        <Text size="sm" mb="sm" maw="44rem">
          {t('apply.formAbout')}
        </Text>
        <form onSubmit={submit} className="apply-form" autoComplete="off">
          <div>
            {field('nik', {
              ref: nikInput,
              required: true,
              inputMode: 'numeric',
              maxLength: 40,
              error: isWrong ? t('apply.nikFault') : undefined,
            })}
            <Text size="sm" role="status">
              {nik === 'complete' && t('apply.nikComplete')}
              {nik === 'short' && t('register.nikDigits', { digits: nikDigits(applicant.nik).length })}
            </Text>
          </div>
          {field('name', { required: true })}
          {field('birthPlace')}
          <Moment
            label={t('applicant.birthDate')}
            value={applicant.birthDate}
            onChange={(birthDate) => put({ birthDate })}
            hasDay
            years={{ first: year - oldest, last: year }}
            isRequired
          />
          <NativeSelect
            label={t('applicant.sex')}
            value={applicant.sex}
            onChange={(event) => put({ sex: event.currentTarget.value })}
            data={[
              { value: '', label: '–' },
              { value: 'L', label: t('sex.L') },
              { value: 'P', label: t('sex.P') },
            ]}
          />
          {field('address')}
          {field('rt', { inputMode: 'numeric', maxLength: 10 })}
          {field('rw', { inputMode: 'numeric', maxLength: 10 })}
          {field('village', { required: true })}
          {field('district')}
          {field('phone', { type: 'tel', maxLength: 40 })}
          {field('mother', { description: t('apply.motherHint') })}
          {field('work', { description: t('register.workHint') })}
          {field('secondWork')}
          {field('workPlace')}
          {field('workHours', { description: t('apply.hoursHint') })}
          <Button type="submit" className="apply-wide">
            {t('apply.make')}
          </Button>
        </form>
      </Paper>
      {refusal !== undefined && (
        <div className="no-print" role="status">
          <div className="refusal">
            <p>
              <strong>{refusal.text[language]}</strong>
            </p>
            <OpenQuestions of={openQuestions([refusal])} />
          </div>
        </div>
      )}
      {times > 0 && (
        <Sheet
          heading={sheet}
          row={sheetRow(applicant, {
            kabupaten,
            income: /^\d+$/.test(moneyKept(asked.income)) ? moneyKept(asked.income) : '',
            programmes: 'JKK, JKM',
          })}
          isComplete={nik === 'complete'}
        />
      )}
    </>
  );
}
