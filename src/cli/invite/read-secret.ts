import { text } from 'node:stream/consumers';

/**
 * Reads a secret from a program or a file on standard input: its first line.
 * @returns undefined from a terminal, which would show it, and if there is none
 */
export async function readSecret(input: NodeJS.ReadStream): Promise<string | undefined> {
  if (input.isTTY) return undefined;
  const [line = ''] = (await text(input)).replace(/^\ufeff/, '').split(/\r?\n/);
  return line === '' ? undefined : line;
}
