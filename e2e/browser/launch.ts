import { chromium, type Browser as PlaywrightBrowser } from 'playwright-core';
import type { Browser } from './resolve.ts';

/**
 * Starts a browser without a screen. No sandbox: in containers and as root Chromium cannot make one, and it opens nothing but
 * the server under test. No background traffic: the journeys need no network.
 */
export function launch(browser: Browser): Promise<PlaywrightBrowser> {
  return chromium.launch({
    executablePath: browser.executable,
    env: { ...process.env, ...browser.env },
    args: [
      '--no-sandbox',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
