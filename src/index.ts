import { loadConfig } from './config/load-config.ts';
import { createDesk } from './desk.ts';

/** Runs the desk until it is told to stop. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  // Also what libraries write into the data folder is nobody else's to read.
  process.umask(0o077);
  const desk = await createDesk(config);
  await desk.listen();
  const stop = async (): Promise<void> => {
    await desk.stop();
    process.exit(0);
  };
  // Before it is ready: turns are taken from now on.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
  await desk.start();
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
