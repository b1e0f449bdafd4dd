import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { revealPerson } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';

/** Opens the sealed record for a reason, which is kept with the reader's name. It is forgotten when the window closes. */
export function Revelation(props: { readonly personId: string }) {
  const { t } = useLanguage();
  const [asked, { open, close }] = useDisclosure(false);
  const reading = useMutation({
    mutationFn: (reason: string) => revealPerson(props.personId, reason),
    gcTime: 0,
  });
  const leave = () => {
    close();
    reading.reset();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    reading.mutate(String(new FormData(event.currentTarget).get('reason')).trim());
  };
  return (
    <>
      <Button variant="default" size="xs" mt="sm" onClick={open}>
        {t('reveal.button')}
      </Button>
      <Modal
        opened={asked}
        onClose={leave}
        title={t('reveal.title')}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        {reading.data === undefined ? (
          <form onSubmit={submit}>
            <Stack>
              <Text size="sm">{t('reveal.about')}</Text>
              <TextInput
                label={t('reveal.reason')}
                name="reason"
                required
                minLength={5}
                maxLength={300}
                data-autofocus
              />
              <ProblemBox error={reading.error} />
              <Group justify="flex-end">
                <Button variant="default" onClick={leave}>
                  {t('app.cancel')}
                </Button>
                <Button type="submit" loading={reading.isPending}>
                  {t('reveal.yes')}
                </Button>
              </Group>
            </Stack>
          </form>
        ) : (
          <Facts
            of={[
              ['NIK', reading.data.nik ?? '–'],
              [t('reveal.kk'), reading.data.kk ?? '–'],
              [t('reveal.mother'), reading.data.mother ?? '–'],
              [t('reveal.phone'), reading.data.phone ?? '–'],
              [t('reveal.address'), reading.data.address ?? '–'],
            ]}
          />
        )}
      </Modal>
    </>
  );
}
