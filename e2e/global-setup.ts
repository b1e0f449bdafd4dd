import type { TestProject } from 'vitest/node';
import { resolveBrowser } from './browser/resolve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser all journeys use. */
    readonly browser: Awaited<ReturnType<typeof resolveBrowser>>;
  }
}

/** Finds the browser once, before any server is started: without one there is nothing to do. */
export default async function setup(project: TestProject): Promise<void> {
  const browser = await resolveBrowser();
  console.log(`Journeys in ${browser.name}`);
  project.provide('browser', browser);
}
