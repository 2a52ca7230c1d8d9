/** Runs as its own process: locks the given folder, prints the outcome, and waits to be killed. */
import { lockFolder } from '../../../src/adapters/data-folder/lock/lock-folder.ts';

try {
  await lockFolder(process.argv[2] ?? '', { program: 'desk' });
  process.stdout.write('locked\n');
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
setInterval(() => undefined, 60_000);
