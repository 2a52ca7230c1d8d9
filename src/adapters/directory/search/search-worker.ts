/**
 * The thread that holds an index and searches it, so that no search ever holds up other people's turns. Its argument is
 * the file to index.
 */
import { parentPort } from 'node:worker_threads';
import { buildIndex } from './build-index.ts';
import { DirectoryFile } from './directory-file.ts';
import { searchIndex } from './search-index.ts';
import type { Answer, FromWorker, Question, Request } from './worker-protocol.ts';

const index = buildIndex(new DirectoryFile(process.argv[2] ?? ''));

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
