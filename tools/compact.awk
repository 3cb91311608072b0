# Makes JavaScript short: comments and white space go, and the names of variables, functions and parameters become letters.
#
#   LC_ALL=C awk -f tools/compact.awk engine/page/gate.js
#
# It is for sources that are written for it, in ES5: a '/' that opens no comment opens a regular expression (there is no division),
# every statement ends in ';' or '}', functions with a name are declarations, and what `catch` catches counts as a variable.
# t/85-gate.t compares what comes out with what went in, by a parser. Nothing here depends on which awk it is.

# Where the string or regular expression ends that s[i] opens.
function closing(s, i, mark,    c, in_class) {
    for (i++; (c = substr(s, i, 1)) != "" && (c != mark || in_class); i++) {
        if (c == "\\")
            i++
        else if (mark == "/" && c == "[")
            in_class = 1
        else if (c == "]")
            in_class = 0
    }
    return i
}

function is_word(c) {
    return c != "" && index("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$", c) > 0
}

# Cuts the text into tok[1 .. n].
function cut(s,    i, c, to) {
    for (i = 1; (c = substr(s, i, 1)) != ""; i = to + 1) {
        to = i
        if (c == " " || c == "\n")
            continue
        if (c == "/" && substr(s, i + 1, 1) == "*") {
            to = i + 3 + index(substr(s, i + 2), "*/") - 1
            continue
        }
        if (c == "'" || c == "/")
            to = closing(s, i, c)
        if (c == "/" || is_word(c)) # flags belong to their expression
            while (is_word(substr(s, to + 1, 1)))
                to++
        tok[++n] = substr(s, i, to - i + 1)
    }
}

function declare(scope, name) {
    if (!((scope, name) in slot))
        slot[scope, name] = size[scope]++
}

# Finds the functions, and what each declares; scope[i] is the function that tok[i] stands in, 0 the whole.
function find_names(    i, t, s, depth, opened, lists, list_at) {
    for (i = 1; i <= n; i++) {
        t = tok[i]
        scope[i] = s
        if (t == "(" || t == "[" || t == "{") {
            depth++
        } else if (t == ")" || t == "]" || t == "}") {
            depth--
            while (lists && depth < list_at[lists])
                lists--
            if (s && t == "}" && depth == opened[s])
                s = above[s]
        } else if (t == "var") {
            list_at[++lists] = depth
            declare(s, tok[i + 1])
        } else if (t == ";" && lists && depth == list_at[lists]) {
            lists--
        } else if (t == "," && lists && depth == list_at[lists]) {
            declare(s, tok[i + 1])
        } else if (t == "catch") {
            declare(s, tok[i + 2])
        } else if (t == "function") {
            if (tok[i + 1] != "(") {
                declare(s, tok[++i])
                scope[i] = s
            }
            above[++scopes] = s
            opened[s = scopes] = depth
            for (i++; tok[i] != ")"; i++) {
                scope[i] = s
                if (is_word(substr(tok[i], 1, 1)))
                    declare(s, tok[i])
            }
        }
    }
}

# Letters begin anew in each function that has none inside; the others' follow on those of the functions inside them. So most
# functions have the same letters, and those are the ones that words are made of: gzip likes both.
function find_letters(    s) {
    for (s = scopes; s > 0; s--)
        if (base[above[s]] < base[s] + size[s])
            base[above[s]] = base[s] + size[s]
}

# The letter of what tok[i] stands for; "" if the script does not declare it, or it is a property's name.
function short(i,    s, k) {
    if (tok[i - 1] == "." || tok[i + 1] == ":" && (tok[i - 1] == "{" || tok[i - 1] == ","))
        return ""
    for (s = scope[i]; s && !((s, tok[i]) in slot); s = above[s])
        ;
    if (!s)
        return ""
    k = base[s] + slot[s, tok[i]]
    return (k < 52 ? "" : k < 104 ? "_" : "$") substr("enrtiasoludcfhpmgvbywkxjqzETNRISOUAFLCHPDVMGYBWKXJQZ", k % 52 + 1, 1)
}

{ source = source $0 "\n" }

END {
    cut(source)
    find_names()
    find_letters()
    for (i = 1; i <= n; i++) {
        t = short(i)
        if (t == "")
            t = tok[i]
        if (t != ";" || tok[i + 1] != "}")
            out = out (is_word(substr(t, 1, 1)) && is_word(substr(out, length(out), 1)) ? " " : "") t
    }
    printf "%s", out
}
