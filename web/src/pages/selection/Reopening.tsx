import { Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { reopenProposal } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';

/** Takes a decided list back to the draft, with the reason that its history keeps. */
export function Reopening(props: { readonly proposalId: string; readonly onDone: () => Promise<void> }) {
  const { t } = useLanguage();
  const reopening = useMutation({
    mutationFn: (reason: string) => reopenProposal(props.proposalId, reason),
    onSuccess: props.onDone,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    reopening.mutate(String(new FormData(event.currentTarget).get('reason')).trim());
  };
  return (
    <details className="opener">
      <summary>{t('periksa.reopen')}</summary>
      <form onSubmit={submit}>
        <Group align="flex-end" mt="xs">
          <TextInput
            label={t('periksa.reopenWhy')}
            name="reason"
            required
            minLength={3}
            maxLength={1000}
            flex="1 1 16rem"
          />
          <Button type="submit" variant="default" loading={reopening.isPending}>
            {t('periksa.reopen')}
          </Button>
        </Group>
        <ProblemBox error={reopening.error} />
      </form>
    </details>
  );
}
