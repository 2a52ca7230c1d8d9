import { MultiBar, Presets } from 'cli-progress';

/** Shows how far an import has come, and what it says meanwhile. */
export interface Progress {
  /** `bytes` more were read. */
  readonly advance: (bytes: number) => void;
  readonly say: (line: string) => void;
  readonly end: () => void;
}

/** A bar where `stream` is a terminal, which lines are written above; elsewhere the lines alone. @param total bytes to read */
export function showProgress(
  total: number,
  stream: NodeJS.WritableStream & { readonly isTTY?: boolean },
): Progress {
  if (!stream.isTTY) {
    return {
      advance() {
        // Nothing that is kept in a file should tell of time.
      },
      say(line) {
        stream.write(`${line}\n`);
      },
      end() {
        // There is nothing to take away.
      },
    };
  }
  const bars = new MultiBar(
    // The bar would cut what it writes at the width of the terminal; and the command sees to interruptions itself.
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
      // What was said since the bar was last drawn is written when it is drawn again.
      bars.update();
      bars.stop();
    },
  };
}
