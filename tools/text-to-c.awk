# Makes a C source of texts: arrays of characters, for C99 promises only 4,095 bytes of a string. A file NAME.* becomes xp_NAME_text and
# xp_NAME_len, which the header declares.
#
#   LC_ALL=C awk -v header=engine/page/xp_gate.h -f tools/text-to-c.awk build/gen/gate.js build/gen/hold.js

function put(c)
{
    line = line (c == "'" || c == "\\" ? "'\\" c "'," : c == "\n" ? "'\\n'," : "'" c "',")
    if (++n % 24 == 0) {
        print "    " line
        line = ""
    }
}

function finish()
{
    print "    " line "'\\0'\n};\n\nconst size_t xp_" name "_len = sizeof xp_" name "_text - 1;"
}

BEGIN {
    print "/* Made by tools/text-to-c.awk. */\n#include \"" header "\""
}

FNR == 1 {
    if (name != "")
        finish()
    name = FILENAME
    gsub(/^.*\/|\.[a-z]+$/, "", name)
    print "\nconst char xp_" name "_text[] = {"
    line = ""
    n = 0
}

{
    if (FNR > 1)
        put("\n")
    for (i = 1; i <= length($0); i++)
        put(substr($0, i, 1))
}

END {
    finish()
}
