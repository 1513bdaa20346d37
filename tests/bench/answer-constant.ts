import { createServer } from 'node:http';

/** The yardstick of a start: a server that knows one answer by heart. */
const server = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json').end('{"data":null}');
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close();
});
