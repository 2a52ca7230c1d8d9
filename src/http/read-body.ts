import type { IncomingMessage } from 'node:http';

interface Limits {
  /** Bytes. */
  readonly largest: number;
  /** How long the whole body may take; milliseconds. */
  readonly patience: number;
}

/**
 * The bytes of a body, exactly as they came. restify's own reader turns JSON into text, in which bytes that are no UTF-8 are
 * lost, and a signature is one of bytes; it also reads bodies that are too large to their end, however long that takes.
 *
 * A body that is too large is told so at once. The rest is thrown away as it arrives, because a client that is still sending
 * may not see an answer before a connection that is closed on it; it is closed once `patience` is over.
 *
 * @returns `tooSlow` also where the client went away in the middle
 */
export function readBody(
  request: IncomingMessage,
  { largest, patience }: Limits,
): Promise<Buffer | 'tooLarge' | 'tooSlow'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = Number(request.headers['content-length'] ?? 0);
    let isTooLarge = false;

    const refuse = (): void => {
      isTooLarge = true;
      chunks.length = 0;
      resolve('tooLarge');
    };
    const deadline = setTimeout(() => {
      if (isTooLarge) request.destroy();
      else resolve('tooSlow');
    }, patience);

    if (size > largest) refuse();
    size = 0;
    request.on('data', (chunk: Buffer) => {
      if (isTooLarge) return;
      size += chunk.length;
      if (size > largest) refuse();
      else chunks.push(chunk);
    });
    request.once('end', () => {
      clearTimeout(deadline);
      resolve(Buffer.concat(chunks));
    });
    request.once('close', () => {
      clearTimeout(deadline);
      resolve('tooSlow');
    });
  });
}
