import { Button, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { revealPerson } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { ReasonForm } from '../../ui/ReasonDialog.tsx';

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
          <ReasonForm button={t('reveal.yes')} doing={reading} onClose={leave}>
            <Text size="sm">{t('reveal.about')}</Text>
          </ReasonForm>
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
