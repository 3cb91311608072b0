// parse5 from where `make deps-all` puts it: import * as parse5 from './parse5.mjs'. Node would look beside this file only.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = process.env.XP_NODE_MODULES || path.join(root, 'build', 'node_modules');
const parse5 = await import(pathToFileURL(path.join(modules, 'parse5', 'dist', 'index.js')).href);

export const { parse, parseFragment, serialize, Parser, Tokenizer, TokenizerMode, defaultTreeAdapter, html } = parse5;

// Whether CDATA sections exist is asked of the current node's namespace alone (WHATWG HTML 13.2.5.42); parse5 takes integration points for
// HTML there, as it rightly does for tags.
const setContextModes = Parser.prototype._setContextModes;
Parser.prototype._setContextModes = function (current, tag) {
    setContextModes.call(this, current, tag);
    this.tokenizer.hasSections = this.currentNotInHTML && current !== undefined;
};
const markupDeclarationOpen = Tokenizer.prototype._stateMarkupDeclarationOpen;
Tokenizer.prototype._stateMarkupDeclarationOpen = function (c) {
    const inForeignNode = this.inForeignNode;
    this.inForeignNode = this.hasSections ?? inForeignNode;
    markupDeclarationOpen.call(this, c);
    this.inForeignNode = inForeignNode;
};
