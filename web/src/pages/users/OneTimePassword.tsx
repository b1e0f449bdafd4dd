import { Text } from '@mantine/core';
import { useLanguage } from '../../app/language.tsx';

/** A password that is shown this once, to be read out or written down. */
export function OneTimePassword(props: { readonly password: string }) {
  const { t } = useLanguage();
  return (
    <output>
      <Text size="sm">{t('users.oneTime')}</Text>
      <div className="secret">{props.password}</div>
    </output>
  );
}
