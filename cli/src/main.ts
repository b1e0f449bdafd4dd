import { commands } from './commands/index.ts';
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

const screens = { out: process.stdout, err: process.stderr, input: () => process.stdin };
const terminal = processTerminal(languageOf(process.env), screens, process.env, process.cwd());
try {
  process.exitCode = await runCommandLine(process.argv.slice(2), terminal, commands);
} finally {
  await terminal.close();
}
