/** A file could not be downloaded. The message is logged: it names no address. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError';
  /** `tooLarge`: it is larger than the limit. */
  readonly reason: 'tooLarge' | 'failed';

  constructor(reason: 'tooLarge' | 'failed', message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** Larger files are not downloaded; bytes. Exchange Online takes mails of 25 MB by default, most of it attachments. */
export const maxDownload = 10 * 1024 * 1024;

export interface FileDownload {
  /**
   * Downloads files one after the other, within one time for all of them. The caller has accepted each address.
   * @returns each in turn: its whole content, of `maxDownload` bytes at most, or why there is none
   */
  read(addresses: readonly string[]): AsyncIterable<Uint8Array | DownloadError>;
}
