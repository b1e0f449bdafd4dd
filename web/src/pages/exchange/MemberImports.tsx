import { Alert, Paper, Stack, Text } from '@mantine/core';
import type { MemberImport } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { ProgressText, usePhase } from '../rosters/ProgressText.tsx';

/** What is being imported, with how far it is, and what could not be imported of late, with the remedy. */
export function MemberImports({ imports }: { readonly imports: readonly MemberImport[] }) {
  const { t } = useLanguage();
  const format = useFormats();
  const phase = usePhase();
  if (imports.length === 0) return null;
  return (
    <Stack gap="xs" maw="44rem">
      {imports.map((one) => {
        const what = `${one.fileName} · ${one.branchName}, ${format.month(one.month)}`;
        return one.problem === null ? (
          <Paper key={one.importId} role="status">
            <Text fw={600}>{what}</Text>
            <Text size="sm">
              {phase(one.progress?.phase)} {one.progress !== null && <ProgressText progress={one.progress} />}
            </Text>
            <Text size="sm" c="dimmed">
              {t('progress.leave')}
            </Text>
          </Paper>
        ) : (
          <Alert
            key={one.importId}
            color="red"
            title={t('exchange.failed', { file: what })}
            styles={{ title: { color: '#8f1d13' } }}
          >
            {one.problem.text} {one.problem.remedy}
          </Alert>
        );
      })}
    </Stack>
  );
}
