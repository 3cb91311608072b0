// Whose a request is, and what a library's script makes: [{ host, path, vendor }]. An owner's host is exact, or with a leading dot
// whatever ends so; its path is a beginning.

export const ends = (given, host) => given.startsWith('.') ? `.${host}`.endsWith(given) : given === host;

// Gives a function of host and path: the number of the first owner, or -1.
export const ownerAmong = owners => (host, path) =>
  owners.findIndex(o => ends(o.host, host) && (o.path === '/' || path.startsWith(o.path)));

// Runs in the page: every call, property and construction gives the like, and where a primitive is wanted, an empty string. Who
// waits for a callback gets it.
function define(names) {
  const target = function () {};
  const like = new Proxy(target, {
    get: (t, key) => key === Symbol.toPrimitive ? () => '' : typeof key === 'symbol' || key === 'then' ? undefined : t[key] ?? like,
    apply: (t, self, given) => {
      for (const options of given) if (typeof options?.hitCallback === 'function' && options !== like) setTimeout(options.hitCallback);
      return like;
    },
    construct: () => like,
  });
  for (const name of names) if (window[name] === undefined) window[name] = like;
}

// Gives a function of an owner's number: the script that makes its vendor's globals.
export const librariesOf = (owners, globals) => number => `(${define})(${JSON.stringify(globals[owners[number].vendor] || [])});`;
