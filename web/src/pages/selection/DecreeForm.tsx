import { Button, Group, Paper, SimpleGrid, Stack, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { decreeProposal } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useToday } from '../../app/session.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';

/** Records the SK of a verified list. */
export function DecreeForm(props: { readonly proposalId: string; readonly onDone: () => Promise<void> }) {
  const { t } = useLanguage();
  const today = useToday();
  const decreeing = useMutation({
    mutationFn: (input: Parameters<typeof decreeProposal>[1]) => decreeProposal(props.proposalId, input),
    onSuccess: props.onDone,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name)).trim();
    decreeing.mutate({
      number: text('number'),
      signedOn: text('signedOn'),
      signedBy: text('signedBy'),
      signedAs: text('signedAs'),
    });
  };
  return (
    <Paper>
      <Title order={2} mb="sm">
        {t('sk.title')}
      </Title>
      <form onSubmit={submit}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput label={t('sk.number')} name="number" required maxLength={100} />
            <DayField label={t('sk.signedOn')} name="signedOn" defaultValue={today} required />
            <TextInput label={t('sk.signedBy')} name="signedBy" required minLength={2} maxLength={200} />
            <TextInput label={t('sk.signedAs')} name="signedAs" required minLength={2} maxLength={200} />
          </SimpleGrid>
          <ProblemBox error={decreeing.error} />
          <Group>
            <Button type="submit" loading={decreeing.isPending}>
              {t('sk.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
