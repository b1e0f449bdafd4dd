import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lookIntoRoster, type RosterLook } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Go } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { SheetMapping } from './SheetMapping.tsx';

const route = getRouteApi('/daftar/$id/kolom');

/** What each column of a list is taken for, and a word on it where we are wrong. */
export function MapRosterPage() {
  const { id } = route.useParams();
  const { t } = useLanguage();
  const query = useQuery({
    queryKey: ['mapping', id],
    queryFn: () => lookIntoRoster(id),
    // What somebody has begun to choose is not thrown away because the window was left.
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <>
      <PageHead title={t('mapping.title')}>
        <Go to="/daftar/$id" params={{ id }}>
          {query.data?.fileName ?? t('mapping.back')}
        </Go>
      </PageHead>
      <Text mb="md" maw="44rem">
        {t('mapping.about')} <Go to="/daftar/kolom">{t('mappings.title')}</Go>
      </Text>
      <Loaded query={query}>{(look) => <Sheets rosterId={id} look={look} />}</Loaded>
    </>
  );
}

/** Sheets that go on with the headings of the one before, or have the same, are said with it. */
function Sheets(props: { readonly rosterId: string; readonly look: RosterLook }) {
  const { rosterId, look } = props;
  const { t } = useLanguage();
  const seen = new Set<string>();
  const sheets = look.sheets.filter(({ headerRows, columns, firstRows }) => {
    const headings = columns.map(({ header }) => header).join('|');
    const isNew = firstRows.length > 0 || (headerRows.length > 0 && !seen.has(headings));
    seen.add(headings);
    return isNew;
  });
  return sheets.length === 0 ? (
    <Empty what={t('mapping.nothing')}>
      <Go to="/daftar/$id" params={{ id: rosterId }}>
        {t('mapping.back')}
      </Go>
    </Empty>
  ) : (
    <Stack gap="lg">
      {sheets.map((sheet) => (
        <SheetMapping
          key={sheet.sheet}
          rosterId={rosterId}
          sheet={sheet}
          several={sheets.length > 1}
          suggestedName={look.fileName.replace(/\.[^.]*$/, '')}
          villages={look.villages}
        />
      ))}
    </Stack>
  );
}
