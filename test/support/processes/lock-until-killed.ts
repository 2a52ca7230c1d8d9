/** Run as a process of its own: locks the folder that it is given and says so, or says why it cannot; then waits to be killed. */
import { lockFolder } from '../../../src/adapters/data-folder/lock/lock-folder.ts';

try {
  await lockFolder(process.argv[2] ?? '', { program: 'desk' });
  process.stdout.write('locked\n');
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
setInterval(() => undefined, 60_000);
