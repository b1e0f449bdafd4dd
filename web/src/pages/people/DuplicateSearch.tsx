import { Button, Group, Paper, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type DuplicateList, searchDuplicates } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import { AreaChooser } from '../../ui/AreaChooser.tsx';
import { useFormats } from '../../ui/format.ts';
import { ProblemBox } from '../../ui/ProblemBox.tsx';

/** How long a running search is left alone before it is asked again how far it is, in milliseconds. */
const patience = 1_500;

/** When the list was last searched for, and a way to search again. */
export function DuplicateSearch(props: {
  readonly search: DuplicateList['search'];
  readonly again: () => void;
}) {
  const { search, again } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const { grants } = useSession();
  const roots = [
    ...new Set(
      grants.flatMap(({ role, area }) =>
        role === 'registration_officer' && area !== null ? [String(area)] : [],
      ),
    ),
  ];
  const [area, setArea] = useState(roots[0]);
  const searching = useMutation({ mutationFn: searchDuplicates, onSuccess: again });
  const running = search !== null && search.finishedAt === null;
  useEffect(() => {
    if (!running) return undefined;
    const wait = setTimeout(again, patience);
    return () => clearTimeout(wait);
  });
  const root = roots.find((one) => area?.startsWith(one.replace(/0+$/, ''))) ?? roots[0];
  return (
    <Paper>
      <Text size="sm" mb="xs" role="status">
        {search === null
          ? t('duplicates.neverSearched')
          : running
            ? t('duplicates.searching', {
                area: search.areaName,
                done: search.done,
                total: search.total === null ? '…' : format.count(search.total),
              })
            : t(search.failed ? 'duplicates.searchFailed' : 'duplicates.searched', {
                area: search.areaName,
                at: format.instant(search.finishedAt),
              })}
      </Text>
      {area !== undefined && root !== undefined && (
        <Group align="end">
          <AreaChooser label={t('duplicates.area')} root={root} value={area} onChange={setArea} />
          <Button
            variant="default"
            loading={searching.isPending}
            disabled={running}
            onClick={() => searching.mutate(Number(area))}
          >
            {t('duplicates.search')}
          </Button>
        </Group>
      )}
      <ProblemBox error={searching.error} />
    </Paper>
  );
}
