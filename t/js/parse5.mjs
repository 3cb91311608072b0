// parse5 from where `make deps-all` puts it: import * as parse5 from './parse5.mjs'. Node would look beside this file only.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = process.env.XP_NODE_MODULES || path.join(root, 'build', 'node_modules');
const parse5 = await import(pathToFileURL(path.join(modules, 'parse5', 'dist', 'index.js')).href);

export const { parse, parseFragment, serialize, Parser, Tokenizer, TokenizerMode, defaultTreeAdapter, html } = parse5;
