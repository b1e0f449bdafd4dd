import { spawn } from 'node:child_process';

/** The program that opens an address in the user's browser; undefined where there is no screen to open it on. */
function browserCommand(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): readonly [command: string, ...args: string[]] | undefined {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
}

/** Opens an address in the user's browser, or does nothing: the address has been printed anyway. */
export function openBrowser(url: string): void {
  const program = browserCommand(process.platform, process.env);
  if (program === undefined) return;
  const [command, ...args] = program;
  const child = spawn(command, [...args, url], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
