import { Button, Checkbox, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Person } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { appointHolder, endHolding, type Replaced, replaceHolder, stateSeats } from '../../app/lists.ts';
import { useMay, useToday } from '../../app/session.tsx';
import { codesOf } from '../../messages/index.ts';
import { chosenOf } from '../../ui/chosen.ts';
import { DayField } from '../../ui/DayField.tsx';
import { PersonChooser } from '../../ui/PersonChooser.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import type { SeatAction } from './BodyTable.tsx';
import { OtherCoverNote } from './OtherCoverNote.tsx';

interface DialogProps {
  readonly village: string;
  /** Name of the office. */
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: (replaced?: Replaced) => Promise<void>;
}

/** Whatever is being done with a seat, in a dialog; nothing while there is no action. */
export function SeatDialog(props: DialogProps & { readonly action: SeatAction | undefined }) {
  const { action, name, onClose } = props;
  const { t } = useLanguage();
  const title = () => {
    if (action === undefined) return '';
    if (action.kind === 'replace') return t('offices.replaceTitle', { office: name });
    if (action.kind === 'end') return t('offices.endTitle', { name: action.holding.name ?? name });
    return action.kind === 'appoint'
      ? t('offices.appointTitle', { office: name })
      : t('offices.seatsTitle', { office: name });
  };
  return (
    <Modal
      opened={action !== undefined}
      onClose={onClose}
      title={title()}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {action?.kind === 'seats' && <SeatsForm {...props} office={action.office} />}
      {action?.kind === 'end' && <EndForm {...props} holding={action.holding} />}
      {(action?.kind === 'appoint' || action?.kind === 'replace') && (
        <HolderForm key={action.kind} {...props} action={action} />
      )}
    </Modal>
  );
}

const textOf = (form: FormData, name: string): string | null => {
  const text = String(form.get(name) ?? '').trim();
  return text === '' ? null : text;
};

function HolderForm(
  props: DialogProps & { readonly action: Extract<SeatAction, { readonly kind: 'appoint' | 'replace' }> },
) {
  const { village, action, onDone } = props;
  const { t } = useLanguage();
  const may = useMay();
  const today = useToday();
  const [person, setPerson] = useState<Person>();
  const [missing, setMissing] = useState(false);
  const [reason, setReason] = useState<string>(codesOf('officeEnd')[0]);
  const [from, setFrom] = useState<string>(today);
  const [enrol, setEnrol] = useState(true);
  const saving = useMutation({
    mutationFn: async (form: FormData): Promise<Replaced | undefined> => {
      const given = {
        personId: person?.personId ?? '',
        label: textOf(form, 'label'),
        decreeNumber: textOf(form, 'decreeNumber'),
        decreeDay: textOf(form, 'decreeDay'),
        from,
        termTo: textOf(form, 'termTo'),
      };
      if (action.kind === 'appoint') {
        await appointHolder(village, { office: action.office.office, ...given });
        return undefined;
      }
      return replaceHolder(action.holding.holdingId, {
        ...given,
        holderId: action.holding.personId,
        reason: chosenOf(codesOf('officeEnd'), form.get('reason')),
        diedOn: textOf(form, 'diedOn'),
        enrol,
      });
    },
    onSuccess: onDone,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setMissing(person === undefined);
    if (person !== undefined) saving.mutate(new FormData(event.currentTarget));
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {action.kind === 'replace' && (
          <Text size="sm">{t('offices.replaceAbout', { name: action.holding.name ?? props.name })}</Text>
        )}
        <PersonChooser
          label={t('choosePerson.search')}
          near={village}
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
        {action.kind === 'replace' && (
          <NativeSelect
            label={t('offices.reason')}
            name="reason"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data={codesOf('officeEnd').map((value) => ({ value, label: t(`officeEnd.${value}`) }))}
          />
        )}
        {action.kind === 'replace' && reason === 'died' && (
          <DayField label={t('death.day')} description={t('death.reportedHere')} name="diedOn" required />
        )}
        <DayField label={t('offices.from')} name="from" defaultValue={today} onDay={setFrom} required />
        <TextInput label={t('offices.decreeNumber')} name="decreeNumber" maxLength={100} />
        <DayField label={t('offices.decreeDay')} name="decreeDay" />
        <DayField label={t('offices.termTo')} name="termTo" />
        {action.office.count !== 1 && (
          <TextInput
            label={t('offices.label')}
            description={t('offices.labelHint')}
            name="label"
            maxLength={60}
            defaultValue={action.kind === 'replace' ? (action.holding.label ?? '') : ''}
          />
        )}
        {action.kind === 'replace' && may('rosters.accept') && (
          <Checkbox
            label={t('offices.enrol')}
            name="enrol"
            checked={enrol}
            onChange={(event) => setEnrol(event.currentTarget.checked)}
          />
        )}
        <OtherCoverNote
          person={person}
          office={action.office.office}
          from={from}
          replaces={
            action.kind === 'replace' && enrol && may('rosters.accept') ? action.holding.personId : undefined
          }
        />
        <ProblemBox error={saving.error} />
        <Button type="submit" loading={saving.isPending}>
          {t('offices.save')}
        </Button>
      </Stack>
    </form>
  );
}

function EndForm(
  props: DialogProps & { readonly holding: Extract<SeatAction, { readonly kind: 'end' }>['holding'] },
) {
  const { holding, onDone } = props;
  const { t } = useLanguage();
  const today = useToday();
  const reasons = codesOf('officeEnd').filter((one) => one !== 'replaced');
  const [reason, setReason] = useState<string>(reasons[0] ?? '');
  const dead = reason === 'died';
  const ending = useMutation({
    mutationFn: (form: FormData) =>
      endHolding(holding.holdingId, {
        personId: holding.personId,
        lastDay: String(form.get('lastDay')),
        reason: chosenOf(reasons, form.get('reason')),
      }),
    onSuccess: () => onDone(),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ending.mutate(new FormData(event.currentTarget));
      }}
    >
      <Stack>
        <Text size="sm">{t('offices.endAbout')}</Text>
        <NativeSelect
          label={t('offices.reason')}
          name="reason"
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data={reasons.map((value) => ({ value, label: t(`officeEnd.${value}`) }))}
        />
        {dead ? (
          <DayField
            key="died"
            label={t('death.day')}
            description={t('death.reportedHere')}
            name="lastDay"
            required
          />
        ) : (
          <DayField key="left" label={t('offices.lastDay')} name="lastDay" defaultValue={today} required />
        )}
        <ProblemBox error={ending.error} />
        <Button type="submit" loading={ending.isPending}>
          {t('offices.save')}
        </Button>
      </Stack>
    </form>
  );
}

function SeatsForm(props: DialogProps & { readonly office: SeatAction['office'] }) {
  const { village, office, onDone } = props;
  const { t } = useLanguage();
  const today = useToday();
  const saving = useMutation({
    mutationFn: (form: FormData) =>
      stateSeats(village, {
        office: office.office,
        seats: Number(form.get('seats')),
        since: String(form.get('since')),
        source: String(form.get('source')).trim(),
      }),
    onSuccess: () => onDone(),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(new FormData(event.currentTarget));
      }}
    >
      <Stack>
        <TextInput
          label={t('offices.seatsField')}
          name="seats"
          inputMode="numeric"
          pattern="[0-9]{1,3}"
          required
          data-autofocus
          defaultValue={office.count ?? ''}
        />
        <DayField
          label={t('offices.seatsSince')}
          name="since"
          defaultValue={`${today.slice(0, 4)}-01-01`}
          required
        />
        <TextInput
          label={t('offices.seatsSource')}
          description={t('offices.seatsSourceHint')}
          name="source"
          required
          minLength={3}
          maxLength={200}
        />
        <ProblemBox error={saving.error} />
        <Button type="submit" loading={saving.isPending}>
          {t('offices.save')}
        </Button>
      </Stack>
    </form>
  );
}
