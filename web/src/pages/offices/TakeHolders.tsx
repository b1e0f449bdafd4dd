import { Alert, Button, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { listRosters } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { takeHolders } from '../../app/lists.ts';
import { useFormats } from '../../ui/format.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { Table } from '../../ui/Table.tsx';

/** Takes the holders of seats from a roster that was accepted, and says which rows brought none. */
export function TakeHolders() {
  const { t } = useLanguage();
  const format = useFormats();
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ['rosters'], queryFn: listRosters });
  const taking = useMutation({
    mutationFn: takeHolders,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['offices'] }),
  });
  return (
    <Paper>
      <details className="opener">
        <summary>{t('take.title')}</summary>
        <Stack mt="xs">
          <Text size="sm" maw="44rem">
            {t('take.about')}
          </Text>
          <Loaded query={query}>
            {({ rosters }) => {
              const accepted = rosters.filter(({ state }) => state === 'accepted');
              return accepted.length === 0 ? (
                <Text size="sm">{t('take.none')}</Text>
              ) : (
                <form
                  onSubmit={(event) => {
                    event.preventDefault();
                    taking.mutate(String(new FormData(event.currentTarget).get('roster')));
                  }}
                >
                  <Stack maw="28rem">
                    <NativeSelect
                      label={t('take.roster')}
                      name="roster"
                      data={accepted.map((one) => ({
                        value: one.rosterId,
                        label: `${one.fileName} · ${format.day(one.startsOn)} · ${one.areaName}`,
                      }))}
                    />
                    <ProblemBox error={taking.error} />
                    <Button type="submit" variant="light" loading={taking.isPending}>
                      {t('take.submit')}
                    </Button>
                  </Stack>
                </form>
              );
            }}
          </Loaded>
          {taking.data !== undefined && (
            <>
              <Alert role="status">
                {t('take.done', { seated: taking.data.seated, left: taking.data.left.length })}
              </Alert>
              {taking.data.left.length > 0 && (
                <Table
                  caption={t('take.left')}
                  columns={[
                    { key: 'row', label: t('take.row'), cell: (one) => format.count(one.row) },
                    { key: 'name', label: t('rows.name'), cell: (one) => one.name ?? '–' },
                    { key: 'office', label: t('offices.office'), cell: (one) => one.officeText },
                    { key: 'why', label: t('take.why'), cell: (one) => t(`taken.${one.outcome}`) },
                  ]}
                  rows={taking.data.left}
                  rowKey={(one) => `${one.sheet} ${one.row}`}
                />
              )}
            </>
          )}
        </Stack>
      </details>
    </Paper>
  );
}
