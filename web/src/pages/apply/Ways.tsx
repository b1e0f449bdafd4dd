import { List, Paper, Text, Title } from '@mantine/core';
import type { Day } from '@payung/kernel';
import type { ReactNode } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { Go } from '../../ui/Go.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { slugOf } from '../law/slug.ts';
import { ApplicationForm } from './ApplicationForm.tsx';
import { type Asked, registrationAge } from './asked.ts';
import type { BranchOffice } from './offices.ts';

/** What is needed, and the three ways of being registered; the one that fits the answers is marked. */
export function Ways(props: {
  readonly asked: Asked;
  readonly branches: readonly BranchOffice[];
  readonly today: Day;
}) {
  const { asked, branches, today } = props;
  const { t } = useLanguage();
  const office = branches.find(({ areas }) => areas.some(({ code }) => String(code) === asked.kabupaten));
  const kabupaten = office?.areas.find(({ code }) => String(code) === asked.kabupaten)?.name ?? '';
  const isWage = asked.work === 'wage';
  const isAlone = !isWage && asked.sponsor === 'self';
  const age = registrationAge(today);
  return (
    <>
      <Paper mt="md" component="section" aria-labelledby="apply-needed" className="no-print">
        <Title order={2} id="apply-needed" mb="xs">
          {t('apply.needed')}
        </Title>
        <List size="sm">
          <List.Item>{t('apply.needCard')}</List.Item>
          <List.Item>{t('apply.needMore')}</List.Item>
          {age !== undefined && !isWage && (
            <List.Item>
              {t('apply.needAge', { age })}{' '}
              <Go to="/aturan/parameter/$id" params={{ id: slugOf('membership.bpu_registration_age') }}>
                {t('apply.toAge')}
              </Go>{' '}
              <Mark tone="wait">{t('simulation.open')}</Mark>
            </List.Item>
          )}
          <List.Item>
            {t('apply.needUnknown')} <Mark tone="wait">{t('simulation.open')}</Mark>
          </List.Item>
        </List>
      </Paper>
      <Title order={2} mt="lg" mb="xs" className="no-print">
        {t('apply.ways')}
      </Title>
      <Way id="apply-group" title={t('apply.wayGroup')} fits={!isWage && !isAlone}>
        <Text size="sm">{t('apply.wayGroupAbout')}</Text>
      </Way>
      <Way id="apply-alone" title={t('apply.wayAlone')} fits={isAlone}>
        <Text size="sm" mb={4}>
          {office === undefined ? t('apply.chooseKabupaten') : t('apply.office', { kabupaten })}{' '}
          {office !== undefined && <strong>{office.name}</strong>}{' '}
          {office !== undefined && office.confidence !== 'high' && (
            <>
              <Mark tone="wait">{t('simulation.open')}</Mark> {t('apply.officeInferred')}
            </>
          )}
        </Text>
        <Text size="sm">{t('apply.wayAloneAbout')}</Text>
      </Way>
      <Way id="apply-employer" title={t('apply.wayEmployer')} fits={isWage}>
        <Text size="sm">{t('apply.wayEmployerAbout')}</Text>
      </Way>
      {!isWage && <ApplicationForm asked={asked} kabupaten={kabupaten} today={today} />}
    </>
  );
}

function Way(props: {
  readonly id: string;
  readonly title: string;
  readonly fits: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useLanguage();
  return (
    <Paper mb="xs" component="section" aria-labelledby={props.id} className="no-print">
      <Title order={3} id={props.id} mb={4}>
        {props.title} {props.fits && <Mark tone="good">{t('apply.fits')}</Mark>}
      </Title>
      {props.children}
    </Paper>
  );
}
