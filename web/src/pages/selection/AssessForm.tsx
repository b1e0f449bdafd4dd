import { Button, Group, NativeSelect, Paper, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { assessPeople, type Findings, type LocalRule } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { askedFacts } from './words.ts';

const registers = ['P3KE', 'DTSEN', 'DTKS'] as const;
const deciles = Array.from({ length: 10 }, (_, n) => String(n + 1));

/** Records what is known of several people at once; what is left stays as it was. */
export function AssessForm(props: {
  readonly rule: LocalRule | null;
  readonly personIds: readonly string[];
  readonly onDone: () => Promise<void>;
}) {
  const { t } = useLanguage();
  const asked = askedFacts(props.rule);
  const recording = useMutation({
    mutationFn: (found: Partial<Findings>) => assessPeople({ personIds: [...props.personIds], found }),
    onSuccess: props.onDone,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const flag = (name: 'hasRoutineIncome' | 'hasEmployer' | 'lowIncome') => {
      const value = form.get(name);
      return value === 'true' || value === 'false' ? { [name]: value === 'true' } : {};
    };
    const register = registers.find((one) => one === form.get('register'));
    const decile = Number(form.get('decile') ?? '');
    recording.mutate({
      ...flag('hasRoutineIncome'),
      ...flag('hasEmployer'),
      ...flag('lowIncome'),
      ...(register !== undefined && { register }),
      ...(decile > 0 && { decile }),
    });
  };
  const keep = { value: '', label: t('finding.keep') };
  const flags = (['hasRoutineIncome', 'hasEmployer', 'lowIncome'] as const).filter((name) =>
    asked.includes(name),
  );
  return (
    <Paper>
      <form onSubmit={submit}>
        <Group align="flex-end">
          {flags.map((name) => (
            <NativeSelect
              key={name}
              name={name}
              label={t(`finding.${name}`)}
              data={[
                keep,
                { value: 'false', label: t(name === 'lowIncome' ? 'finding.notBelow' : 'finding.no') },
                { value: 'true', label: t(name === 'lowIncome' ? 'finding.below' : 'finding.yes') },
              ]}
            />
          ))}
          <NativeSelect name="register" label={t('finding.register')} data={[keep, ...registers]} />
          <NativeSelect name="decile" label={t('finding.decile')} data={[keep, ...deciles]} />
          <Button type="submit" variant="light" loading={recording.isPending}>
            {t('calon.assess')}
          </Button>
        </Group>
        <ProblemBox error={recording.error} />
        <Text size="sm" role="status">
          {recording.data === undefined ? '' : t('calon.saved', { count: recording.data.people })}
        </Text>
      </form>
    </Paper>
  );
}
