import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { completeMember, type Incomplete } from '../../app/registration.ts';
import { ProblemBox } from '../../ui/ProblemBox.tsx';

/** What can be filled in here; who somebody is comes from a list and its check. */
const filled = {
  birth_place: 'birthPlace',
  address: 'address',
  mother: 'mother',
  work_place: 'workPlace',
} as const;
type Filled = keyof typeof filled;
const isFilled = (field: string): field is Filled => field in filled;

/** A form for what the sheet lacks of one member, behind a button. */
export function FillForm(props: {
  readonly personId: string;
  readonly missing: Incomplete['missing'];
  /** What the button says. */
  readonly label: string;
}) {
  const { personId, missing } = props;
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const saving = useMutation({
    mutationFn: (said: Readonly<Record<string, string>>) => completeMember(personId, said),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['registration'] }),
  });
  const here = missing.filter(isFilled);
  const byList = missing.length > here.length && <Text size="sm">{t('registration.byList')}</Text>;
  if (here.length === 0) return byList;
  if (!open) {
    return (
      <Stack gap="xs">
        <Button size="xs" variant="default" onClick={() => setOpen(true)} style={{ alignSelf: 'flex-start' }}>
          {props.label}
        </Button>
        {byList}
      </Stack>
    );
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = here.flatMap((field) => {
      const text = String(form.get(field) ?? '').trim();
      return text === '' ? [] : [[filled[field], text] as const];
    });
    if (said.length > 0) saving.mutate(Object.fromEntries(said));
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        {here.map((field) => (
          <TextInput key={field} label={t(`field.${field}`)} name={field} maxLength={120} />
        ))}
        <ProblemBox error={saving.error} />
        <Group gap="xs">
          <Button size="xs" type="submit" loading={saving.isPending}>
            {t('registration.keep')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setOpen(false)}>
            {t('mappings.cancel')}
          </Button>
        </Group>
        {byList}
      </Stack>
    </form>
  );
}
