import { pino, type LoggerOptions } from 'pino';
import type { Log } from '../../application/ports/log.ts';
import { errorForLog } from '../../application/runtime/logging.ts';

/** A log that is written in the background. */
interface PinoLog extends Log {
  /**
   * Drops what is logged from now on. Resolves once the rest is written: never, where nobody reads it. Call before
   * `process.exit`, which pino would make wait for the reader without a timeout.
   */
  close(): Promise<void>;
}

/** Held while nobody reads the log; what is logged beyond is dropped. Bytes. */
const maxHeld = 16 * 1024 * 1024;

/** Logs JSON lines to standard output. */
export function pinoLog(level: NonNullable<LoggerOptions['level']>): PinoLog {
  const output = pino.destination({ fd: process.stdout.fd, sync: false, maxLength: maxHeld });
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      // By default pino writes all of `err`, with message and causes.
      serializers: { err: errorForLog },
    },
    output,
  );
  let isClosing = false;
  const closed = new Promise<void>((resolve) => output.once('close', resolve));
  return {
    info: (fields, message) => {
      logger.info(fields, message);
    },
    warn: (fields, message) => {
      logger.warn(fields, message);
    },
    error: (fields, message) => {
      logger.error(fields, message);
    },
    close: () => {
      logger.level = 'silent';
      // Ending it twice throws.
      if (!isClosing) output.end();
      isClosing = true;
      return closed;
    },
  };
}
