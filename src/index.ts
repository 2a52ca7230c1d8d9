import { setTimeout as sleep } from 'node:timers/promises';
import { pinoLog } from './adapters/log/pino-log.ts';
import { endProcess, killProcess } from './adapters/system/end-process.ts';
import { whenToldToStop } from './adapters/system/when-told-to-stop.ts';
import { errorForLog } from './application/runtime/logging.ts';
import { loadConfig } from './config/load-config.ts';
import { readEnvFiles } from './config/read-env-files.ts';
import { createDesk } from './desk.ts';

/** For stopping; milliseconds. Process managers often kill after 10 s, which nobody would find in the log. */
const maxStopTime = 9000;
/** For writing the last line of the log; milliseconds. */
const maxLogTime = 500;

/** Runs the desk until it is told to stop, or until something fails that nobody handled. */
async function main(): Promise<void> {
  readEnvFiles();
  const config = loadConfig(process.env);
  const log = pinoLog(config.logLevel);
  // Files that libraries write into the data folder must be private too.
  process.umask(0o077);
  const created = createDesk(config, { log });

  const stopping = new AbortController();
  let exitCode = 0;
  const stop = async (): Promise<void> => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    // What failed, or what somebody connected, may be what stopping waits for.
    setTimeout(() => {
      log.error(
        {},
        'could not stop in time: the process is killed, and pending work resumes at the next start',
      );
      void Promise.race([log.close(), sleep(maxLogTime)]).then(killProcess);
    }, maxStopTime).unref();
    const desk = await created.catch(() => undefined);
    try {
      await desk?.stop();
    } catch (error) {
      log.error({ error: errorForLog(error) }, 'failed to stop');
      exitCode = 1;
    }
    await endProcess(exitCode, () => log.close());
  };
  // Before the desk exists: the first process of a container ignores signals that it does not handle.
  whenToldToStop(() => void stop(), { parent: isStartedByNpm() ? 'watched' : 'ignored' });
  // The state of the process is unknown then, so it ends; but pending requests and writes may still be finished.
  process.on('uncaughtException', (error) => {
    exitCode = 1;
    log.error({ error: errorForLog(error) }, 'unexpected error: the desk stops');
    void stop();
  });

  try {
    const desk = await created;
    if (!stopping.signal.aborted) await desk.listen();
    if (!stopping.signal.aborted) await desk.start();
  } catch (error) {
    printError(error);
    exitCode = 1;
    await stop();
  }
}

function printError(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}

/** By `npm run serve`, or by `npm start` in the sandbox: then it ends when they do. */
function isStartedByNpm(): boolean {
  return ['serve', 'start'].includes(process.env['npm_lifecycle_event'] ?? '');
}

try {
  await main();
} catch (error) {
  printError(error);
  process.exit(1);
}
