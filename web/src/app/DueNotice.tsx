import { Alert } from '@mantine/core';
import { Go } from '../ui/Go.tsx';
import { useLanguage } from './language.tsx';
import { useSession } from './session.tsx';

/** Says what must be done before anything else opens: an own password, a second factor. Nothing when all is done. */
export function DueNotice() {
  const { t } = useLanguage();
  const { due } = useSession();
  if (due === null) return null;
  return (
    <Alert
      color="yellow"
      mb="md"
      title={due === 'auth.passwordChangeRequired' ? t('due.password') : t('due.secondFactor')}
      styles={{ title: { color: '#6a4a00' } }}
    >
      <Go to="/akun">{t('due.go')}</Go>
    </Alert>
  );
}
