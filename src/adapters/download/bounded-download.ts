import { DownloadError, maxDownload, type FileDownload } from '../../application/ports/file-download.ts';

/** For all files of a message; milliseconds. Teams waits 15 seconds for the answer to a message. */
const defaultTimeout = 10_000;

/**
 * Downloads files as they are: without credentials, redirects or compression, so that they come from nowhere but the
 * address that was accepted, and are no larger than what was read of them.
 */
export function boundedDownload(timeout: number = defaultTimeout): FileDownload {
  return {
    async *read(addresses) {
      const signal = AbortSignal.timeout(timeout);
      for (const address of addresses) {
        yield await download(address, signal).catch((error: unknown) =>
          error instanceof DownloadError
            ? error
            : new DownloadError('failed', signal.aborted ? 'the download timed out' : 'the download failed'),
        );
      }
    },
  };
}

async function download(address: string, timeout: AbortSignal): Promise<Uint8Array> {
  // Ends the connection of what is not read to its end.
  const ending = new AbortController();
  try {
    const response = await fetch(address, {
      headers: { 'accept-encoding': 'identity' },
      redirect: 'error',
      credentials: 'omit',
      signal: AbortSignal.any([timeout, ending.signal]),
    });
    if (response.status !== 200)
      throw new DownloadError('failed', `the file server answered ${response.status}`);
    if ((response.headers.get('content-encoding') ?? 'identity') !== 'identity') {
      throw new DownloadError('failed', 'the file server compressed the file');
    }
    if (Number(response.headers.get('content-length')) > maxDownload) throw tooLarge();
    return await bytesOf(response);
  } finally {
    ending.abort();
  }
}

async function bytesOf({ body }: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > maxDownload) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): DownloadError {
  return new DownloadError('tooLarge', 'the file is too large');
}
