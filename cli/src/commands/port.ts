import { Misuse } from '../options.ts';

const notPort = { id: 'Bukan nomor port: {text}.', en: 'Not a port number: {text}.' } as const;

/** A port as typed: 0 (any that is free) to 65535. @throws Misuse */
export function portIn(text: string, language: 'id' | 'en'): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new Misuse(notPort[language].replace('{text}', text));
  return port;
}
