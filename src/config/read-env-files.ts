import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** Node's options that name a file of variables, as one argument or two. */
const option = /^--env-file(?:-if-exists)?(?:=(.+))?$/;
/** Stands for bytes that are no text. */
const replacement = '\ufffd';

/**
 * Sets the variables of the files named by Node's `--env-file` and `--env-file-if-exists`. Node takes every file for
 * UTF-8 without a byte-order mark: of others, as Windows editors and PowerShell write them, it loses the first variable
 * or all of them, without a word.
 *
 * As with Node, variables that are set already stay.
 *
 * @throws Error that names a file with variables that are no text
 */
export function readEnvFiles({ env, execArgv }: Pick<NodeJS.Process, 'env' | 'execArgv'> = process): void {
  const read: NodeJS.Dict<string> = {};
  for (const file of filesIn(execArgv)) {
    const text = textOf(file);
    if (text !== undefined) Object.assign(read, variablesIn(text, file));
  }
  for (const [name, value] of Object.entries(read)) env[name] ??= value;
}

function filesIn(execArgv: readonly string[]): string[] {
  return execArgv.flatMap((argument, at) => {
    const [isOption, file = execArgv[at + 1]] = option.exec(argument) ?? [];
    return isOption === undefined || file === undefined ? [] : [file];
  });
}

/** @returns undefined if Node has read it right, or there is no such file */
function textOf(file: string): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Error(`The settings in ${file} cannot be read: ${String(error)}`, { cause: error });
  }
  const text = decoded(bytes);
  // A replacement character in a comment does no harm.
  return text === bytes.toString('utf8') && !text.includes(replacement) ? undefined : text;
}

function decoded(bytes: Buffer): string {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8') return bytes.toString('utf8').replace(/^\ufeff/, '');
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  const littleEndian = encoding === 'utf-16be' ? Buffer.from(even).swap16() : even;
  return littleEndian.toString('utf16le').replace(/^\ufeff/, '');
}

/** By the byte-order mark, or by the zero bytes that Latin letters have in UTF-16. */
function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first = 0, second = 0] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even === odd) return 'utf-8';
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function variablesIn(text: string, file: string): NodeJS.Dict<string> {
  const variables = parseEnv(text);
  for (const [name, value = ''] of Object.entries(variables)) {
    if (/[\0\ufffd]/.test(name + value)) {
      const wrong = /^\w+$/.test(name) ? `${name} in ${file} has` : `${file} has`;
      throw new Error(`${wrong} characters that cannot be read. Save the file as UTF-8 text.`);
    }
  }
  return variables;
}
