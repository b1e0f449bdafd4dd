import { Alert, Button, List } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { type Bill, cancelBill } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { monthsText } from './bill-texts.ts';

/** Cancels a bill on which nothing was paid, once what that takes back was shown and a reason given. */
export function CancelBill(props: { readonly bill: Bill; readonly onCancelled: () => Promise<void> }) {
  const { bill, onCancelled } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const [asked, { open, close }] = useDisclosure(false);
  const cancelling = useMutation({
    mutationFn: (why: string) => cancelBill(bill.billId, { why }),
    onSuccess: async () => {
      await onCancelled();
      close();
    },
  });
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('cancelBill.button')}
      </Button>
      <ReasonDialog
        opened={asked}
        title={t('cancelBill.title', { number: bill.number })}
        length={[3, 500]}
        button={t('cancelBill.confirm')}
        leave={t('cancelBill.keep')}
        isFinal
        doing={cancelling}
        onClose={close}
      >
        <List>
          <List.Item>
            {t('cancelBill.owed', { amount: format.money(bill.amount), people: bill.people })}
          </List.Item>
          <List.Item>{t('cancelBill.months', { months: monthsText(format, bill) })}</List.Item>
          <List.Item>{t('cancelBill.late')}</List.Item>
        </List>
        <Alert color="yellow">{t('cancelBill.final')}</Alert>
      </ReasonDialog>
    </>
  );
}
