import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { packagedBrowser, packagedRunsHere } from './packaged.ts';

/** A browser that Playwright can start. */
export interface Browser {
  /** Which one it is, for the reader of the test's output. */
  readonly name: string;
  readonly executable: string;
  /** What its process needs in its environment. */
  readonly env: Readonly<Record<string, string>>;
}

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const applications: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/**
 * Finds a browser: `$CHROME_PATH`, else an installed Chromium, Chrome or Edge, else the one in an npm package.
 *
 * @throws Error when there is none: a journey that was not made must never look like one that went well
 */
export async function resolveBrowser(env: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const wanted = env.CHROME_PATH;
  if (wanted !== undefined && wanted !== '') {
    if (!isExecutable(wanted)) throw new Error(`CHROME_PATH names ${wanted}, which cannot be run.`);
    return { name: wanted, executable: wanted, env: {} };
  }
  const installed = [
    ...(env.PATH ?? '')
      .split(delimiter)
      .flatMap((directory) => commands.map((command) => join(directory, command))),
    ...(applications[process.platform] ?? []),
  ].find(isExecutable);
  if (installed !== undefined) return { name: installed, executable: installed, env: {} };
  if (packagedRunsHere) return packagedBrowser();
  throw new Error(
    `No browser for the journeys. Install Chromium, Chrome or Edge, or name one in CHROME_PATH; the one that npm brings runs on Linux x64 only, and this is ${process.platform} ${process.arch}.`,
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
