import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { createDecree } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useToday } from '../../app/session.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';

/** Records an SK or a Berita Acara of an agreement. */
export function DecreeForm(props: { readonly agreementId: string; readonly onDone: () => Promise<void> }) {
  const { t } = useLanguage();
  const today = useToday();
  const record = useMutation({
    mutationFn: (input: Parameters<typeof createDecree>[1]) => createDecree(props.agreementId, input),
    onSuccess: props.onDone,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    record.mutate({
      kind: form.get('kind') === 'BA' ? 'BA' : 'SK',
      number: String(form.get('number')).trim(),
      signedOn: String(form.get('signedOn')),
    });
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end">
        <NativeSelect
          label={t('agreements.kind')}
          name="kind"
          data={[
            { value: 'SK', label: t('decreeKind.SK') },
            { value: 'BA', label: t('decreeKind.BA') },
          ]}
        />
        <TextInput label={t('agreements.number')} name="number" required maxLength={100} />
        <DayField label={t('agreements.signedOn')} name="signedOn" defaultValue={today} required />
        <Button type="submit" variant="light" loading={record.isPending}>
          {t('agreements.addDecree')}
        </Button>
      </Group>
      <ProblemBox error={record.error} />
    </form>
  );
}
