import { Alert, Button, Paper, Text, Title } from '@mantine/core';
import { errorText } from '@payung/law';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { Go } from '../../ui/Go.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ask, type Outcome } from './answer.ts';
import { CaseFields } from './CaseFields.tsx';
import { CaseResult } from './CaseResult.tsx';
import { ContributionFields } from './ContributionFields.tsx';
import { ContributionResult } from './ContributionResult.tsx';
import { contributionOf } from './contribution.ts';
import { FormContext, fieldId, useAddress } from './form.tsx';
import { MyCaseFields } from './MyCaseFields.tsx';
import { MyCaseResult } from './MyCaseResult.tsx';
import { myOutcome } from './my-case.ts';
import { caseRequest, wordOf } from './request.ts';
import { useSimulationDay } from './today.ts';
import './simulation.css';

const route = getRouteApi('/simulasi');
const parts = ['iuran', 'manfaat', 'saya'] as const;

/** What is paid and what is got, computed here in the browser; for everybody. */
export function SimulationPage() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const today = useSimulationDay();
  const { address, filled, change } = useAddress(
    route.useSearch(),
    today,
    (search) => void navigate({ to: '/simulasi', search, replace: true, resetScroll: false }),
  );
  const [births, setBirths] = useState<readonly string[]>([]);
  const part = wordOf(parts, filled.bagian);
  const [birth, setBirth] = useState('');
  const outcome = useMemo(() => {
    switch (part) {
      case 'iuran':
        return contributionOf(filled);
      case 'manfaat':
        return ask(caseRequest(filled, births));
      case 'saya':
        return myOutcome(filled, birth);
    }
  }, [part, filled, births, birth]);
  return (
    <>
      <PageHead title={t('simulation.title')}>
        <Button variant="default" className="no-print" onClick={() => window.print()}>
          {t('simulation.print')}
        </Button>
      </PageHead>
      <Text mb="sm">{t('simulation.about')}</Text>
      <nav aria-label={t('simulation.parts')} className="simulation-parts no-print">
        {parts.map((one) => (
          <Go
            key={one}
            to="/simulasi"
            search={{ ...address, bagian: one }}
            aria-current={one === part ? 'page' : undefined}
            underline="never"
          >
            {t(`simulationPart.${one}`)}
          </Go>
        ))}
      </nav>
      <FormContext
        value={{ filled, change, error: outcome?.state === 'invalid' ? outcome.error : undefined }}
      >
        <Asked
          key={part}
          outcome={outcome}
          fields={
            <>
              {part === 'iuran' && <ContributionFields />}
              {part === 'manfaat' && <CaseFields births={births} onBirths={setBirths} />}
              {part === 'saya' && <MyCaseFields birth={birth} onBirth={setBirth} />}
            </>
          }
        >
          {outcome?.state === 'answered' && (
            <>
              {part === 'iuran' && <ContributionResult trace={outcome.trace} />}
              {part === 'manfaat' && <CaseResult trace={outcome.trace} births={births} />}
              {part === 'saya' && <MyCaseResult trace={outcome.trace} />}
            </>
          )}
        </Asked>
      </FormContext>
      <Text size="sm" c="dimmed" mt="lg">
        {t('simulation.disclaimer')}
      </Text>
    </>
  );
}

/** The fields, and beside or below them what came of them. The button leads from one to the other. */
function Asked(props: {
  /** Undefined if the worker has no programme that answers. */
  readonly outcome: Outcome | undefined;
  readonly fields: ReactNode;
  readonly children: ReactNode;
}) {
  const { t, language } = useLanguage();
  const { outcome } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const [times, setTimes] = useState(0);
  const error = outcome?.state === 'invalid' ? outcome.error : undefined;
  const field = error === undefined ? undefined : fieldId(error.path);
  const target = useRef(field);
  target.current = field;
  useEffect(() => {
    if (times === 0) return;
    const wrong = target.current === undefined ? null : document.getElementById(target.current);
    (wrong ?? heading.current)?.focus();
  }, [times]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A field passes on what was typed when it is left; with the Enter key it has not been.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setTimes(times + 1);
  };
  return (
    <div className="simulation">
      <Paper component="section" aria-label={t('simulation.fields')} className="simulation-fields">
        <form onSubmit={submit} noValidate className="fields">
          {props.fields}
          <Button
            type="submit"
            className="no-print"
            // Pressed, it would take the focus from a field; the fault shown there then would move it from under the finger.
            onMouseDown={(event) => event.preventDefault()}
          >
            {t('simulation.compute')}
          </Button>
        </form>
      </Paper>
      <Paper component="section" aria-labelledby="simulation-result" className="simulation-result">
        <Title order={2} id="simulation-result" ref={heading} tabIndex={-1} mb="sm">
          {t('simulation.result')}
        </Title>
        {error === undefined ? (
          props.children
        ) : (
          <Alert
            color="yellow"
            role="status"
            title={t('simulation.notYet')}
            styles={{ title: { color: '#6a4a00' } }}
          >
            <a href={`#${field}`}>{t('simulation.toField')}</a>: {errorText(error, language)}
          </Alert>
        )}
      </Paper>
    </div>
  );
}
