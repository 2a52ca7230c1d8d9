import { z } from 'zod';

/** What a process that has published its lock sends to each connection, as one line of JSON. */
export const holderSchema = z.object({
  program: z.string().max(40),
  pid: z.int(),
  host: z.string().max(300),
  since: z.iso.datetime(),
  /** `starting`: it has yet to check for other locks. */
  state: z.enum(['starting', 'holding']),
});

export type Holder = z.infer<typeof holderSchema>;

/** A data folder is in use. The message says by which process, and what to do. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
  /** Address of its holder. */
  readonly socket: string;

  /** @param holder undefined if it is alive but does not answer */
  constructor(folder: string, holder: Holder | undefined, socket: string) {
    super(
      `${folder} is in use by ${holder === undefined ? 'a process that does not answer' : describeHolder(holder)}. ` +
        'Stop that one first, or set DATA_DIR to another folder.',
    );
    this.socket = socket;
  }
}

function describeHolder({ program, pid, host, since }: Holder): string {
  return `process ${pid} (${program}) on ${host}, since ${since}`;
}
