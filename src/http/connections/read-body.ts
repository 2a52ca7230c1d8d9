import type { IncomingMessage } from 'node:http';

interface Limits {
  readonly maxBytes: number;
  /** For the whole body; milliseconds. */
  readonly timeout: number;
}

/** How long a client that is still sending has to read the response; milliseconds. */
const gracePeriod = 500;

/**
 * Reads the raw bytes of a body. restify's own reader decodes JSON to text, which loses invalid UTF-8, and signatures
 * cover bytes; it decompresses without a limit; and it reads oversized bodies to the end.
 *
 * An oversized body is refused at once and not read further. The connection is closed after a grace period, because a
 * client that is still sending may not see the response if the connection closes first.
 *
 * @returns `tooSlow` also if the client disconnected
 */
export function readBody(
  request: IncomingMessage,
  { maxBytes, timeout }: Limits,
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
      const cut = setTimeout(() => request.destroy(), gracePeriod);
      request.once('close', () => {
        clearTimeout(cut);
      });
      resolve('tooLarge');
    };

    if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
      refuse();
      return;
    }
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) refuse();
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
