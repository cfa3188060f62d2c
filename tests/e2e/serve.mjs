// Serves a folder with the policy of the pages, for looking at them without the server.

import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

export const POLICY = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self' data: blob:",
  "connect-src 'self'", "worker-src 'self'", "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'",
  "require-trusted-types-for 'script'", 'trusted-types micromoed-worker',
].join('; ');

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml',
  '.ftl': 'text/plain; charset=utf-8', '.json': 'application/json', '.wasm': 'application/wasm',
};

/** `page(path)` may answer a path with HTML of its own; answers `{ origin, close }`. */
export async function serve(folder, page = () => null, delay = () => 0) {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, 'http://x').pathname);
    const answer = () => {
      const html = page(path);
      const head = { 'content-security-policy': POLICY, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' };
      if (html !== null) return response.writeHead(200, { ...head, 'content-type': TYPES['.html'] }).end(html);
      const file = join(folder, path === '/' ? 'index.html' : path);
      if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404, head).end();
      response.writeHead(200, { ...head, 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
      createReadStream(file).pipe(response);
    };
    setTimeout(answer, delay(path));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://localhost:${server.address().port}`, close: () => server.close() };
}
