// The internet as a browser under test sees it: one port for every host, HTTP or TLS by a connection's first byte.
//
// The page under test comes from httpd; everything else is answered 200 with nothing in it, by type, and written down with its
// host, whatever it was. What a catalogued library would be is answered with a script that makes the library's globals work.
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import zlib from 'node:zlib';

const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const isImage = req => /^image\//.test(req.headers.accept || '') || /\.(gif|png|jpe?g|webp|ico|svg)$/i.test(req.url.split('?')[0]);

function empty(req) {
  const accept = req.headers.accept || '';
  if (isImage(req)) return ['image/gif', GIF];
  if (accept.startsWith('text/html')) return ['text/html', '<!DOCTYPE html><title></title>'];
  if (accept.startsWith('text/css')) return ['text/css', ''];
  return ['application/javascript', ''];
}

export class Sink {
  // httpd is the port that the document comes from; owner(host, path) says whose a request is, library(owner) what its script
  // is, if it is anybody's. special(host, path) may give another answer: { status, type, body, headers, wait }, where wait is in
  // milliseconds, and less than none is for ever.
  constructor({ httpd, key, cert, owner, library, special = () => undefined, bodies = false }) {
    Object.assign(this, { httpd, owner, library, special, bodies });
    this.watch(undefined);
    const answer = (req, res) => this.#answer(req, res);
    this.servers = { plain: http.createServer(answer), tls: https.createServer({ key, cert }, answer) };
    this.servers.tls.on('secureConnection', socket => this.#connected(socket));
    this.servers.tls.on('tlsClientError', () => {});
    this.front = net.createServer(socket => this.#sniff(socket));
  }

  async listen() {
    await new Promise(done => this.front.listen(0, '127.0.0.1', done));
    return this.front.address().port;
  }

  close() {
    this.front.close();
    for (const server of Object.values(this.servers)) server.closeAllConnections();
  }

  // Returns what was seen and forgets it; from now on `page` ({ host, path, root }) is what httpd serves. `bare` are paths from whose
  // answers Vary is taken, as some caches do.
  watch(page) {
    const idle = [...this.idle || []].map(({ servername }) => [servername, '', this.owner(servername, '')]);
    const seen = { requests: [...this.requests || [], ...idle], document: this.document?.toString() };
    this.page = page;
    this.requests = [];
    this.fetched = [];
    this.idle = new Set();
    this.document = undefined;
    return seen;
  }

  #sniff(socket) {
    socket.on('error', () => {});
    socket.once('data', first => {
      socket.pause();
      socket.unshift(first);
      this.servers[first[0] === 0x16 ? 'tls' : 'plain'].emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  }

  // A connection on which nothing is asked is what a preconnect hint leaves; TLS tells for whom.
  #connected(socket) {
    if (socket.servername) this.idle.add(socket);
  }

  #answer(req, res) {
    const host = (req.headers.host || '').replace(/:\d+$/, '').toLowerCase();
    this.idle.delete(req.socket);
    req.on('error', () => {});
    res.on('error', () => {});
    if (this.page && host === this.page.host && req.url.startsWith(this.page.root)) {
      this.#fetch(req, res);
      return;
    }
    const owner = this.owner(host, req.url);
    const seen = [host, req.url.slice(0, 4000), owner, Date.now()];
    this.requests.push(seen);
    if (this.bodies) this.#read(req, seen);
    const other = this.special(host, req.url) || {};
    let [type, body] = empty(req);
    if (type === 'application/javascript' && owner >= 0) body = this.library(owner);
    const say = () => this.#say(req, res, { status: 200, type, body, ...other });
    if (other.wait) other.wait > 0 && setTimeout(say, other.wait);
    else say();
  }

  // What is sent, unpacked, as a fifth member.
  #read(req, seen) {
    const pieces = [];
    req.on('data', piece => pieces.push(piece)).on('end', () => {
      const body = Buffer.concat(pieces), packed = body[0] === 0x1f && body[1] === 0x8b;
      seen[4] = (packed ? zlib.gunzipSync(body, { finishFlush: zlib.constants.Z_SYNC_FLUSH }) : body).toString('latin1');
    });
  }

  #say(req, res, { status, type, body, headers }) {
    res.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': req.headers.origin || '*',
      'Access-Control-Allow-Credentials': 'true', 'Access-Control-Allow-Headers': '*', 'Access-Control-Expose-Headers': 'X-JSON', 'Timing-Allow-Origin': '*',
      ...headers });
    res.end(body);
  }

  #fetch(req, res) {
    const { method, url: path, headers } = req;
    const known = { path, purpose: headers['sec-purpose'], dest: headers['sec-fetch-dest'], condition: headers['if-none-match'], at: Date.now() };
    this.fetched.push(known);
    const pieces = [], main = path === this.page.path;
    const upstream = http.request({ host: '127.0.0.1', port: this.httpd, method, path, headers }, answer => {
      known.status = answer.statusCode;
      if (this.page?.bare?.includes(path)) delete answer.headers.vary;
      res.writeHead(answer.statusCode, answer.headers);
      if (main) answer.on('data', piece => pieces.push(piece)).on('end', () => { this.document = Buffer.concat(pieces); });
      answer.pipe(res);
    });
    upstream.on('error', error => res.destroy(error));
    req.pipe(upstream);
  }
}
