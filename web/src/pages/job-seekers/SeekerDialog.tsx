import { Button, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { endSeeking, type JobSeeker, recordSeeker } from '../../app/lists.ts';
import { useRefresh } from '../../app/refresh.ts';
import { useToday } from '../../app/session.tsx';
import { codesOf } from '../../messages/index.ts';
import { chosenOf } from '../../ui/chosen.ts';
import { DayField } from '../../ui/DayField.tsx';
import { PersonChooser } from '../../ui/PersonChooser.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';

/** Records somebody who looks for work, or that one no longer does; nothing while there is no action. */
export function SeekerDialog(props: {
  readonly action: JobSeeker | 'record' | undefined;
  /** Ten digits of a village whose people are offered first. */
  readonly near: string;
  readonly onClose: () => void;
}) {
  const { action, near, onClose } = props;
  const { t } = useLanguage();
  const refresh = useRefresh();
  const done = async () => {
    await refresh(['seekers']);
    onClose();
  };
  const title =
    action === undefined || action === 'record'
      ? t('seekers.record')
      : t('seekers.endTitle', { name: action.name ?? action.villageName });
  return (
    <Modal
      opened={action !== undefined}
      onClose={onClose}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {action === 'record' && <RecordForm near={near} onDone={done} />}
      {action !== undefined && action !== 'record' && <EndForm seeker={action} onDone={done} />}
    </Modal>
  );
}

function RecordForm(props: { readonly near: string; readonly onDone: () => Promise<void> }) {
  const { t } = useLanguage();
  const today = useToday();
  const [person, setPerson] = useState<Person>();
  const [missing, setMissing] = useState(false);
  const recording = useMutation({ mutationFn: recordSeeker, onSuccess: props.onDone });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(person === undefined);
        if (person === undefined) return;
        const form = new FormData(event.currentTarget);
        recording.mutate({
          personId: person.personId,
          training: chosenOf(codesOf('training'), form.get('training')),
          since: String(form.get('since')),
          source: String(form.get('source')).trim(),
        });
      }}
    >
      <Stack>
        <PersonChooser
          label={t('choosePerson.search')}
          near={props.near}
          chosen={person}
          onChoose={(one) => {
            setPerson(one);
            setMissing(false);
          }}
        />
        {missing && (
          <Text c="red.9" size="sm" role="alert">
            {t('offices.personMissing')}
          </Text>
        )}
        <NativeSelect
          label={t('seekers.training')}
          name="training"
          data={codesOf('training').map((value) => ({ value, label: t(`training.${value}`) }))}
        />
        <DayField label={t('seekers.since')} name="since" defaultValue={today} required />
        <TextInput
          label={t('seekers.source')}
          description={t('seekers.sourceHint')}
          name="source"
          required
          minLength={3}
          maxLength={200}
        />
        <ProblemBox error={recording.error} />
        <Button type="submit" loading={recording.isPending}>
          {t('seekers.save')}
        </Button>
      </Stack>
    </form>
  );
}

function EndForm(props: { readonly seeker: JobSeeker; readonly onDone: () => Promise<void> }) {
  const { t } = useLanguage();
  const today = useToday();
  const { seeker } = props;
  const ending = useMutation({
    mutationFn: (form: FormData) =>
      endSeeking(seeker.seekerId, {
        personId: seeker.personId,
        lastDay: String(form.get('lastDay')),
        reason: chosenOf(codesOf('seekerEnd'), form.get('reason')),
      }),
    onSuccess: props.onDone,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ending.mutate(new FormData(event.currentTarget));
      }}
    >
      <Stack>
        <NativeSelect
          label={t('seekers.reason')}
          name="reason"
          data-autofocus
          data={codesOf('seekerEnd').map((value) => ({ value, label: t(`seekerEnd.${value}`) }))}
        />
        <DayField label={t('seekers.lastDay')} name="lastDay" defaultValue={today} required />
        <ProblemBox error={ending.error} />
        <Button type="submit" loading={ending.isPending}>
          {t('seekers.save')}
        </Button>
      </Stack>
    </form>
  );
}
