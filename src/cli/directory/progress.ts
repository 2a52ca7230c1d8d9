import { MultiBar, Presets } from 'cli-progress';

/** Shows the progress of an import, and its messages. */
export interface Progress {
  /** Adds `bytes` read. */
  readonly advance: (bytes: number) => void;
  readonly say: (line: string) => void;
  readonly end: () => void;
}

/** Shows a bar below the messages if `stream` is a terminal, else messages only. @param total bytes to read */
export function showProgress(
  total: number,
  stream: NodeJS.WritableStream & { readonly isTTY?: boolean },
): Progress {
  if (!stream.isTTY) {
    return {
      advance() {
        // No progress in a log file.
      },
      say(line) {
        stream.write(`${line}\n`);
      },
      end() {
        // Nothing to clear.
      },
    };
  }
  const bars = new MultiBar(
    // linewrap: lines are cut at the terminal's width otherwise. gracefulExit: the command handles signals itself.
    { stream, format: '{bar} {percentage}%', clearOnComplete: true, linewrap: true, gracefulExit: false },
    Presets.shades_classic,
  );
  const bar = bars.create(total, 0);
  return {
    advance(bytes) {
      bar.increment(bytes);
    },
    say(line) {
      bars.log(`${line}\n`);
    },
    end() {
      // Messages since the last redraw are written with the next one.
      bars.update();
      bars.stop();
    },
  };
}
