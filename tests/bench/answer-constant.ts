import { createServer } from 'node:http';

/** The yardstick of a start and of answering: a server that knows one answer by heart. */
const { PORT, ANSWER = '{"data":null}' } = process.env;
const server = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json').end(ANSWER);
});
server.listen(Number(PORT), '127.0.0.1');
process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close();
});
