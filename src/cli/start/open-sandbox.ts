import { nextFreePort, portIfFree } from './free-port.ts';
import { run, type Program, type RunningProgram } from './program.ts';
import { StartError } from './start-error.ts';
import { waitUntilAnswers } from './wait-until-answers.ts';

/** A desk and a chat client to run together. Both listen on this machine only. */
export interface Sandbox {
  readonly listen: { readonly host: string; readonly port: number };
  /** Called once the desk's port is known to be free, before anything is started. */
  readonly prepare?: () => void;
  readonly desk: (port: number) => Program;
  /** The Playground's port, or the next free one if it is in use. */
  readonly playgroundPort: number;
  readonly playground: (port: number, deskUrl: string) => Program;
}

export interface OpenSandbox {
  readonly deskUrl: string;
  readonly playgroundUrl: string;
}

/**
 * Runs the desk and the Playground until `stop` aborts or one of them exits; stops both before it returns.
 *
 * @param opened called with the addresses once both answer
 * @throws StartError if one of them cannot be started or exits by itself
 */
export async function openSandbox(
  { listen, ...programs }: Sandbox,
  opened: (addresses: OpenSandbox) => void,
  stop: AbortSignal,
): Promise<void> {
  const deskPort = await portIfFree(listen.host, listen.port);
  if (deskPort === undefined) {
    throw new StartError(
      `Port ${listen.port} is in use on ${listen.host}. Stop what uses it, or choose another: PORT=${listen.port + 1} npm start`,
    );
  }
  programs.prepare?.();
  const deskUrl = `http://${listen.host.includes(':') ? `[${listen.host}]` : listen.host}:${deskPort}`;
  const desk = run(programs.desk(deskPort));
  try {
    await waitUntilAnswers(desk, `${deskUrl}/ready`, stop);
    const playgroundPort = await nextFreePort('127.0.0.1', programs.playgroundPort);
    const playgroundUrl = `http://127.0.0.1:${playgroundPort}`;
    const playground = run(programs.playground(playgroundPort, deskUrl));
    try {
      await waitUntilAnswers(playground, playgroundUrl, stop);
      if (!stop.aborted) opened({ deskUrl, playgroundUrl });
      await Promise.race([whenAborted(stop), throwWhenEnded(desk), throwWhenEnded(playground)]);
    } finally {
      await playground.stop();
    }
  } finally {
    await desk.stop();
  }
}

async function whenAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => {
    signal.addEventListener('abort', resolve, { once: true });
  });
}

async function throwWhenEnded({ program, ended }: RunningProgram): Promise<never> {
  const exitCode = await ended;
  throw new StartError(
    `${program.name} ended with exit code ${exitCode}, so the other was stopped. ${program.whereToLook}`,
  );
}
