// What a page has come to, one line a node, with what is ours taken away. Runs in a world of its own in the page, where no library
// has changed what the DOM's methods do, and must therefore stand on its own.
//
// A gated script keeps its address and has a type that nothing runs; other elements never get the address. Both, the type and the address,
// are left out. With `removes`, whole elements that ask vendors' hosts are left out as well, and those that the page marks as the vendor's.
export function picture(hosts, removes) {
  const foreign = url => {
    try {
      return hosts.includes(new URL(url, document.baseURI).hostname);
    } catch {
      return false;
    }
  };
  const addresses = ['src', 'href', 'srcset', 'data'];
  const ours = node => node.nodeType === Node.COMMENT_NODE ? node.data.startsWith('xpurpose: ')
    : node.nodeType === Node.ELEMENT_NODE && node.hasAttribute('data-xpurpose');
  const vendors = node => removes && node.nodeType === Node.ELEMENT_NODE
    && (node.hasAttribute('data-vendor') || addresses.some(name => node.hasAttribute(name) && foreign(node.getAttribute(name))));
  const shown = (element, { name, value }) => {
    if (name.startsWith('data-xpurpose') || value.startsWith('xpurpose/')) return '';
    if (name === 'type' && element.localName === 'script' && foreign(element.getAttribute('src'))) return '';
    if (element.localName !== 'script' && addresses.includes(name) && foreign(value)) return '';
    return ` ${name}=${JSON.stringify(name === 'nonce' ? '' : value)}`;
  };
  const lines = [];
  const add = (node, depth) => {
    if (ours(node) || vendors(node)) return;
    const indent = ' '.repeat(depth);
    if (node.nodeType === Node.ELEMENT_NODE) {
      lines.push(`${indent}<${node.localName}${[...node.attributes].map(a => shown(node, a)).join('')}>`);
    } else lines.push(`${indent}${node.nodeName} ${JSON.stringify(node.nodeValue)}`);
    for (const inside of [node.shadowRoot, node.content, node]) for (const child of inside?.childNodes || []) add(child, depth + 1);
  };
  add(document, 0);
  return lines;
}
