/** A file too large to hold in memory. */
export interface FileToSend {
  /** Its destination: an upload session that accepts a file in parts. */
  readonly address: string;
  readonly bytes: number;
  /** The whole content, in chunks of any length. */
  readonly content: AsyncIterable<Uint8Array>;
}

/** The upload failed or is incomplete. The message is logged: it names no address. */
export class UploadError extends Error {
  override readonly name = 'UploadError';
}

export interface FileUpload {
  /**
   * Uploads the whole file. Settles soon after `signal` aborts.
   * @throws UploadError, and what reading the content throws
   */
  send(file: FileToSend, signal: AbortSignal): Promise<void>;
}
