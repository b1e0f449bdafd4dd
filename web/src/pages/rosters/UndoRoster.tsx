import { Alert, Button, List, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { previewUndo, type RosterUndo, undoRoster } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { ReasonForm } from '../../ui/ReasonDialog.tsx';

/** Undoes an accepted list, once what that takes back was shown and a reason given; or says what stands in the way. */
export function UndoRoster(props: { readonly rosterId: string; readonly onAsked: () => Promise<void> }) {
  const { rosterId } = props;
  const { t } = useLanguage();
  const [asked, { open, close }] = useDisclosure(false);
  const query = useQuery({
    queryKey: ['roster', rosterId, 'undo'],
    queryFn: () => previewUndo(rosterId),
    enabled: asked,
    gcTime: 0,
  });
  const undoing = useMutation({
    mutationFn: (json: Parameters<typeof undoRoster>[1]) => undoRoster(rosterId, json),
    onSuccess: async () => {
      await props.onAsked();
      close();
    },
  });
  const leave = () => {
    close();
    undoing.reset();
  };
  return (
    <>
      <Button variant="default" onClick={open} style={{ alignSelf: 'flex-start' }}>
        {t('undo.button')}
      </Button>
      <Modal
        opened={asked}
        onClose={leave}
        title={t('undo.title')}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        <Loaded query={query}>
          {(preview) =>
            preview.bills.some((bill) => !isOwn(bill)) || preview.covered > 0 ? (
              <InTheWay preview={preview} />
            ) : (
              <ReasonForm
                length={[3, 500]}
                button={t('undo.confirm')}
                isFinal
                doing={{
                  ...undoing,
                  mutate: (why) => undoing.mutate({ why, cancelBills: numbersOf(preview) }),
                }}
                onClose={leave}
              >
                <TakenBack preview={preview} />
              </ReasonForm>
            )
          }
        </Loaded>
      </Modal>
    </>
  );
}

type RosterBill = RosterUndo['bills'][number];

/** It holds nobody else and nothing was paid on it: it is cancelled with the list. */
function isOwn({ number, others, payments }: RosterBill): boolean {
  return number !== null && others === 0 && payments.length === 0;
}

function numbersOf({ bills }: RosterUndo): string[] {
  return bills.filter(isOwn).flatMap(({ number }) => number ?? []);
}

function InTheWay({ preview }: { readonly preview: RosterUndo }) {
  const { t } = useLanguage();
  const bills = preview.bills.filter((bill) => !isOwn(bill));
  const final = preview.covered > 0 || bills.some(({ payments }) => payments.length > 0);
  return (
    <Stack>
      <Text>{t('undo.inTheWay')}</Text>
      <List>
        {bills.map((bill) => (
          <List.Item key={bill.billId}>
            <BillInTheWay bill={bill} />
          </List.Item>
        ))}
        {preview.covered > 0 && <List.Item>{t('undo.covered', { people: preview.covered })}</List.Item>}
      </List>
      <Text size="sm">{t(final ? 'undo.instead' : 'undo.cancelFirst')}</Text>
    </Stack>
  );
}

function BillInTheWay({ bill }: { readonly bill: RosterBill }) {
  const { t } = useLanguage();
  const { number, people, others, payments } = bill;
  if (number === null) return t('undo.billAbove', { people });
  return (
    <>
      <Go to="/tagihan/$id" params={{ id: bill.billId }}>
        {number}
      </Go>{' '}
      ·{' '}
      {payments.length > 0
        ? t('undo.paidBy', { payments: payments.join(', ') })
        : t('undo.billHolds', { people, others })}
    </>
  );
}

function TakenBack({ preview }: { readonly preview: RosterUndo }) {
  const { t } = useLanguage();
  const { memberships, withdrawn, kept, listed, seats } = preview;
  const format = useFormats();
  const own = preview.bills.filter(isOwn);
  return (
    <>
      <List>
        {memberships > 0 && <List.Item>{t('undo.memberships', { people: memberships })}</List.Item>}
        {withdrawn > 0 && <List.Item>{t('undo.withdrawn', { people: withdrawn })}</List.Item>}
        {kept > 0 && <List.Item>{t('undo.kept', { people: kept })}</List.Item>}
        {listed > 0 && <List.Item>{t('undo.listed', { people: listed })}</List.Item>}
        {seats > 0 && <List.Item>{t('undo.seats', { seats })}</List.Item>}
        {own.length > 0 && (
          <List.Item>
            {t('undo.bills', {
              bills: own.length,
              numbers: numbersOf(preview).join(', '),
              amount: format.money(own.reduce((sum, { amount }) => sum + amount, 0)),
            })}
          </List.Item>
        )}
      </List>
      <Alert color="yellow">{t('undo.again')}</Alert>
    </>
  );
}
