import { Alert, Button, Text } from '@mantine/core';
import { Problem } from '../app/http.ts';
import { useLanguage } from '../app/language.tsx';

/** What went wrong, the remedy, and the number of the request to quote; nothing when `error` is null or undefined. */
export function ProblemBox(props: { readonly error: unknown; readonly retry?: () => void }) {
  const { t } = useLanguage();
  const { error, retry } = props;
  if (error === null || error === undefined) return null;
  const problem = error instanceof Problem ? error : undefined;
  const offline = problem?.code === 'network';
  const title = offline ? t('problem.network') : problem?.title || t('problem.unknown');
  const remedy = offline ? t('problem.networkRemedy') : (problem?.remedy ?? t('problem.unknownRemedy'));
  return (
    <Alert role="alert" color="red" title={title} styles={{ title: { color: '#8f1d13' } }}>
      {remedy !== '' && <Text size="sm">{remedy}</Text>}
      {problem?.requestId !== undefined && (
        <Text size="xs" mt={4} c="dimmed">
          {t('problem.request', { id: problem.requestId })}
        </Text>
      )}
      {retry !== undefined && (
        <Button size="xs" variant="default" mt="xs" onClick={retry}>
          {t('problem.retry')}
        </Button>
      )}
    </Alert>
  );
}
