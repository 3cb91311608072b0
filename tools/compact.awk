# Makes JavaScript short: comments and white space go, and every name that the script declares becomes a letter or two.
#
#   LC_ALL=C awk -f tools/compact.awk engine/page/gate.js
#
# It is for sources that are written for it, in ES5: a '/' that opens no comment opens a regular expression (there is no division),
# every statement ends in ';' or '}', and one name is one thing all over the file, whatever declares it. t/85-gate.t compares what
# comes out with what went in, by a parser. Nothing here depends on which awk it is.

# Goes on to the end of a string or regular expression that is opened at s[i]; returns where it ends.
function closing(s, i, mark,    c, in_class) {
    for (i++; (c = substr(s, i, 1)) != ""; i++) {
        if (c == "\\")
            i++
        else if (mark == "/" && c == "[")
            in_class = 1
        else if (mark == "/" && c == "]")
            in_class = 0
        else if (c == mark && !in_class)
            return i
    }
    return i
}

function is_word(c) {
    return c != "" && index("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$", c) > 0
}

function declare(name) {
    if (!(name in known)) {
        known[name] = ++names
        list[names] = name
        times[names] = 0
    }
}

# Cuts the text into tok[1 .. n].
function cut(s,    i, c, to) {
    for (i = 1; (c = substr(s, i, 1)) != ""; i = to + 1) {
        to = i
        if (c == " " || c == "\n" || c == "\t")
            continue
        if (c == "/" && substr(s, i + 1, 1) == "*") {
            to = i + 1 + index(substr(s, i + 2), "*/") + 1
            continue
        }
        if (c == "'" || c == "\"" || c == "/")
            to = closing(s, i, c)
        if (c == "/" || is_word(c)) # with a regular expression's flags
            while (is_word(substr(s, to + 1, 1)))
                to++
        tok[++n] = substr(s, i, to - i + 1)
    }
}

# Finds the names that are declared: by var (to the ';' that ends it), by function, and as parameters.
function find_names(    i, t, depth, vars) {
    for (i = 1; i <= n; i++) {
        t = tok[i]
        if (t == "(" || t == "[" || t == "{")
            depth++
        else if (t == ")" || t == "]" || t == "}")
            depth--
        if (t == "var") {
            at[++vars] = depth
            declare(tok[i + 1])
        } else if (vars > 0 && depth < at[vars] || vars > 0 && t == ";" && depth == at[vars]) {
            vars--
        } else if (vars > 0 && t == "," && depth == at[vars]) {
            declare(tok[i + 1])
        } else if (t == "function" || t == "catch") {
            if (is_word(substr(tok[i + 1], 1, 1)))
                declare(tok[++i])
            for (i++; tok[i] != ")"; i++)
                if (is_word(substr(tok[i], 1, 1)))
                    declare(tok[i])
        }
    }
}

# Whether tok[i] stands for what was declared, and is no property's name.
function is_ours(i) {
    return tok[i] in known && tok[i - 1] != "." && !(tok[i + 1] == ":" && (tok[i - 1] == "{" || tok[i - 1] == ","))
}

# The names that are used most get the shortest, in the order of their first use.
function shorten(    i, k, best, letters, short) {
    for (i = 1; i <= n; i++) {
        if (is_ours(i))
            times[known[tok[i]]]++
        else
            taken[tok[i]] = 1
    }
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    for (k = 0; names > 0; k++) {
        short = k < 52 ? substr(letters, k + 1, 1) : substr(letters, int(k / 52), 1) substr(letters, k % 52 + 1, 1)
        if (short in taken)
            continue
        best = 0
        for (i = 1; i in list; i++)
            if (!(i in given) && (!best || times[i] > times[best]))
                best = i
        if (!best)
            return
        given[best] = short
    }
}

{ source = source $0 "\n" }

END {
    cut(source)
    find_names()
    shorten()
    for (i = 1; i <= n; i++) {
        t = is_ours(i) ? given[known[tok[i]]] : tok[i]
        if (t == ";" && tok[i + 1] == "}")
            continue
        out = out (is_word(substr(t, 1, 1)) && is_word(substr(out, length(out), 1)) ? " " : "") t
    }
    printf "%s", out
}
