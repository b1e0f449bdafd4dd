import { readFile } from 'node:fs/promises';
import { jobs, serve as serveRegister, untilStopped } from '@payung/server/local';
import { buildWeb } from '@payung/web/build';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse, readOptions } from '../options.ts';
import { openRegister } from '../register.ts';
import { portIn } from './port.ts';

const texts = {
  id: { both: '--tls-cert dan --tls-key harus diberikan bersama.', at: 'Payung melayani di {url}' },
  en: { both: '--tls-cert and --tls-key belong together.', at: 'Payung is serving at {url}' },
} as const;

/** `payung serve`: serves pages and interface until stopped, without touching any example. */
export const serve: Run = async (argv, terminal) => {
  const { language } = terminal;
  const said = texts[language];
  const { values } = readOptions(argv, {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '8080' },
    'tls-cert': { type: 'string' },
    'tls-key': { type: 'string' },
    'behind-proxy': { type: 'boolean', default: false },
  });
  const port = portIn(values.port, language);
  const [cert, key] = [values['tls-cert'], values['tls-key']];
  if ((cert === undefined) !== (key === undefined)) throw new Misuse(said.both);
  const tls =
    cert === undefined || key === undefined
      ? undefined
      : { cert: await readFile(cert), key: await readFile(key) };
  const { directory } = await buildWeb();
  const { env } = process;
  const tell = (line: string) => terminal.err(line);
  const register = await openRegister({ env, cwd: process.cwd(), language, tell, log: 'info' });
  try {
    const serving = await serveRegister({
      platform: register.platform,
      host: values.host,
      port,
      jobs,
      webRoot: directory,
      behindProxy: values['behind-proxy'],
      ...(tls === undefined ? {} : { tls }),
    });
    terminal.out(fill(said.at, language, { url: serving.url }));
    await untilStopped();
    await serving.stop();
  } finally {
    await register.close();
  }
  return 0;
};
