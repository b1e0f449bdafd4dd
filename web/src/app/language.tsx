import type { Language } from '@payung/kernel';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { type Say, sayIn } from '../messages/index.ts';
import { rememberedLanguage, rememberLanguage } from './remembered.ts';

interface Spoken {
  readonly language: Language;
  readonly t: Say;
  readonly speak: (language: Language) => void;
}

const LanguageContext = createContext<Spoken>({ language: 'id', t: sayIn('id'), speak: () => undefined });

/** Gives the pages their language: the one chosen before in this browser, else Indonesian. */
export function LanguageProvider(props: {
  readonly children: ReactNode;
  readonly onChange?: (() => void) | undefined;
}) {
  const [language, setLanguage] = useState(rememberedLanguage);
  const { onChange } = props;
  const speak = useCallback(
    (chosen: Language) => {
      rememberLanguage(chosen);
      setLanguage(chosen);
      onChange?.();
    },
    [onChange],
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo(() => ({ language, t: sayIn(language), speak }), [language, speak]);
  return <LanguageContext value={spoken}>{props.children}</LanguageContext>;
}

/** The language of the pages, its texts, and the switch to another. */
export function useLanguage(): Spoken {
  return use(LanguageContext);
}
