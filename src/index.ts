import { loadConfig } from './config/load-config.ts';
import { createDesk } from './desk.ts';

/** Runs the desk until SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  // Files that libraries write into the data folder must be private too.
  process.umask(0o077);
  const desk = await createDesk(config);
  await desk.listen();
  const stop = async (): Promise<void> => {
    await desk.stop();
    process.exit(0);
  };
  // Before the desk is ready, since it handles turns from here on.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
  await desk.start();
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
