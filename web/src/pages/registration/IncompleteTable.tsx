import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { completeMember, type Incomplete } from '../../app/registration.ts';
import { useMay } from '../../app/session.tsx';
import { Go } from '../../ui/Go.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { type Column, Table } from '../../ui/Table.tsx';

/** What can be filled in here; who somebody is comes from a list and its check. */
const filled = {
  birth_place: 'birthPlace',
  address: 'address',
  mother: 'mother',
  work_place: 'workPlace',
} as const;
type Filled = keyof typeof filled;
const isFilled = (field: string): field is Filled => field in filled;

/** Members of whom the branch would ask more, each with a form for it. */
export function IncompleteTable(props: { readonly people: readonly Incomplete[] }) {
  const { t } = useLanguage();
  const may = useMay();
  const columns: Column<Incomplete>[] = [
    {
      key: 'name',
      label: t('registration.name'),
      cell: ({ personId, name }) => (
        <Go to="/orang/$id" params={{ id: personId }}>
          {name}
        </Go>
      ),
    },
    { key: 'village', label: t('mapping.village'), cell: ({ villageName }) => villageName },
    {
      key: 'missing',
      label: t('registration.missing'),
      cell: ({ missing }) => missing.map((field) => t(`field.${field}`)).join(', '),
    },
    ...(may('registration.complete')
      ? [
          {
            key: 'fill',
            label: t('registration.remedy'),
            cell: (one: Incomplete) => <Fill key={one.missing.join()} one={one} />,
          },
        ]
      : []),
  ];
  return (
    <Table
      caption={t('registration.incompleteTable')}
      columns={columns}
      rows={props.people}
      rowKey={({ personId }) => personId}
    />
  );
}

function Fill(props: { readonly one: Incomplete }) {
  const { personId, missing } = props.one;
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
          {t('registration.fill')}
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
