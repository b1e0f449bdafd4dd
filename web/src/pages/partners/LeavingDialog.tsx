import { Alert, Button, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { recordLeavers } from '../../app/lists.ts';
import { useMay, useToday } from '../../app/session.tsx';
import { chosenOf } from '../../ui/chosen.ts';
import { DayField } from '../../ui/DayField.tsx';
import { useFormats } from '../../ui/format.ts';
import { ProblemBox } from '../../ui/ProblemBox.tsx';

/** Recorded by hand; the others come with a replacement or the end of the agreement. */
const reasons = ['stopped', 'moved', 'died', 'contract_ended'] as const;

/** Records that the chosen members left, and tells what hangs on it. */
export function LeavingDialog(props: {
  readonly opened: boolean;
  readonly members: readonly { readonly personId: string; readonly membershipId: string }[];
  /** The complete list on which they are missing; null when reported otherwise. */
  readonly listId: string | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { opened, members, listId, onClose, onDone } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const may = useMay();
  const today = useToday();
  const queries = useQueryClient();
  const [reason, setReason] = useState<string>(reasons[0]);
  const dead = reason === 'died';
  const recording = useMutation({
    mutationFn: recordLeavers,
    onSuccess: () => {
      onDone();
      for (const key of ['partner', 'changes', 'missing', 'classes'])
        void queries.invalidateQueries({ queryKey: [key] });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const note = String(form.get('note')).trim();
    recording.mutate({
      members: members.map(({ personId, membershipId }) => ({ personId, membershipId })),
      lastDay: String(form.get('lastDay')),
      reason: chosenOf(reasons, form.get('reason')),
      note: note === '' ? null : note,
      listId,
    });
  };
  const close = () => {
    recording.reset();
    onClose();
  };
  const done = recording.data;
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('leaving.title', { count: done?.ended ?? members.length })}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {done === undefined ? (
        <form onSubmit={submit}>
          <Stack>
            <Text size="sm">{t('leaving.about')}</Text>
            <NativeSelect
              label={t('leaving.reason')}
              name="reason"
              data-autofocus
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              data={reasons.map((value) => ({ value, label: t(`leavingReason.${value}`) }))}
            />
            {dead ? (
              <DayField
                key="died"
                label={t('death.day')}
                description={t(may('deaths.record') ? 'death.reportedHere' : 'death.toldHere')}
                name="lastDay"
                required
              />
            ) : (
              <DayField
                key="left"
                label={t('leaving.lastDay')}
                name="lastDay"
                defaultValue={today}
                required
              />
            )}
            <TextInput
              label={t('leaving.note')}
              description={t('leaving.noteHint')}
              name="note"
              maxLength={300}
            />
            <ProblemBox error={recording.error} />
            <Button type="submit" loading={recording.isPending}>
              {t('leaving.save')}
            </Button>
          </Stack>
        </form>
      ) : (
        <Stack>
          <Alert role="status">{t('leaving.done', { count: done.ended })}</Alert>
          {done.paidBeyond > 0 && (
            <Text size="sm">{t('leaving.paidBeyond', { people: done.paidBeyond })}</Text>
          )}
          {done.openBills.map((bill) => (
            <Text key={bill.number} size="sm">
              {t('leaving.openBill', { ...bill, amount: format.money(bill.amount) })}
            </Text>
          ))}
          <Button variant="default" onClick={close}>
            {t('app.close')}
          </Button>
        </Stack>
      )}
    </Modal>
  );
}
