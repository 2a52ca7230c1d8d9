import { z } from 'zod';
import { LoggableError } from '../../application/runtime/logging.ts';

/**
 * A file of the store does not hold what this desk writes. Says where and which field, never what stands there:
 * the message goes to the log, and the file is about people.
 */
export class CorruptFileError extends LoggableError {
  override readonly name = 'GarbledFileError';

  constructor(file: string, problem: string) {
    super(`${file}: ${problem}`);
  }
}

/** @throws GarbledFileError */
export function parseJson<Value>(schema: z.ZodType<Value>, text: string, file: string): Value {
  const result = schema.safeParse(jsonOf(text, file));
  if (result.success) return result.data;
  throw new CorruptFileError(file, problemOf(result.error));
}

/** Which fields are wrong, and not what they hold. */
export function problemOf(error: z.ZodError): string {
  const fields = error.issues.map((issue) => issue.path.join('.') || 'the whole').join(', ');
  return `not what this desk writes: ${fields}`;
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CorruptFileError(file, 'not JSON');
  }
}
