import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listMemberRows, type MemberFile, type MemberRow } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Pages } from '../../ui/Pages.tsx';
import { firstPage, type PagePlace } from '../../ui/page-place.ts';
import { type Column, Table } from '../../ui/Table.tsx';
import { segmentText } from '../agreements/words.ts';

const verdicts = ['doubtful', 'unknown', 'refused', 'matched', 'ignored'] as const;
type MemberVerdict = (typeof verdicts)[number];

/** The files that stand for a month, what became of their rows, and the rows themselves. */
export function MemberFiles({ files }: { readonly files: readonly MemberFile[] }) {
  const { t } = useLanguage();
  const [shown, setShown] = useState<string>();
  const one = files.find(({ fileId }) => fileId === shown) ?? files[0];
  if (one === undefined) return null;
  return (
    <section>
      <Title order={2} mb="xs">
        {t('exchange.rows')}
      </Title>
      {files.length > 1 && (
        <NativeSelect
          label={t('exchange.branch')}
          value={one.fileId}
          onChange={(event) => setShown(event.currentTarget.value)}
          data={files.map((file) => ({ value: file.fileId, label: file.branchName }))}
          maw="20rem"
          mb="xs"
        />
      )}
      <FileSummary file={one} />
      <ReviewLink file={one} />
      <MemberRows key={one.fileId} file={one} />
    </section>
  );
}

function FileSummary({ file }: { readonly file: MemberFile }) {
  const { t } = useLanguage();
  const format = useFormats();
  const { branchName, fileName, people, counts, dropped } = file;
  return (
    <Stack gap={2} mb="sm">
      <Text>
        {branchName} · {fileName} · {format.instant(file.recordedAt)}
      </Text>
      <Text>{t('exchange.imported', { people })}</Text>
      <Text size="sm">{t('exchange.counts', counts)}</Text>
      {dropped.length > 0 && <Text size="sm">{t('exchange.dropped', { headings: dropped.join(', ') })}</Text>}
    </Stack>
  );
}

/** Leads to the desk where there is something on it, and says of what is not why. */
function ReviewLink({ file: { fileId, month, desk } }: { readonly file: MemberFile }) {
  const { t } = useLanguage();
  const may = useMay();
  if (!may('members.import') || desk === null) return null;
  const { open, decided, forgotten } = desk;
  return (
    <Stack gap={2} mb="sm">
      {open + decided > 0 && (
        <Text>
          <Go
            to="/bpjs/$id/tinjau"
            params={{ id: fileId }}
            search={open > 0 ? { bulan: month } : { bulan: month, semua: '1' }}
          >
            {open > 0 ? t('memberReview.open', { rows: open }) : t('memberReview.decided')}
          </Go>
        </Text>
      )}
      {forgotten > 0 && <Text size="sm">{t('memberReview.forgotten', { rows: forgotten })}</Text>}
    </Stack>
  );
}

function MemberRows({ file }: { readonly file: MemberFile }) {
  const { t } = useLanguage();
  const { fileId } = file;
  // What somebody has to look at comes first.
  const [verdict, setVerdict] = useState<MemberVerdict | undefined>(
    (file.desk?.open ?? 0) > 0 ? 'doubtful' : undefined,
  );
  const [place, setPlace] = useState<PagePlace<number>>(firstPage);
  const query = useQuery({
    queryKey: ['members', 'rows', fileId, verdict, place.after],
    queryFn: () => listMemberRows(fileId, { verdict, after: place.after }),
    placeholderData: keepPreviousData,
  });
  // An ignored row names nobody; of any other the name was deleted, or the file had none.
  const named = ({ verdict, name }: MemberRow) =>
    name || verdict === 'ignored' ? (
      name
    ) : (
      <Text span inherit c="dimmed">
        {t(name === null ? 'memberReview.nameGone' : 'memberReview.nameless')}
      </Text>
    );
  const columns: Column<MemberRow>[] = [
    {
      key: 'place',
      label: t('rows.place'),
      cell: (row) =>
        row.sheet === '' ? (
          <Text span inherit style={{ whiteSpace: 'nowrap' }}>
            {t('statement.rowNumber', { row: String(row.row) })}
          </Text>
        ) : (
          t('rows.at', { sheet: row.sheet, row: String(row.row) })
        ),
    },
    { key: 'name', label: t('rows.name'), cell: named },
    { key: 'nik', label: 'NIK', cell: (row) => row.nikMasked ?? '' },
    {
      key: 'segment',
      label: t('by.segment'),
      cell: (row) => (row.segment === null ? '' : segmentText(t, row.segment)),
    },
    { key: 'verdict', label: t('rosters.verdict'), cell: (row) => t(`memberVerdict.${row.verdict}`) },
    {
      key: 'reason',
      label: t('rows.reason'),
      cell: (row) => (
        <div>
          <div>{row.text}</div>
          {row.remedy !== '' && (
            <Text size="sm" c="dimmed">
              {row.remedy}
            </Text>
          )}
        </div>
      ),
    },
  ];
  const download = `/api/members/${fileId}/rows/file?${new URLSearchParams(verdict === undefined ? {} : { verdict })}`;
  return (
    <>
      <Group align="flex-end" mb="xs">
        <NativeSelect
          label={t('rows.filter')}
          value={verdict ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            setVerdict(verdicts.find((one) => one === chosen));
            setPlace(firstPage);
          }}
          data={[
            { value: '', label: t('rows.all') },
            ...verdicts.map((one) => ({
              value: one,
              label: `${t(`memberVerdict.${one}`)} (${file.counts[one]})`,
            })),
          ]}
        />
        <Button component="a" href={download} download variant="default">
          {t('exchange.rowsFile')}
        </Button>
      </Group>
      <Loaded query={query}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <Empty what={t('exchange.noRows')} />
          ) : (
            <>
              <Table
                caption={t('exchange.rows')}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.ordinal}
              />
              <Pages place={place} next={next} onPlace={setPlace} />
            </>
          )
        }
      </Loaded>
    </>
  );
}
