import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { type Agreement, type Stage, stepAgreement } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useToday } from '../../app/session.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { stages } from './words.ts';

/** The steps that may follow `stage`: an agreement goes no step back. */
export function nextStages(stage: Stage | null): readonly Stage[] {
  return stage === null ? stages : stages.slice(stages.indexOf(stage) + 1);
}

/** Records the next step of an agreement. */
export function StageForm(props: { readonly agreement: Agreement; readonly onDone: () => Promise<void> }) {
  const { t } = useLanguage();
  const today = useToday();
  const { agreementId, stage } = props.agreement;
  const step = useMutation({
    mutationFn: (input: Parameters<typeof stepAgreement>[1]) => stepAgreement(agreementId, input),
    onSuccess: props.onDone,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const chosen = stages.find((one) => one === form.get('stage'));
    if (chosen === undefined) return;
    const note = String(form.get('note')).trim();
    step.mutate({ stage: chosen, onDay: String(form.get('onDay')), note: note === '' ? null : note });
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" mt="sm">
        <NativeSelect
          label={t('agreements.nextStage')}
          name="stage"
          data={nextStages(stage).map((value) => ({ value, label: t(`stage.${value}`) }))}
        />
        <DayField label={t('agreements.onDay')} name="onDay" defaultValue={today} required />
        <TextInput label={t('agreements.note')} name="note" maxLength={1000} />
        <Button type="submit" variant="light" loading={step.isPending}>
          {t('agreements.step')}
        </Button>
      </Group>
      <ProblemBox error={step.error} />
    </form>
  );
}
