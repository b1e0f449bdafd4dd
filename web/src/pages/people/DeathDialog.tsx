import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { recordDeath } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useRefresh } from '../../app/refresh.ts';
import { codesOf } from '../../messages/index.ts';
import { chosenOf } from '../../ui/chosen.ts';
import { DayField } from '../../ui/DayField.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';

/** What is only somebody's word, and has no number. */
const reports: readonly string[] = ['bpjs_report', 'partner_report', 'family_report'];
const evidence = codesOf('deathEvidence');

/**
 * A button that records somebody's death, or the paper that follows a report of it.
 *
 * @param props.before the day as reported, when a paper follows; null while they are not known to have died
 * @param props.told what a partner told, of somebody in a list; absent on the page of the person
 */
export function DeathDialog(props: {
  readonly personId: string;
  readonly before: string | null;
  readonly told?: { readonly day: string; readonly name: string };
}) {
  const { personId, before, told } = props;
  const proposed = before ?? told?.day;
  const { t } = useLanguage();
  const refresh = useRefresh();
  const [asked, { open, close }] = useDisclosure(false);
  const choices = before === null ? evidence : evidence.filter((one) => !reports.includes(one));
  const [chosen, setChosen] = useState<string>(
    told === undefined ? (choices[0] ?? evidence[0]) : 'partner_report',
  );
  const recording = useMutation({
    mutationFn: (form: FormData) => {
      const text = (name: string) => {
        const value = String(form.get(name) ?? '').trim();
        return value === '' ? null : value;
      };
      return recordDeath(personId, {
        diedOn: String(form.get('diedOn')),
        evidence: chosenOf(evidence, form.get('evidence')),
        reference: text('reference'),
        note: text('note'),
      });
    },
    onSuccess: async () => {
      await refresh(['person']);
      close();
    },
  });
  const leave = () => {
    close();
    recording.reset();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    recording.mutate(new FormData(event.currentTarget));
  };
  const title = before === null ? t('death.record') : t('death.addPaper');
  const hasNumber = !reports.includes(chosen);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        onClick={open}
        {...(told === undefined ? {} : { 'aria-label': t('death.recordOf', { name: told.name }) })}
      >
        {title}
      </Button>
      <Modal
        opened={asked}
        onClose={leave}
        title={told === undefined ? title : t('death.recordOf', { name: told.name })}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        <form onSubmit={submit}>
          <Stack>
            <Text size="sm">{t(before === null ? 'death.recordAbout' : 'death.addPaperAbout')}</Text>
            <DayField
              label={t('death.day')}
              name="diedOn"
              {...(proposed === undefined ? {} : { defaultValue: proposed })}
              required
            />
            <NativeSelect
              label={t('death.evidence')}
              name="evidence"
              value={chosen}
              onChange={(event) => setChosen(event.currentTarget.value)}
              data={choices.map((value) => ({ value, label: t(`deathEvidence.${value}`) }))}
            />
            <TextInput
              label={t(hasNumber ? 'death.number' : 'death.numberIfAny')}
              description={hasNumber ? t('death.numberHint') : t('death.reportHint')}
              name="reference"
              maxLength={100}
              required={hasNumber}
            />
            <TextInput
              label={t('death.note')}
              description={t('death.noteHint')}
              name="note"
              maxLength={300}
            />
            <ProblemBox error={recording.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={leave}>
                {t('app.cancel')}
              </Button>
              <Button type="submit" loading={recording.isPending}>
                {t('death.save')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
