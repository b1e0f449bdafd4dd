import { useLanguage } from '../app/language.tsx';
import { useSession } from '../app/session.tsx';
import { useFormats } from './format.ts';

/**
 * When something was recorded and by whom: oneself, somebody at the terminal, or an account. Of another's account only the
 * end of its number is known here; administrators find the name by it.
 */
export function MadeBy(props: { readonly at: string; readonly by: string }) {
  const { t } = useLanguage();
  const { userId } = useSession();
  const format = useFormats();
  const { by } = props;
  const terminal = by.startsWith('terminal:');
  const who =
    by === userId
      ? t('madeBy.you')
      : terminal
        ? t('madeBy.terminal', { name: by.slice('terminal:'.length) })
        : t('madeBy.account', { end: by.slice(-6) });
  return (
    <>
      {format.instant(props.at)} · {who}
    </>
  );
}
