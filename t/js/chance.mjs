// Options of the command line, and chance that is the same on every machine: --seed N gives another one.
export function option(name, usual) {
    const at = process.argv.indexOf(`--${name}`);
    return at > 0 ? process.argv[at + 1] : usual;
}

let state = BigInt(option('seed', '1'));

export function random(n) {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number((state >> 33n) % BigInt(n));
}

export const pick = (list) => list[random(list.length)];
