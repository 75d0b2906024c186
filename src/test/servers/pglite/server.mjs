// PostgreSQL with pgvector, compiled for Node: one process with one session, so connections are served one after the other, each to its end.
// node server.mjs FOLDER PORT HTTP STATEMENTS; over HTTP, which answers last, /TABLE tells the column "body" of all rows, a line of Base64 each.
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';

const [folder, port, http, statements] = process.argv.slice(2);
const SSL = 80877103;
const GSS = 80877104;
const STARTUP = 196608;
const SYNC = Buffer.from([0x53, 0, 0, 0, 4]);

process.on('exit', (code) => console.log('ended with ' + code));
const database = await PGlite.create(folder, { extensions: { vector } });
await database.exec(statements);

let connections = Promise.resolve();
let turns = Promise.resolve();

/** Waits until nobody is between the first message of a transaction and its end; returns what ends one's own turn. */
async function turn() {
  const before = turns;
  let end;
  turns = new Promise((resolve) => (end = resolve));
  await before;
  return end;
}

class Session {
  rest = Buffer.alloc(0);
  isOpen = false;
  end = null;

  constructor(socket) {
    this.socket = socket;
  }

  async serve() {
    try {
      for await (const chunk of this.socket) {
        this.rest = Buffer.concat([this.rest, chunk]);
        for (let message = this.next(); message; message = this.next()) {
          await this.take(message);
        }
      }
    } catch (e) {
      console.log('a connection broke off: ' + e);
    } finally {
      await this.close();
    }
  }

  /** The next whole message: those before the session is open have no letter before their length. */
  next() {
    const letter = this.isOpen ? 1 : 0;
    if (this.rest.length < letter + 4) {
      return null;
    }
    const length = letter + this.rest.readInt32BE(letter);
    if (this.rest.length < length) {
      return null;
    }
    const message = this.rest.subarray(0, length);
    this.rest = this.rest.subarray(length);
    return message;
  }

  async take(message) {
    if (this.isOpen) {
      await this.run(message, String.fromCharCode(message[0]));
      return;
    }
    const code = message.readInt32BE(4);
    if (code === SSL || code === GSS) {
      this.socket.write('N');
    } else if (code === STARTUP) {
      this.isOpen = true;
      await this.run(message, 'S');
    } else {
      this.socket.end();
    }
  }

  async run(message, letter) {
    if (letter === 'X') {
      this.socket.end();
      return;
    }
    this.end ??= await turn();
    await database.execProtocolRawStream(message, { onRawData: (data) => this.socket.write(Buffer.from(data)) });
    if ('SQ'.includes(letter) && !database.isInTransaction()) {
      this.finish();
    }
  }

  finish() {
    this.end?.();
    this.end = null;
  }

  /** What a session leaves behind ends with it, as PostgreSQL's process would. */
  async close() {
    this.socket.destroy();
    this.end ??= await turn();
    await database.execProtocolRawStream(SYNC, { onRawData: () => {} });
    if (database.isInTransaction()) {
      await database.exec('rollback');
    }
    await database.exec('discard all');
    this.finish();
  }
}

async function tell(request, response) {
  const end = await turn();
  try {
    const { rows } = await database.query(`select encode(coalesce(body, ''), 'base64') as body from ${request.url.substring(1)}`);
    response.end(rows.map(({ body }) => body.replaceAll('\n', '') + '\n').join(''));
  } finally {
    end();
  }
}

createServer({ noDelay: true }, (socket) => {
  socket.on('error', (e) => console.log('a connection broke off: ' + e));
  connections = connections.then(() => new Session(socket).serve());
}).listen(port, '127.0.0.1', () => createHttpServer(tell).listen(http, '127.0.0.1'));
