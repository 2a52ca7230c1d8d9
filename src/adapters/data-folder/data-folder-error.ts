/** Something about a data folder or a backup that the operator can act on. The message says what to do. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
}
