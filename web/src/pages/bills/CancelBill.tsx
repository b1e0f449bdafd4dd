import { Alert, Button, Group, List, Modal, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Bill, cancelBill } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { monthsText } from './bill-texts.ts';

/** Cancels a bill on which nothing was paid, once what that takes back was shown and a reason given. */
export function CancelBill(props: { readonly bill: Bill; readonly onCancelled: () => Promise<void> }) {
  const { bill, onCancelled } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const [asked, { open, close }] = useDisclosure(false);
  const [why, setWhy] = useState('');
  const cancelling = useMutation({
    mutationFn: () => cancelBill(bill.billId, { why }),
    onSuccess: async () => {
      close();
      await onCancelled();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    cancelling.mutate();
  };
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('cancelBill.button')}
      </Button>
      <Modal
        opened={asked}
        onClose={close}
        title={t('cancelBill.title', { number: bill.number })}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        <form onSubmit={submit}>
          <Stack>
            <List>
              <List.Item>
                {t('cancelBill.owed', { amount: format.money(bill.amount), people: bill.people })}
              </List.Item>
              <List.Item>{t('cancelBill.months', { months: monthsText(format, bill) })}</List.Item>
              <List.Item>{t('cancelBill.late')}</List.Item>
            </List>
            <Alert color="yellow">{t('cancelBill.final')}</Alert>
            <Textarea
              label={t('cancelBill.why')}
              value={why}
              onChange={(event) => setWhy(event.currentTarget.value)}
              required
              minLength={3}
              maxLength={500}
              autosize
            />
            <ProblemBox error={cancelling.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('cancelBill.keep')}
              </Button>
              <Button
                type="submit"
                color="red.9"
                loading={cancelling.isPending}
                disabled={why.trim().length < 3}
              >
                {t('cancelBill.confirm')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
