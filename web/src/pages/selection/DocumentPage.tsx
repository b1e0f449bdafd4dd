import { Button, Checkbox, Group, NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { getAnnex } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { GoButton } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { DocumentSheet } from './DocumentSheet.tsx';
import './decree.css';

/** Sizes as a printer knows them; F4 (folio) is what most offices load. */
const papers = { F4: '215mm 330mm', A4: 'A4' } as const;

/** The decree of a proposal with its annex, to be printed and signed. */
export function DecreePage() {
  return <DocumentPage id={useParams({ from: '/usulan/$id/sk' }).id} document="decree" />;
}

/** The Berita Acara of the meeting, with everybody by rank. */
export function MinutesPage() {
  return <DocumentPage id={useParams({ from: '/usulan/$id/ba' }).id} document="minutes" />;
}

function DocumentPage(props: { readonly id: string; readonly document: 'decree' | 'minutes' }) {
  const { id, document } = props;
  const { t } = useLanguage();
  const may = useMay();
  const [paper, setPaper] = useState<keyof typeof papers>('F4');
  const [isWhole, setIsWhole] = useState(false);
  const numbers = isWhole ? 'whole' : 'masked';
  const query = useQuery({
    queryKey: ['annex', id, document, numbers],
    queryFn: () => getAnnex(id, { document, numbers }),
  });
  const file = (name: string) =>
    `/api/selection/proposals/${id}/${name}?${new URLSearchParams({ document, numbers })}`;
  return (
    <Loaded query={query}>
      {(annex) => (
        <>
          <style>{`@page { size: ${papers[paper]}; margin: 20mm }`}</style>
          <div className="no-print">
            <PageHead title={t(`dokumen.${document}`, { number: annex.decree.number })}>
              <GoButton to="/usulan/$id" params={{ id }} variant="default">
                {t('sk.back')}
              </GoButton>
              <Button onClick={() => window.print()}>{t('sk.printNow')}</Button>
            </PageHead>
            <Group mb="md" align="flex-end">
              <NativeSelect
                label={t('sk.paper')}
                value={paper}
                onChange={(event) => setPaper(event.currentTarget.value === 'A4' ? 'A4' : 'F4')}
                data={Object.keys(papers)}
              />
              <Button component="a" href={file('document.docx')} download variant="default">
                {t('sk.docx')}
              </Button>
              <Button component="a" href={file('annex.table')} download variant="default">
                {t('sk.xlsx')}
              </Button>
              {may('people.reveal') && (
                <Checkbox
                  label={t('sk.whole')}
                  checked={isWhole}
                  onChange={(event) => setIsWhole(event.currentTarget.checked)}
                />
              )}
            </Group>
          </div>
          <DocumentSheet annex={annex} />
          {annex.decree.annexDigest !== null && (
            <Text size="xs" c="dimmed" mt="md" style={{ overflowWrap: 'anywhere' }}>
              {t('sk.digest', { digest: annex.decree.annexDigest })}
            </Text>
          )}
        </>
      )}
    </Loaded>
  );
}
