/** A stand-in for the channel's service: accepts and counts all posts of bots; `GET /posted` returns the counts. */
import { createServer } from 'node:http';

/** The answer to every post, as Teams sends it. */
const resourceResponse = JSON.stringify({ id: '1700000000000' });
const posted = { messages: 0, resultCards: 0 };

createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  if (request.method === 'GET') {
    response.end(JSON.stringify(posted));
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    posted.messages++;
    if (Buffer.concat(chunks).includes('"verb":"providers.search"')) posted.resultCards++;
    response.statusCode = 201;
    response.end(resourceResponse);
  });
}).listen(Number(process.env['PORT']), '127.0.0.1');
