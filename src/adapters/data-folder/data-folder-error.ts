/** A problem with a data folder or backup that the operator can fix. The message says how. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
}
