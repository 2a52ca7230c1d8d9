import type { IncomingMessage } from 'node:http';

interface Limits {
  /** Bytes. */
  readonly largest: number;
  /** How long the whole body may take; milliseconds. */
  readonly timeout: number;
}

/** How long a client that still sends may take to see the answer; milliseconds. */
const moment = 500;

/**
 * The bytes of a body, exactly as they came. restify's own reader turns JSON into text, in which bytes that are no UTF-8 are
 * lost, and a signature is one of bytes; it unpacks without a limit; and it reads bodies that are too large to their end.
 *
 * A body that is too large is told so at once, and no more of it is read. The connection is closed after a moment, because a
 * client that is still sending may not see an answer before a connection that is closed on it.
 *
 * @returns `tooSlow` also where the client went away in the middle
 */
export function readBody(
  request: IncomingMessage,
  { largest, timeout }: Limits,
): Promise<Buffer | 'tooLarge' | 'tooSlow'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const deadline = setTimeout(() => {
      resolve('tooSlow');
    }, timeout);

    const refuse = (): void => {
      clearTimeout(deadline);
      chunks.length = 0;
      request.removeAllListeners('data').pause();
      const cut = setTimeout(() => request.destroy(), moment);
      request.once('close', () => {
        clearTimeout(cut);
      });
      resolve('tooLarge');
    };

    if (Number(request.headers['content-length'] ?? 0) > largest) {
      refuse();
      return;
    }
    request.on('data', (chunk: Buffer) => {
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
