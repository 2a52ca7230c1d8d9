import { MemoryStorage, type Storage } from 'botbuilder';
import type { Config } from '../../../src/config/load-config.ts';
import { createDesk } from '../../../src/desk.ts';
import type { DeskOverrides } from '../../../src/desk/overrides.ts';
import { monday } from '../examples/contact-examples.ts';
import { exampleConfig } from '../examples/example-config.ts';
import { exampleProviders } from '../examples/example-providers.ts';
import { memoryDirectory } from '../ports/memory-directory.ts';
import { memoryStore } from '../ports/memory-store.ts';
import { movingTime, type MovingTime } from '../ports/moving-time.ts';
import { recordedLog } from '../ports/recorded-log.ts';
import { recordedMeter } from '../ports/recorded-meter.ts';
import { recordingMail } from '../ports/recording-mail.ts';

/** What a test may supply; the rest gets a default. */
export interface DeskSetting extends Omit<DeskOverrides, 'clock' | 'timer' | 'log' | 'meter' | 'botState'> {
  readonly config?: Partial<Config>;
  readonly storage?: Storage;
  readonly time?: MovingTime;
}

/** The desk with everything in memory; the test controls time. By default, announcements are not posted. */
export function memoryDesk({
  config,
  storage = new MemoryStorage(),
  time = movingTime(monday),
  ...overrides
}: DeskSetting = {}) {
  const log = recordedLog();
  const meter = recordedMeter();
  const mail = recordingMail();
  const store = overrides.store ?? memoryStore();
  const desk = createDesk(
    { ...exampleConfig, ...config },
    {
      directory: memoryDirectory(exampleProviders),
      announcements: { wake: () => undefined },
      mail,
      ...overrides,
      store,
      botState: storage,
      clock: time.clock,
      timer: time.timer,
      meter,
      log,
    },
  );
  return { desk, store, storage, time, log, meter, mail };
}
