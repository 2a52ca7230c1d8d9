import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { UploadError, type FileToSend, type FileUpload } from '../../application/ports/file-upload.ts';
import { equalParts } from './equal-parts.ts';

/** How patient an upload is; milliseconds. */
export interface UploadTimeouts {
  /** With one request. */
  readonly request: number;
  /** With a whole file. */
  readonly file: number;
  /** Before each further try of a part that was not taken. */
  readonly waits: readonly number[];
}

const defaultTimeouts: UploadTimeouts = {
  request: 60_000,
  file: 15 * 60_000,
  waits: [1000, 5000, 15_000],
};

/** A multiple of 320 KiB, as upload sessions want it (Microsoft Graph, “Upload large files with an upload session”). */
const partLength = 10 * 320 * 1024;

interface Part {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly start: number;
  /** Of the whole file. */
  readonly total: number;
}

const sessionSchema = z.looseObject({ nextExpectedRanges: z.array(z.string()).min(1) });

/**
 * Sends files to upload sessions of OneDrive and SharePoint, part by part, following no redirect: what is sent goes to the
 * address that was accepted, or nowhere.
 */
export function sessionUpload(timeout: UploadTimeouts = defaultTimeouts): FileUpload {
  /** @returns whether the part was taken; false where another try may help */
  async function attempt(address: string, part: Part, signal: AbortSignal): Promise<boolean> {
    const { bytes, start, total } = part;
    const range = `bytes ${start}-${start + bytes.length - 1}/${total}`;
    const headers = { 'content-range': range, 'content-type': 'application/octet-stream' };
    const answer = await answered(address, signal, { method: 'PUT', headers, body: bytes });
    if (answer === undefined) return false;
    const { status } = answer;
    if ([200, 201, 202].includes(status)) return true;
    // The session has this part already: what it answered to the try before was lost.
    if (status === 416) return isTaken(address, part, signal);
    if (status >= 500 || status === 408 || status === 429) return false;
    throw new UploadError(`the upload session answered ${status}`);
  }

  async function isTaken(address: string, { bytes, start }: Part, signal: AbortSignal): Promise<boolean> {
    const session = sessionSchema.safeParse((await answered(address, signal, {}))?.body);
    return session.success && session.data.nextExpectedRanges[0]?.split('-')[0] === `${start + bytes.length}`;
  }

  /** @returns undefined where there was no answer */
  async function answered(
    address: string,
    signal: AbortSignal,
    request: RequestInit,
  ): Promise<{ readonly status: number; readonly body: unknown } | undefined> {
    try {
      const limited = AbortSignal.any([signal, AbortSignal.timeout(timeout.request)]);
      const response = await fetch(address, { ...request, redirect: 'error', signal: limited });
      return { status: response.status, body: await response.json().catch(() => undefined) };
    } catch {
      signal.throwIfAborted();
      return undefined;
    }
  }

  async function sendPart(address: string, part: Part, signal: AbortSignal): Promise<void> {
    for (const wait of [...timeout.waits, undefined]) {
      if (await attempt(address, part, signal)) return;
      if (wait !== undefined) await setTimeout(wait, undefined, { signal });
    }
    throw new UploadError('the upload session did not take a part of the file');
  }

  async function sendAll({ address, bytes: total, content }: FileToSend, signal: AbortSignal): Promise<void> {
    let start = 0;
    for await (const bytes of equalParts(content, partLength)) {
      if (start + bytes.length > total) break;
      await sendPart(address, { bytes, start, total }, signal);
      start += bytes.length;
    }
    if (start !== total) throw new UploadError('the file is not as long as it was said to be');
  }

  return {
    async send(file, signal) {
      const limited = AbortSignal.any([signal, AbortSignal.timeout(timeout.file)]);
      try {
        await sendAll(file, limited);
      } catch (error) {
        throw limited.aborted ? new UploadError('the upload took too long, or the desk stops') : error;
      }
    },
  };
}
