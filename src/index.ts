import { pinoLog } from './adapters/log/pino-log.ts';
import { errorForLog } from './application/runtime/logging.ts';
import { loadConfig } from './config/load-config.ts';
import { createDesk } from './desk.ts';

/** After an unexpected error; milliseconds. */
const maxStopTime = 10_000;

/** Runs the desk until SIGTERM or SIGINT, or until something fails that nobody handled. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const log = pinoLog(config.logLevel);
  // Files that libraries write into the data folder must be private too.
  process.umask(0o077);
  const desk = await createDesk(config, { log });
  await desk.listen();
  const stop = async (exitCode: number): Promise<void> => {
    await desk.stop();
    process.exit(exitCode);
  };
  // Before the desk is ready, since it handles turns from here on.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(0));
  // The state of the process is unknown then, so it ends; but pending requests and writes may still be finished.
  process.on('uncaughtException', (error) => {
    log.error({ error: errorForLog(error) }, 'unexpected error: the desk stops');
    // What failed may be what stopping waits for.
    setTimeout(() => process.exit(1), maxStopTime).unref();
    stop(1).catch(() => process.exit(1));
  });
  await desk.start();
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
