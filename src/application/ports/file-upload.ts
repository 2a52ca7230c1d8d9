/** A file that is too long to be held in memory. */
export interface FileToSend {
  /** Where it goes: an upload session that takes parts of a file. */
  readonly address: string;
  /** How long it is. */
  readonly bytes: number;
  /** All of it, in parts of any length. */
  readonly content: AsyncIterable<Uint8Array>;
}

/** The file was not taken, or not whole. The message goes into the log: it names no address. */
export class UploadError extends Error {
  override readonly name = 'UploadError';
}

export interface FileUpload {
  /**
   * Sends a file to its last byte. Settles soon after `signal` aborts.
   * @throws UploadError, and what reading the content throws
   */
  send(file: FileToSend, signal: AbortSignal): Promise<void>;
}
