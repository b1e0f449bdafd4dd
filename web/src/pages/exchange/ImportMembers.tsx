import { Alert, Button, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { importMembers, listMemberFiles } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';

/** Takes in a branch's active members of the month; the import is a job, and how far it is shows beside it. */
export function ImportMembers(props: { readonly month: string }) {
  const { month } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ['members'], queryFn: listMemberFiles });
  const [file, setFile] = useState<File>();
  const [missing, setMissing] = useState(false);
  const importing = useMutation({
    mutationFn: importMembers,
    onSuccess: () => {
      setFile(undefined);
      return queries.invalidateQueries({ queryKey: ['members'] });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setMissing(file === undefined);
    if (file === undefined) return;
    const form = new FormData(event.currentTarget);
    const salt = String(form.get('salt'));
    importing.mutate({
      file,
      month,
      branchId: String(form.get('branchId')),
      ...(salt === '' ? {} : { salt }),
    });
  };
  return (
    <section>
      <Title order={2} mb="xs">
        {t('exchange.import', { month: format.month(month) })}
      </Title>
      <Loaded query={query}>
        {({ branches }) => (
          <Paper p="lg" maw="44rem">
            <form onSubmit={submit}>
              <Stack>
                <NativeSelect
                  label={t('exchange.branch')}
                  name="branchId"
                  required
                  data={branches.map(({ branchId, name }) => ({ value: branchId, label: name }))}
                />
                <TextInput
                  label={t('exchange.salt')}
                  description={t('exchange.saltHint')}
                  name="salt"
                  type="password"
                  autoComplete="off"
                  maxLength={200}
                />
                <FileDrop
                  label={t('exchange.file')}
                  hint={t('exchange.fileHint')}
                  accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                  file={file}
                  onFile={(chosen) => {
                    setFile(chosen);
                    setMissing(false);
                  }}
                />
                {missing && (
                  <Text c="red.9" size="sm" role="alert">
                    {t('send.fileMissing')}
                  </Text>
                )}
                <ProblemBox error={importing.error} />
                {importing.data?.repeated === true && <Alert role="status">{t('exchange.repeated')}</Alert>}
                <Button type="submit" loading={importing.isPending}>
                  {t('exchange.submit')}
                </Button>
              </Stack>
            </form>
          </Paper>
        )}
      </Loaded>
    </section>
  );
}
