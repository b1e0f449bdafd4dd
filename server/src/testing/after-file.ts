/** What to undo after the file, latest first. */
const cleanups: (() => unknown)[] = [];

/** Undoes something after the test file, from wherever in it this is called: a hook inside a hook or a test would not run. */
export function afterFile(cleanup: () => unknown): void {
  cleanups.push(cleanup);
}

/** Undoes what the file has asked for until now. */
export async function cleanUp(): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}
