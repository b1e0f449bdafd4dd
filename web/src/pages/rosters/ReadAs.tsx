import type { RosterFile } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { Go } from '../../ui/Go.tsx';

/** As what a file was read, and the way to say otherwise. */
export function ReadAs(props: { readonly rosterId: string; readonly columns: RosterFile['columns'] }) {
  const { rosterId, columns } = props;
  const { t } = useLanguage();
  const may = useMay();
  const read = columns.map(({ form, version, mapping }) => {
    if (mapping !== null) return t('mapping.readByMapping', { name: mapping });
    return version === null ? t(`form.${form}`) : t('mapping.version', { form: t(`form.${form}`), version });
  });
  return (
    <>
      {[...new Set(read)].join('; ')}{' '}
      {may('rosters.send') && (
        <Go to="/daftar/$id/kolom" params={{ id: rosterId }}>
          {t('mapping.open')}
        </Go>
      )}
    </>
  );
}
