// The pixels of a screenshot: PNG of 8 bits a channel, RGB or RGBA, not interlaced, which is what Chromium writes.
import zlib from 'node:zlib';

function paeth(a, b, c) {
  const p = a + b - c, pa = Math.abs(p - a), pb = Math.abs(p - b), pc = Math.abs(p - c);
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

// PNG specification, 9.2: what is added to a byte, from its neighbours to the left, above, and above to the left.
const PREDICTORS = [() => 0, a => a, (a, b) => b, (a, b) => (a + b) >> 1, paeth];

export function pixels(png) {
  const width = png.readUInt32BE(16), height = png.readUInt32BE(20), channels = { 2: 3, 6: 4 }[png[25]];
  if (png[24] !== 8 || !channels || png[28] !== 0) throw new Error('a PNG of another kind');
  const parts = [];
  for (let at = 8; at + 8 < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const raw = zlib.inflateSync(Buffer.concat(parts)), stride = width * channels, out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const predict = PREDICTORS[raw[y * (stride + 1)]];
    for (let x = 0, i = y * stride; x < stride; x++, i++) {
      const left = x >= channels, up = y > 0;
      out[i] = raw[y * (stride + 1) + 1 + x] + predict(left ? out[i - channels] : 0, up ? out[i - stride] : 0,
        left && up ? out[i - stride - channels] : 0);
    }
  }
  return { width, height, channels, data: out };
}

// How many pixels differ; all of them if the sizes do.
export function difference(one, other) {
  if (one.equals(other)) return 0;
  const a = pixels(one), b = pixels(other);
  if (a.width !== b.width || a.height !== b.height || a.channels !== b.channels) return a.width * a.height;
  let count = 0;
  for (let i = 0; i < a.data.length; i += a.channels) {
    if (a.data.compare(b.data, i, i + a.channels, i, i + a.channels) !== 0) count++;
  }
  return count;
}
