import { Button } from '@mantine/core';
import { useLanguage } from '../../app/language.tsx';

/** Buttons that save a table as CSV or as a workbook. */
export function Exports(props: { readonly path: string; readonly query: Readonly<Record<string, string>> }) {
  const { t } = useLanguage();
  const href = (format: string) => `${props.path}?${new URLSearchParams({ ...props.query, format })}`;
  return (
    <>
      <Button component="a" href={href('csv')} download variant="default" size="xs">
        {t('partner.csv')}
      </Button>
      <Button component="a" href={href('xlsx')} download variant="default" size="xs">
        {t('partner.xlsx')}
      </Button>
    </>
  );
}
