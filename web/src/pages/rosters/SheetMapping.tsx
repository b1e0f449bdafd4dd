import { Button, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type MappedField, mapRoster, type RosterLook, type SeenSheet } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { codesOf } from '../../messages/index.ts';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { type Column, Table } from '../../ui/Table.tsx';

const mappedFields = codesOf('field');

/** The name a spreadsheet gives a column: 0 is A, 26 is AA. */
function columnLetter(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetter(Math.floor(column / 26) - 1) + letter;
}

interface SaidColumn {
  readonly column: number;
  readonly header: string;
  readonly samples: readonly string[];
  readonly field: MappedField | null;
  readonly doubtful: boolean;
}

/** One sheet: its columns with samples, and the meaning of each to choose. */
export function SheetMapping(props: {
  readonly rosterId: string;
  readonly sheet: SeenSheet;
  /** True when the file has other sheets with other headings. */
  readonly several: boolean;
  readonly suggestedName: string;
  readonly villages: RosterLook['villages'];
}) {
  const { rosterId, sheet, several, suggestedName, villages } = props;
  const { t } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [columns, setColumns] = useState<readonly SaidColumn[]>(sheet.columns);
  const saving = useMutation({
    mutationFn: (said: { readonly name: string; readonly village: number | null }) =>
      mapRoster(rosterId, { ...said, columns: columns.map(({ header, field }) => ({ header, field })) }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['roster', rosterId] });
      await queries.invalidateQueries({ queryKey: ['rosters'] });
      await queries.invalidateQueries({ queryKey: ['mappings'] });
      await navigate({ to: '/daftar/$id', params: { id: rosterId } });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const village = String(form.get('village') ?? '');
    saving.mutate({ name: String(form.get('name')), village: village === '' ? null : Number(village) });
  };
  return (
    <Paper p="lg" component="section" aria-label={t('mapping.sheet', { sheet: sheet.sheet })}>
      <form onSubmit={submit}>
        <Stack>
          {several && <Title order={2}>{t('mapping.sheet', { sheet: sheet.sheet })}</Title>}
          {sheet.firstRows.length > 0 ? (
            <HeaderChoice sheet={sheet} onChosen={setColumns} />
          ) : (
            <Text size="sm">
              {t('mapping.readAs')}:{' '}
              <b>
                {sheet.mapping === null
                  ? t(`form.${sheet.form ?? 'free'}`)
                  : t('mapping.readByMapping', { name: sheet.mapping.name })}
              </b>
            </Text>
          )}
          {columns.length > 0 && (
            <>
              <ColumnTable columns={columns} onChange={setColumns} />
              {villages.length > 1 && (
                <NativeSelect
                  label={t('mapping.village')}
                  description={t('mapping.villageHint')}
                  name="village"
                  maw="30rem"
                  data={[
                    { value: '', label: t('mapping.villageEach') },
                    ...villages.map(({ code, name, district }) => ({
                      value: String(code),
                      label: `${name} (${district})`,
                    })),
                  ]}
                />
              )}
              <TextInput
                label={t('mapping.name')}
                description={t('mapping.nameHint')}
                name="name"
                required
                maxLength={120}
                maw="30rem"
                defaultValue={sheet.mapping?.name ?? suggestedName}
              />
              <ProblemBox error={saving.error} />
              <Button type="submit" loading={saving.isPending} style={{ alignSelf: 'flex-start' }}>
                {t('mapping.save')}
              </Button>
            </>
          )}
        </Stack>
      </form>
    </Paper>
  );
}

/** Asks which of the first rows holds the headings. */
function HeaderChoice(props: {
  readonly sheet: SeenSheet;
  readonly onChosen: (columns: readonly SaidColumn[]) => void;
}) {
  const { sheet, onChosen } = props;
  const { t } = useLanguage();
  const choose = (row: number) => {
    const place = sheet.firstRows.findIndex((one) => one.row === row);
    const header = sheet.firstRows[place];
    const below = sheet.firstRows.slice(place + 1, place + 4);
    onChosen(
      (header?.cells ?? []).flatMap((cell, column) => {
        const samples = below.map(({ cells }) => cells[column] ?? '').filter((text) => text !== '');
        return cell === '' ? [] : [{ column, header: cell, samples, field: null, doubtful: false }];
      }),
    );
  };
  return (
    <>
      <Text>{t('mapping.noHeader')}</Text>
      <NativeSelect
        label={t('mapping.headerRow')}
        defaultValue=""
        onChange={(event) => choose(Number(event.currentTarget.value))}
        data={[
          { value: '', label: t('mapping.chooseRow'), disabled: true },
          ...sheet.firstRows.map(({ row, cells }) => ({
            value: String(row),
            label: t('mapping.row', { row, cells: cells.filter((cell) => cell !== '').join(' · ') }),
          })),
        ]}
      />
    </>
  );
}

function ColumnTable(props: {
  readonly columns: readonly SaidColumn[];
  readonly onChange: (columns: readonly SaidColumn[]) => void;
}) {
  const { columns, onChange } = props;
  const { t } = useLanguage();
  const choices = [
    { value: '', label: t('mapping.unused') },
    ...mappedFields.map((field) => ({ value: field, label: t(`field.${field}`) })),
  ];
  const say = (at: number, text: string) => {
    const field = mappedFields.find((one) => one === text) ?? null;
    onChange(columns.map((one) => (one.column === at ? { ...one, field, doubtful: false } : one)));
  };
  const table: Column<SaidColumn>[] = [
    {
      key: 'header',
      label: t('mapping.header'),
      cell: ({ column, header }) => `${columnLetter(column)}  ${header}`,
    },
    { key: 'samples', label: t('mapping.samples'), cell: ({ samples }) => samples.join(', ') },
    {
      key: 'meaning',
      label: t('mapping.meaning'),
      cell: ({ column, header, field, doubtful }) => (
        <NativeSelect
          aria-label={t('mapping.meaningOf', { column: columnLetter(column), header })}
          value={field ?? ''}
          onChange={(event) => say(column, event.currentTarget.value)}
          error={doubtful ? t('mapping.doubtful') : undefined}
          data={choices}
        />
      ),
    },
  ];
  return (
    <Table caption={t('mapping.title')} columns={table} rows={columns} rowKey={({ column }) => column} />
  );
}
