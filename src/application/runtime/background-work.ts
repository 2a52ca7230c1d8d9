import type { Log } from '../ports/log.ts';
import { errorForLog } from './logging.ts';

/** Work that continues after the press that started it was answered. */
export interface BackgroundWork {
  /**
   * Starts it, unless work of that name is pending.
   * @param work ends soon after its signal aborts; what it throws is a defect, and logged
   * @returns whether it was started
   */
  begin(name: string, work: (signal: AbortSignal) => Promise<void>): boolean;
  /** Returns once all pending work has ended by itself. */
  settled(): Promise<void>;
  /** Aborts pending work, starts no more, and returns once all has ended. */
  stop(): Promise<void>;
}

export function createBackgroundWork({ log }: { readonly log: Log }): BackgroundWork {
  const pending = new Map<string, Promise<void>>();
  const stopping = new AbortController();

  async function run(name: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    try {
      await work(stopping.signal);
    } catch (error) {
      log.error({ error: errorForLog(error) }, 'background work failed');
    } finally {
      pending.delete(name);
    }
  }

  async function settled(): Promise<void> {
    while (pending.size > 0) await Promise.all(pending.values());
  }

  return {
    begin(name, work) {
      if (stopping.signal.aborted || pending.has(name)) return false;
      pending.set(
        name,
        Promise.resolve().then(() => run(name, work)),
      );
      return true;
    },
    settled,
    async stop() {
      stopping.abort();
      await settled();
    },
  };
}
