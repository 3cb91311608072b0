# Makes the C source of engine/page/xp_gate.h's texts: arrays of characters, for C99 promises only 4,095 bytes of a string. A file of one line
# becomes xp_NAME_text and xp_NAME_len.
#
#   LC_ALL=C awk -f tools/text-to-c.awk build/gen/gate.js build/gen/hold.js

BEGIN {
    print "/* Made from engine/page/gate.js and hold.js by tools/compact.awk and tools/text-to-c.awk. */"
    print "#include \"engine/page/xp_gate.h\""
}

{
    name = FILENAME
    gsub(/^.*\/|\.js$/, "", name)
    print "\nconst char xp_" name "_text[] = {"
    line = ""
    for (i = 1; i <= length($0); i++) {
        c = substr($0, i, 1)
        line = line (c == "'" || c == "\\" ? "'\\" c "'," : "'" c "',")
        if (i % 24 == 0) {
            print "    " line
            line = ""
        }
    }
    print "    " line "'\\0'"
    print "};\n\nconst size_t xp_" name "_len = sizeof xp_" name "_text - 1;"
}
