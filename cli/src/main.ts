import { chooseDataDirectory } from '@payung/server/local';
import { commands } from './commands/index.ts';
import { ownKeyPlace } from './keys.ts';
import { languageOf } from './language.ts';
import { runCommandLine } from './run.ts';
import { processTerminal } from './terminal.ts';

// `payung roster list | head` closes the pipe early; that is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}

const cwd = process.cwd();
const { env } = process;
// Every command then finds the keys where the first start put them.
const keys = ownKeyPlace(env, chooseDataDirectory(env, cwd).path);
if (keys?.existing === true && !keys.beside) env.PAYUNG_KEY_FILE = keys.path;

const screens = { out: process.stdout, err: process.stderr, input: () => process.stdin };
const terminal = processTerminal(languageOf(env), screens, env, cwd);
try {
  process.exitCode = await runCommandLine(process.argv.slice(2), terminal, commands);
} finally {
  await terminal.close();
}
