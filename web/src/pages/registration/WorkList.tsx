import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLanguage } from '../../app/language.tsx';
import { completeMembers, type Wanted, workListUrl } from '../../app/registration.ts';
import { useMay } from '../../app/session.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';

/** Whoever lacks something or was rejected, as a file to fill in and to bring back. */
export function WorkList(props: { readonly wanted: Wanted }) {
  const { t } = useLanguage();
  const may = useMay();
  const queries = useQueryClient();
  const completing = useMutation({
    mutationFn: (file: File) => completeMembers({ file }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['registration'] }),
  });
  const { data } = completing;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text size="sm">{t('registration.work')}</Text>
        {(['xlsx', 'csv'] as const).map((format) => (
          <Button
            key={format}
            component="a"
            href={workListUrl(props.wanted, format)}
            download
            variant="default"
            size="xs"
            aria-label={t('registration.workAs', { format: format.toUpperCase() })}
          >
            {format.toUpperCase()}
          </Button>
        ))}
        {may('registration.complete') && (
          <FileButton
            accept=".xlsx,.csv"
            onChange={(file) => {
              if (file !== null) completing.mutate(file);
            }}
          >
            {(button) => (
              <Button {...button} size="xs" variant="light" loading={completing.isPending}>
                {t('registration.fillIn')}
              </Button>
            )}
          </FileButton>
        )}
      </Group>
      <ProblemBox error={completing.error} />
      {data !== undefined && (
        <Text size="sm" role="status">
          {t('registration.filledIn', { people: data.completed, empty: data.empty })}{' '}
          {data.leftAside.length > 0 &&
            t('registration.filledAside', { rows: data.leftAside.map(({ row }) => row).join(', ') })}
        </Text>
      )}
    </Stack>
  );
}
