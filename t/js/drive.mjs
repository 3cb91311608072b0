// The engine, as t/c/drive.c runs it: const engine = new Drive(); await engine.strip(page) ... engine.close().
// Requests may be sent before earlier ones are answered; answers come in order.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

// A C test's program.
export const programOf = (name) => path.join(process.env.XP_OUT || root, 'build', 't', name);

export class Drive {
    constructor() {
        this.waiting = [];
        this.pieces = [];
        this.have = 0;
        this.engine = spawn(process.env.XP_DRIVE || programOf('drive'), [], { stdio: ['pipe', 'pipe', 'inherit'] });
        this.ended = new Promise((resolve) => this.engine.on('exit', (code, signal) => {
            for (const { reject } of this.waiting) reject(new Error(`the engine ended: ${code ?? signal}`));
            this.waiting = [];
            resolve(code);
        }));
        this.engine.stdin.on('error', () => {}); // the exit says why
        this.engine.stdout.on('data', (bytes) => this.take(bytes));
    }

    take(bytes) {
        this.pieces.push(bytes);
        this.have += bytes.length;
        while (this.have >= 4) {
            if (this.pieces[0].length < 4) this.pieces = [Buffer.concat(this.pieces)];
            const size = 4 + this.pieces[0].readUInt32LE(0);
            if (this.have < size) return;
            const all = this.pieces.length > 1 ? Buffer.concat(this.pieces) : this.pieces[0];
            this.pieces = all.length > size ? [all.subarray(size)] : [];
            this.have -= size;
            this.waiting.shift().resolve(all.subarray(4, size));
        }
    }

    ask(words, page) {
        const line = Buffer.from(words + '\n');
        const size = Buffer.alloc(4);
        size.writeUInt32LE(line.length + page.length);
        return new Promise((resolve, reject) => {
            this.waiting.push({ resolve, reject });
            this.engine.stdin.write(Buffer.concat([size, line, page]));
        });
    }

    // cut: 0 one piece, n pieces of n bytes, -1 pieces of random sizes. charset and policies: what the header says.
    async strip(page, { cut = 0, seed = 0, stubs = true, gate = 'On', charset = 'utf-8', policies = '' } = {}) {
        return this.edit(await this.ask(`strip ${cut} ${seed} ${+stubs} ${['Off', 'On', 'All'].indexOf(gate)} ${charset || '-'} ${policies}`, page));
    }

    // The same of a held page. document: nothing else is held.
    async hold(page, { cut = 0, seed = 0, document = false, gate = 'On', charset = 'utf-8', policies = '' } = {}) {
        return this.edit(await this.ask(`hold ${cut} ${seed} ${+document} ${['Off', 'On', 'All'].indexOf(gate)} ${charset || '-'} ${policies}`, page));
    }

    edit(answer) {
        const end = answer.indexOf('\n\n');
        const [status, ...lines] = answer.subarray(0, end).toString().split('\n');
        const [reason, hits, leftForCharset, leftForPolicy] = status.split(' ').map(Number);
        const edits = lines.map((line) => {
            const [from, to, put, vendor, ...form] = line.split(' ');
            return { from: +from, to: +to, put: +put, vendor, form: form.join(' ') };
        });
        return { reason, hits, left: leftForCharset + leftForPolicy, leftForCharset, leftForPolicy, edits, output: answer.subarray(end + 2) };
    }

    // Where snippets go: { reason, at }, at[i] null where there is no place for head-start, head-end, body-end.
    async places(page, { cut = 0, seed = 0, charset = 'utf-8' } = {}) {
        const [reason, ...at] = (await this.ask(`places ${cut} ${seed} ${charset || '-'}`, page)).toString().trim().split(' ');
        return { reason: +reason, at: at.map((offset) => (offset === '-' ? null : +offset)) };
    }

    async tokens(page, model = 'data', element = '-', cut = 0) {
        const answer = await this.ask(`tokens ${model} ${element} ${cut}`, page);
        return answer.toString('latin1').split('\n').filter((line) => line).map((line) => {
            const [kind, from, to, closing] = line.split(' ', 4);
            return { kind, from: +from, to: +to, closing: closing === '1', name: line.split(' ').slice(4).join(' ') };
        });
    }

    close() {
        this.engine.stdin.end();
        return this.ended;
    }
}
