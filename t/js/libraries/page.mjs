// What the pages have in common.
const signal = /ready\('([^']+)'\)/g;

export const document = (head, body) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<title>Chandlery</title>
${head}
</head>
<body>
<h1>Chandlery</h1>
${body}
</body>
</html>
`;

export const script = (text, attributes = '') => `<script${attributes && ` ${attributes}`}>\n${text}\n</script>`;

// A page: its name, what it is built with, and its files. Every signal that any of them (but for libraries, which are `shared`) can
// give is expected; `removes` says that elements of it are the vendor's and go, `unordered` that the site is asked by several at
// once, `hidden` that no script names its vendor, so that only a gate for all vendors can know.
export function page(name, what, files, { shared = {}, ...more } = {}) {
  const signals = [...new Set(Object.values(files).flatMap(text => [...text.matchAll(signal)].map(found => found[1])))];
  return { name, what, files: { ...files, ...shared }, signals, ...more };
}
