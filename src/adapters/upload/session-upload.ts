import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { UploadError, type FileToSend, type FileUpload } from '../../application/ports/file-upload.ts';
import { equalParts } from './equal-parts.ts';

/** Timeouts of an upload; milliseconds. */
export interface UploadTimeouts {
  /** For one request. */
  readonly request: number;
  /** For the whole file. */
  readonly file: number;
  /** Delay before each retry of a part. */
  readonly waits: readonly number[];
}

const defaultTimeouts: UploadTimeouts = {
  request: 60_000,
  file: 15 * 60_000,
  waits: [1000, 5000, 15_000],
};

/**
 * Bytes. Upload sessions require a multiple of 320 KiB (Microsoft Graph, “Upload large files with an upload session”).
 */
const partLength = 10 * 320 * 1024;

interface Part {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly start: number;
  /** Length of the whole file; bytes. */
  readonly total: number;
}

const sessionSchema = z.looseObject({ nextExpectedRanges: z.array(z.string()).min(1) });

/**
 * Sends files to OneDrive and SharePoint upload sessions in parts. Follows no redirects, so that the file goes only to
 * the address that was accepted.
 */
export function sessionUpload(timeout: UploadTimeouts = defaultTimeouts): FileUpload {
  /** @returns whether the part was accepted; false if a retry may help @throws UploadError if not */
  async function attempt(address: string, part: Part, signal: AbortSignal): Promise<boolean> {
    const { bytes, start, total } = part;
    const range = `bytes ${start}-${start + bytes.length - 1}/${total}`;
    const headers = { 'content-range': range, 'content-type': 'application/octet-stream' };
    const answer = await request(address, signal, { method: 'PUT', headers, body: bytes });
    if (answer === undefined) return false;
    const { status } = answer;
    if ([200, 201, 202].includes(status)) return true;
    // The session may already have this part, if its response to an earlier attempt was lost.
    if (status === 416) return isUploaded(address, part, signal);
    if (status >= 500 || status === 408 || status === 429) return false;
    throw new UploadError(`the upload session answered ${status}`);
  }

  async function isUploaded(address: string, { bytes, start }: Part, signal: AbortSignal): Promise<boolean> {
    const session = sessionSchema.safeParse((await request(address, signal, {}))?.body);
    return session.success && session.data.nextExpectedRanges[0]?.split('-')[0] === `${start + bytes.length}`;
  }

  /** @returns undefined if there was no response */
  async function request(
    address: string,
    signal: AbortSignal,
    init: RequestInit,
  ): Promise<{ readonly status: number; readonly body: unknown } | undefined> {
    try {
      const limited = AbortSignal.any([signal, AbortSignal.timeout(timeout.request)]);
      const response = await fetch(address, { ...init, redirect: 'error', signal: limited });
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
    throw new UploadError('the upload session did not accept a part of the file');
  }

  async function sendAll({ address, bytes: total, content }: FileToSend, signal: AbortSignal): Promise<void> {
    let start = 0;
    for await (const bytes of equalParts(content, partLength)) {
      if (start + bytes.length > total) break;
      await sendPart(address, { bytes, start, total }, signal);
      start += bytes.length;
    }
    if (start !== total) throw new UploadError('the file does not have the announced length');
  }

  return {
    async send(file, signal) {
      const limited = AbortSignal.any([signal, AbortSignal.timeout(timeout.file)]);
      try {
        await sendAll(file, limited);
      } catch (error) {
        throw limited.aborted ? new UploadError('the upload timed out or the desk is stopping') : error;
      }
    },
  };
}
