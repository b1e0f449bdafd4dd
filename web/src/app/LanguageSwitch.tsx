import type { Language } from '@payung/kernel';
import { useLanguage } from './language.tsx';

const languages: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'id', name: 'Bahasa Indonesia' },
  { code: 'en', name: 'English' },
];

/** Two buttons, of which one is pressed. */
export function LanguageSwitch() {
  const { language, speak, t } = useLanguage();
  return (
    <fieldset className="switch" style={{ margin: 0, padding: 0 }} aria-label={t('app.language')}>
      {languages.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          lang={code}
          title={name}
          aria-label={`${code.toUpperCase()} – ${name}`}
          aria-pressed={code === language}
          onClick={() => speak(code)}
        >
          {code.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
