import { Button, Group, Paper, Text, Title } from '@mantine/core';
import type { Ref } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { f1Headings, sheetFile } from './applicant.ts';

/** The filled sheet, as it is printed or saved: the headings are those of the form, in the language of the form. */
export function Sheet(props: {
  readonly heading: Ref<HTMLHeadingElement>;
  readonly row: readonly string[];
  readonly isComplete: boolean;
}) {
  const { heading, row, isComplete } = props;
  const { t } = useLanguage();
  const save = () => {
    const address = URL.createObjectURL(new Blob([sheetFile(row)], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'formulir-pendaftaran.csv';
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <Paper mt="lg" component="section" aria-labelledby="apply-sheet" className="apply-sheet">
      <Title order={2} id="apply-sheet" ref={heading} tabIndex={-1} mb="xs">
        {t('apply.sheet')}
      </Title>
      <Text size="sm" mb="sm">
        {t('apply.sheetAbout')}
      </Text>
      <div lang="id">
        <Facts of={f1Headings.map((name, place) => [name, row[place] || '…………'] as const)} />
      </div>
      <div className="apply-signatures">
        <p>{t('apply.signApplicant')}</p>
        <p>{t('apply.signOperator')}</p>
      </div>
      <Group mt="md" className="no-print">
        <Button onClick={() => window.print()} disabled={!isComplete}>
          {t('apply.print')}
        </Button>
        <Button variant="default" onClick={save} disabled={!isComplete}>
          {t('apply.save')}
        </Button>
      </Group>
    </Paper>
  );
}
