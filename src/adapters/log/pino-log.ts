import { pino, type LoggerOptions } from 'pino';
import type { Log } from '../../application/ports/log.ts';
import { errorForLog } from '../../application/runtime/logging.ts';

/** JSON lines on standard output, for the machine that collects them. */
export function pinoLog(level: NonNullable<LoggerOptions['level']>): Log {
  const logger = pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // By itself pino writes the whole of an `err`, with its message and its causes.
    serializers: { err: errorForLog },
  });
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
  };
}
