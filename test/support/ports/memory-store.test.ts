import { storeContract } from '../../contracts/store.ts';
import { memoryStore } from './memory-store.ts';

storeContract('The store in memory', () =>
  Promise.resolve({ store: memoryStore(), dispose: () => Promise.resolve() }),
);
