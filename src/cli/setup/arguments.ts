import { parseArgs } from 'node:util';

export const usage = `Checks an installation: settings, credentials, consent, each permission in Microsoft 365, data folder,
directory and mail.
Reads the settings of the desk from its environment and .env, and changes nothing.

  npm run setup

Exit code: 0 if the desk can read each tenant that it serves, 1 if not.
`;

type Command =
  | { readonly kind: 'check' }
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly reason: string };

/** @param args what stands behind `npm run setup --` */
export function parseArguments(args: readonly string[]): Command {
  try {
    const { values } = parseArgs({ args: [...args], options: { help: { type: 'boolean', short: 'h' } } });
    return { kind: values.help === true ? 'help' : 'check' };
  } catch (error) {
    return { kind: 'mistake', reason: error instanceof Error ? error.message : String(error) };
  }
}
