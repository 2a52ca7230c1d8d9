import { takeCoverage } from 'node:v8';

/**
 * Writes the coverage of a file's tests as soon as they have ended: Mocha ends the processes of parallel files by a
 * signal, which writes nothing.
 */
export const mochaHooks = {
  afterAll(): void {
    if (process.env['NODE_V8_COVERAGE'] !== undefined) takeCoverage();
  },
};
