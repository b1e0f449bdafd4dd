import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { launch } from '../browser/launch.ts';
import { openPage, type Watched } from '../browser/page.ts';
import { pictureFailures } from './journey.ts';
import { type Account, firstDay } from './people.ts';
import { type Machine, newMachine, type Running } from './start.ts';

/** Where a journey takes place: a machine whose server runs, a browser, and the pages that people have open. */
interface Office {
  readonly machine: Machine;
  readonly server: Running;
  /** Every page that was opened, in order. */
  readonly opened: readonly Watched[];
  /** Opens a page in which nobody is signed in. */
  open(options?: Parameters<typeof openPage>[2]): Promise<Watched>;
  /** Makes an account at the terminal, with the password it prints once. @param area code such as `53.04`, or the id of a partner */
  account(email: string, role: string, area: string, name?: string): Promise<Account>;
  /** Makes an account, and its owner's first day: signed in, with a password of their own and a second factor. */
  newcomer(...of: Parameters<Office['account']>): Promise<Watched>;
  /** Starts the server again, at the same address, after it was stopped or killed. */
  restart(): Promise<void>;
}

/**
 * An office for the tests of this file, gone after them. A picture of each open page is kept when one fails.
 *
 * @param args of `payung start`; `--empty` unless told
 */
export function newOffice(args: readonly string[] = ['--empty']): Office {
  let browser: Browser | undefined;
  let machine: Machine | undefined;
  let server: Running | undefined;
  const opened: Watched[] = [];
  pictureFailures(() => opened);

  beforeAll(async () => {
    [browser, machine] = await Promise.all([launch(inject('browser')), newMachine()]);
    server = await machine.start(...args);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await machine?.clear();
  });

  const office: Office = {
    opened,
    get machine() {
      return there(machine);
    },
    get server() {
      return there(server);
    },
    async open(options) {
      const watched = await openPage(there(browser), office.server.url, options);
      opened.push(watched);
      return watched;
    },
    async account(email, role, area, name = email) {
      const place = area.includes('-') ? '--partner' : '--area';
      const of = ['--name', name, '--role', role, place, area];
      const printed = await office.machine.payung('user', 'add', email, ...of);
      const password = /(?:kata sandi|password)[^:]*: (\S+)/i.exec(printed)?.[1];
      if (password === undefined) throw new Error(`no password in: ${printed}`);
      return { email, password };
    },
    async newcomer(...of) {
      const handed = await office.account(...of);
      const watched = await office.open();
      await firstDay(watched.page, handed);
      return watched;
    },
    async restart() {
      server = await office.machine.start(...args, '--port', office.server.port);
    },
  };
  return office;
}

function there<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('the office opens before the tests begin');
  return part;
}
