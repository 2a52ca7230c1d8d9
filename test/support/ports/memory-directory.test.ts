import { providerDirectoryContract } from '../../contracts/provider-directory.ts';
import { memoryDirectory } from './memory-directory.ts';

providerDirectoryContract('in memory', (providers) =>
  Promise.resolve({ directory: memoryDirectory(providers), close: () => Promise.resolve() }),
);
