import { Button, Group, NumberInput, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { decideProposal } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useToday } from '../../app/session.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';

/** What the meeting of the village was and decided, with its Berita Acara. */
export function MeetingForm(props: { readonly proposalId: string; readonly onDone: () => Promise<void> }) {
  const { t } = useLanguage();
  const today = useToday();
  const deciding = useMutation({
    mutationFn: (input: Parameters<typeof decideProposal>[1]) => decideProposal(props.proposalId, input),
    onSuccess: props.onDone,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name)).trim();
    deciding.mutate({
      metOn: text('metOn'),
      place: text('place'),
      ledBy: text('ledBy'),
      attendance: Number(text('attendance').replaceAll(/\D/g, '')),
      minutes: text('minutes'),
      number: text('number'),
      signedOn: text('signedOn'),
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <DayField label={t('musdes.metOn')} name="metOn" defaultValue={today} required />
          <TextInput label={t('musdes.place')} name="place" required minLength={2} maxLength={200} />
          <TextInput label={t('musdes.ledBy')} name="ledBy" required minLength={2} maxLength={200} />
          <NumberInput
            label={t('musdes.attendance')}
            name="attendance"
            required
            min={1}
            max={100_000}
            allowDecimal={false}
          />
          <TextInput label={t('musdes.number')} name="number" required maxLength={100} />
          <DayField label={t('musdes.signedOn')} name="signedOn" defaultValue={today} required />
        </SimpleGrid>
        <Textarea
          label={t('musdes.minutes')}
          name="minutes"
          required
          minLength={3}
          maxLength={5000}
          autosize
          minRows={3}
        />
        <ProblemBox error={deciding.error} />
        <Group>
          <Button type="submit" loading={deciding.isPending}>
            {t('musdes.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
