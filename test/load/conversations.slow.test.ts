import assert from 'node:assert/strict';
import { startLoad } from '../bench/load/load-process.ts';
import { startConnector } from '../bench/programs.ts';
import { readMetrics } from '../bench/read-metrics.ts';
import { startServer } from '../bench/server-process.ts';
import { deskProgram } from '../support/desk/desk-program.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';

const conversations = 500;
/** A minute in one of the two runs of CI, which repeats the tests on the next version of Node. */
const isLong = process.env['CI'] === 'true' && process.versions.node.startsWith('20.');
const duration = isLong ? { seconds: 20 } : { turns: 2 * conversations };

describe(`${conversations} conversations at once`, function () {
  this.timeout(300_000);
  const folder = temporaryFolder();

  it('are all answered, and leave the memory as it was', async () => {
    const environment = { DESK_MODE: 'sandbox', DATA_DIR: folder(), LOG_LEVEL: 'warn' };
    const [connector, desk] = await Promise.all([
      startConnector(),
      startServer([deskProgram()], environment),
    ]);
    const load = startLoad();
    try {
      await Promise.all([connector.succeeds('/posted'), desk.succeeds('/ready')]);
      const heaps: number[] = [];
      for (let period = 0; period < 3; period += 1) {
        const { turns, failures } = await load.put({
          url: desk.url,
          serviceUrl: connector.url,
          activities: period === 1 ? 'pressed' : 'said',
          connections: conversations,
          duration,
        });
        assert.equal(failures, 0);
        assert.ok(turns > 0);
        heaps.push((await readMetrics(desk.url)).heap);
      }
      const [warm = 0, , last = 0] = heaps;
      // Generous, because what was not collected yet counts too.
      assert.ok(last < 3 * warm, `from ${warm} to ${last} bytes`);
    } finally {
      load.stop();
      await Promise.all([connector.stop(), desk.stop()]);
    }
  });
});
