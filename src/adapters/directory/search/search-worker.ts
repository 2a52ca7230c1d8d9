/**
 * The worker thread that holds an index and searches it, so that searches do not block turns. Its arguments are the
 * file to index and, if indexing should yield to turns, `yield`.
 */
import { parentPort } from 'node:worker_threads';
import { buildIndex } from './index/build-index.ts';
import { DirectoryFile } from './index/directory-file.ts';
import { yieldBetween } from './index/yield-cpu.ts';
import { searchIndex } from './query/search-index.ts';
import { yieldMode, type Answer, type FromWorker, type Question, type Request } from './worker-protocol.ts';

const [, , file = '', mode] = process.argv;
const index = buildIndex(new DirectoryFile(file), mode === yieldMode ? yieldBetween() : undefined);

parentPort?.on('message', ({ id, ...question }: Request) => {
  post({ id, ...answerOrFailure(question) });
});
post({ kind: 'ready', providers: index.text.providers, vocabulary: index.vocabulary });

function post(message: FromWorker): void {
  parentPort?.postMessage(message);
}

function answerOrFailure(question: Question): Answer {
  try {
    return answer(question);
  } catch (error) {
    return { kind: 'failure', error };
  }
}

function answer(question: Question): Answer {
  if (question.kind === 'find') {
    const lines = question.ids.map((id) => index.documents.find(id)).filter((line) => line !== undefined);
    return { kind: 'lines', lines };
  }
  const { total, page, facets } = searchIndex(index, question.search, question.range);
  return { kind: 'page', total, lines: page.map((provider) => index.documents.line(provider)), facets };
}
