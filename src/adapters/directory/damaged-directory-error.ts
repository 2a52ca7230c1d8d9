/** The installed directory is not as this program wrote it, so nothing can be added to it; it can be replaced. */
export class DamagedDirectoryError extends Error {
  readonly file: string;

  constructor(file: string, options?: ErrorOptions) {
    super(`The installed directory ${file} is damaged.`, options);
    this.name = 'DamagedDirectoryError';
    this.file = file;
  }
}
