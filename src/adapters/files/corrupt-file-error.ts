import { z } from 'zod';
import { LoggableError } from '../../application/runtime/logging.ts';

/**
 * A file of the store is corrupt. The message names the file and field, never the content: it goes to the log, and the
 * file holds personal data.
 */
export class CorruptFileError extends LoggableError {
  override readonly name = 'CorruptFileError';

  constructor(file: string, problem: string) {
    super(`${file}: ${problem}`);
  }
}

/** @throws CorruptFileError */
export function parseJson<Value>(schema: z.ZodType<Value>, text: string, file: string): Value {
  const result = schema.safeParse(jsonOf(text, file));
  if (result.success) return result.data;
  throw new CorruptFileError(file, problemOf(result.error));
}

/** Names the invalid fields, never their content. */
export function problemOf(error: z.ZodError): string {
  const fields = error.issues.map((issue) => issue.path.join('.') || '(root)').join(', ');
  return `does not match the schema: ${fields}`;
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CorruptFileError(file, 'not JSON');
  }
}
