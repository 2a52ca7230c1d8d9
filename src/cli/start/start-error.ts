/** Why the sandbox could not be opened, for the person who started it. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
