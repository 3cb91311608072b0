// The libraries' own files, from where `make deps-all` puts them, and CommonJS for those that have nothing else.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
export const modules = process.env.XP_NODE_MODULES || path.join(root, 'build', 'node_modules');

// Prototype and MooTools are not on npm as browsers load them; Debian has them.
const DEBIAN = '/usr/share/javascript';

export const file = name => fs.readFileSync(path.join(modules, name), 'utf8');
export const debian = name => fs.readFileSync(path.join(DEBIAN, name), 'utf8');
export const version = name => JSON.parse(file(`${name}/package.json`)).version;

// What Node itself would load: for packages that are there once.
export const load = createRequire(path.join(modules, 'none.js'));

// One script that defines the modules ({ name: file }) and puts what `globals` ({ global: module }) names into the global object.
export function bundle(parts, globals) {
  const define = Object.entries(parts).map(([name, where]) => `${JSON.stringify(name)}(module, exports, require) {\n${file(where)}\n}`);
  const publish = Object.entries(globals).map(([global, name]) => `globalThis.${global} = require(${JSON.stringify(name)});`);
  return `(() => {
const defined = {\n${define.join(',\n')}\n}, made = {};
const process = { env: { NODE_ENV: 'development' } };
const require = name => {
  if (!made[name]) defined[name](made[name] = { exports: {} }, made[name].exports, require);
  return made[name].exports;
};
${publish.join('\n')}
})();`;
}

// The same for Node, so that two versions of React, or React's two halves, can be there at once; what is not given is Node's.
export function evaluate(parts, name, made = {}) {
  if (made[name]) return made[name].exports;
  if (!parts[name]) return load(name);
  const module = made[name] = { exports: {} };
  new Function('module', 'exports', 'require', file(parts[name]))(module, module.exports, other => evaluate(parts, other, made));
  return module.exports;
}
