import type { Log } from '../ports/log.ts';
import { errorForLog } from './logging.ts';

/** Work that goes on after the press that began it was answered. */
export interface BackgroundWork {
  /**
   * Begins it, unless work of that name is under way.
   * @param work ends soon after its signal aborts; what it throws is a defect, and logged
   * @returns whether it was begun
   */
  begin(name: string, work: (signal: AbortSignal) => Promise<void>): boolean;
  /** Returns when all that is under way has come to an end by itself. */
  settled(): Promise<void>;
  /** Aborts what is under way, begins nothing new, and returns when all has come to an end. */
  stop(): Promise<void>;
}

export function createBackgroundWork({ log }: { readonly log: Log }): BackgroundWork {
  const pending = new Map<string, Promise<void>>();
  const stopping = new AbortController();

  async function run(name: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    try {
      await work(stopping.signal);
    } catch (error) {
      log.error({ error: errorForLog(error) }, 'work in the background failed');
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
