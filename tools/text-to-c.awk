# Makes the C source of engine/page/xp_gate.h's text: an array of characters, for C99 promises only 4,095 bytes of a string.
#
#   LC_ALL=C awk -f tools/text-to-c.awk build/gen/gate.js

BEGIN {
    print "/* Made from engine/page/gate.js by tools/compact.awk and tools/text-to-c.awk. */"
    print "#include \"engine/page/xp_gate.h\"\n"
    print "const char xp_gate_text[] = {"
}

{
    for (i = 1; i <= length($0); i++) {
        c = substr($0, i, 1)
        line = line (c == "'" || c == "\\" ? "'\\" c "'," : "'" c "',")
        if (i % 24 == 0) {
            print "    " line
            line = ""
        }
    }
}

END {
    print "    " line "'\\0'"
    print "};\n\nconst size_t xp_gate_len = sizeof xp_gate_text - 1;"
}
