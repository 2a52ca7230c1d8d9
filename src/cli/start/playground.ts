import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Program } from './program.ts';

export interface PlaygroundOptions {
  readonly port: number;
  /** The desk's endpoint for activities. */
  readonly messagesUrl: string;
  readonly logFile: string;
  /** Whether it opens its page in the browser. */
  readonly openBrowser: boolean;
  readonly environment: NodeJS.ProcessEnv;
}

/** Microsoft 365 Agents Playground: a chat client like Teams, on this machine only and with its telemetry off. */
export function playground(options: PlaygroundOptions): Program {
  const { port, messagesUrl, logFile, openBrowser, environment } = options;
  const cli = join(
    createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json'),
    '../cli.js',
  );
  return {
    name: 'The Playground',
    nodeArguments: [
      ...['--import', 'tsx', '--import', join(import.meta.dirname, 'listen-on-loopback.ts')],
      ...[cli, 'start', '--app-endpoint', messagesUrl, '--channel-id', 'msteams', '--port', String(port)],
      ...['--service-url', `http://127.0.0.1:${port}/_connector`, '--disable-telemetry', 'true'],
    ],
    environment: {
      ...environment,
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: join(import.meta.dirname, 'playground.yml'),
      M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
      // It would send requests to the desk through a proxy otherwise.
      NO_PROXY: '127.0.0.1,localhost',
      ...(openBrowser ? {} : { TEAMSAPPTESTER_BROWSER: 'none' }),
    },
    output: 'hidden',
    whereToLook: `Its log is ${logFile}.`,
  };
}
