import { pino, type LoggerOptions } from 'pino';
import type { Log } from '../../application/ports/log.ts';

/** JSON lines on standard output, for the machine that collects them. */
export function pinoLog(level: NonNullable<LoggerOptions['level']>): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
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
