import { pino, type LoggerOptions } from 'pino';
import type { Log } from '../../application/ports/log.ts';
import { errorForLog } from '../../application/runtime/logging.ts';

/** Logs JSON lines to standard output. */
export function pinoLog(level: NonNullable<LoggerOptions['level']>): Log {
  const logger = pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // By default pino writes all of `err`, with message and causes.
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
