/** A parsed command line that needs no work. */
type NoWork = { readonly kind: 'help' } | { readonly kind: 'mistake'; readonly reason: string };

/**
 * Runs a parsed command line: prints the usage, reports a usage error, or runs `work`.
 * @param work returns the exit code
 * @returns the exit code: that of `work`, 0 for help, 2 for a usage error
 */
export async function runCommand<Work extends { readonly kind: string }>(
  usage: string,
  command: Work | NoWork,
  work: (command: Work) => Promise<number>,
): Promise<number> {
  if (!isNoWork(command)) return work(command);
  if (command.kind === 'help') {
    process.stdout.write(usage);
    return 0;
  }
  process.stderr.write(`${command.reason}\n\n${usage}`);
  return 2;
}

function isNoWork(command: { readonly kind: string }): command is NoWork {
  return command.kind === 'help' || command.kind === 'mistake';
}
