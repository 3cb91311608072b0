/* Reports: see xp_report.h.
 *
 * The document is {"files": [...]}, and each file {"name": ..., "reports": [...], ...}, whose members are written as they come. In JSON a byte
 * that is part of no UTF-8 (a page or a file's name may be in any charset) is U+FFFD, as browsers show it; control characters are escaped.
 */
#include "xp_report.h"

#include <stdio.h>
#include <string.h>

/* ---- JSON ----------------------------------------------------------------------------------------------------------------- */

/* How many bytes at `p` are one character in UTF-8 (Unicode 16, table 3-7); 0: none are. */
static size_t character(const unsigned char *p, size_t n)
{
    size_t len = p[0] < 0x80                   ? 1
                 : p[0] >= 0xC2 && p[0] < 0xE0 ? 2
                 : (p[0] & 0xF0) == 0xE0       ? 3
                 : p[0] >= 0xF0 && p[0] < 0xF5 ? 4
                                               : 0;

    if (len > n || (len > 2 && ((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F) ||
                                (p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F))))
        return 0;
    for (size_t i = 1; i < len; i++)
        if ((p[i] & 0xC0) != 0x80)
            return 0;
    return len;
}

static void json_text(const char *text, size_t n)
{
    const unsigned char *p = (const unsigned char *)text;

    putchar('"');
    for (size_t i = 0, len; i < n; i += len ? len : 1) {
        len = character(p + i, n - i);
        if (len == 0)
            fputs("\\ufffd", stdout);
        else if (p[i] < ' ' || p[i] == 0x7F)
            printf("\\u%04x", (unsigned)p[i]);
        else if (p[i] == '"' || p[i] == '\\')
            printf("\\%c", p[i]);
        else
            fwrite(p + i, 1, len, stdout);
    }
    putchar('"');
}

static void json_key(const char *key)
{
    printf(", \"%s\": ", key);
}

/* The text, or null. */
static void json_string(const char *key, const char *text)
{
    json_key(key);
    if (text)
        json_text(text, strlen(text));
    else
        fputs("null", stdout);
}

static void json_number(const char *key, uint64_t n)
{
    json_key(key);
    printf("%llu", (unsigned long long)n);
}

static void json_item(xp_report *report, const char *what, xp_place place)
{
    printf("%s\n      {\"what\": \"%s\", \"line\": %llu, \"column\": %llu", report->items++ ? "," : "", what,
           (unsigned long long)place.line, (unsigned long long)place.column);
}

/* ---- Files ----------------------------------------------------------------------------------------------------------------- */

void xp_report_begin(xp_report *report)
{
    if (report->json)
        fputs("{\"files\": [", stdout);
}

void xp_report_file(xp_report *report, const char *name)
{
    report->file = name;
    report->items = 0;
    if (!report->json)
        return;
    printf("%s\n  {\"name\": ", report->files++ ? "," : "");
    json_text(name, strlen(name));
    fputs(", \"reports\": [", stdout);
}

void xp_report_end(xp_report *report)
{
    if (report->json)
        puts("\n]}");
}

static void print_place(const xp_report *report, xp_place place)
{
    printf("%s:%llu:%llu: ", report->file, (unsigned long long)place.line, (unsigned long long)place.column);
}

/* ---- Edits ----------------------------------------------------------------------------------------------------------------- */

/* What is put in before an element that stays may be stubs only; the gate bears its name where they bear their vendor's. A held page
 * has no stubs. */
static const char *form_name(const xp_report *report, const xp_edit *edit)
{
    bool has_gate = edit->form != XP_FORM_GATE;

    if (report->hold && !has_gate)
        return "hold";
    for (int i = 0; !has_gate && i < edit->npieces; i++)
        has_gate = edit->pieces[i].len == 4 && !memcmp(edit->pieces[i].text, "gate", 4);
    return has_gate ? xp_form_name(edit->form) : "stub";
}

/* The items stand between the two ends of the attribute, with a blank behind each. */
static void print_items(const xp_edit *edit, bool json)
{
    const char *between = "";

    for (int i = 1; i < edit->npieces - 1; i++) {
        const char *item = edit->pieces[i].text, *end = item + edit->pieces[i].len;

        for (size_t n; item < end; item += n + 1) {
            const char *blank = memchr(item, ' ', (size_t)(end - item));

            n = (size_t)((blank ? blank : end) - item);
            fputs(between, stdout);
            if (json)
                json_text(item, n);
            else
                fwrite(item, 1, n, stdout);
            between = json ? ", " : " ";
        }
    }
}

static void edit_as_json(xp_report *report, xp_place place, const xp_edit *edit, uint64_t bytes)
{
    static const char *const WHAT[] = { [XP_FORM_GATE] = "inserted",
                                        [XP_FORM_GATED] = "gated",
                                        [XP_FORM_SET_ASIDE] = "set aside",
                                        [XP_FORM_HELD] = "held" };
    bool removes = xp_form_removes(edit->form), gated = edit->form == XP_FORM_GATED;

    json_item(report, removes ? "removed" : WHAT[edit->form], place);
    json_string("vendor", xp_rules_name(report->rules, edit->vendor));
    json_string("form", form_name(report, edit));
    json_number("offset", edit->from);
    json_number(removes ? "bytes" : "bytes_put_in", bytes);
    if (gated) {
        json_key("items");
        putchar('[');
        print_items(edit, true);
        putchar(']');
    } else if (edit->form != XP_FORM_GATE) {
        json_string("pattern", edit->pattern);
    }
    putchar('}');
}

void xp_report_edit(xp_report *report, xp_place place, const xp_edit *edit)
{
    bool removes = xp_form_removes(edit->form);
    uint64_t bytes = edit->to - edit->from;

    for (int i = 0; !removes && i < edit->npieces; i++)
        bytes += edit->pieces[i].len;
    if (report->json) {
        edit_as_json(report, place, edit, bytes);
        return;
    }
    print_place(report, place);
    printf("%s, %s", edit->vendor < 0 ? "all vendors" : xp_rules_name(report->rules, edit->vendor),
           form_name(report, edit));
    if (edit->form == XP_FORM_GATED) {
        fputs(", items \"", stdout);
        print_items(edit, false);
        puts("\"");
        return;
    }
    printf(", %llu bytes%s", (unsigned long long)bytes, removes ? "" : " put in");
    if (edit->form != XP_FORM_GATE)
        printf(", pattern %s", edit->pattern);
    putchar('\n');
}

/* ---- What nearly went --------------------------------------------------------------------------------------------------------- */

void xp_report_missed(xp_report *report, xp_place place, const xp_missed *missed)
{
    const char *vendor = xp_rules_name(report->rules, missed->vendor);

    if (!report->json) {
        print_place(report, place);
        printf("%s, %s: %s, %s: %s", vendor ? vendor : "nobody known", missed->what, missed->element, missed->reason,
               missed->says);
        if (missed->has_at)
            printf(", at %llu:%llu", (unsigned long long)missed->at.line, (unsigned long long)missed->at.column);
        putchar('\n');
        if (*missed->directive)
            printf("    %s\n", missed->directive);
        return;
    }
    json_item(report, missed->what, place);
    json_string("vendor", vendor);
    json_string("element", missed->element);
    json_string("reason", missed->reason);
    json_string("says", missed->says);
    json_string("pattern", missed->pattern);
    if (missed->has_at)
        printf(", \"at\": {\"line\": %llu, \"column\": %llu}", (unsigned long long)missed->at.line,
               (unsigned long long)missed->at.column);
    json_string("directive", *missed->directive ? missed->directive : NULL);
    putchar('}');
}

/* ---- The page as a whole ------------------------------------------------------------------------------------------------------- */

/* What stays although it sends hits, and why. */
static const char *const WHY_LEFT[XP_LEFT_REASONS] = { [XP_LEFT_CHARSET] = "charset", [XP_LEFT_CSP] = "csp" };

static const char *const REASON[] = { NULL, "ambiguous", "charset", "not-html", "fragment" };

static void summary_as_json(const xp_report *report, const xp_summary *summary)
{
    const char *comma = "";

    printf("%s]", report->items ? "\n    " : "");
    json_number("bytes", summary->bytes);
    json_number("removed", summary->removed);
    json_number("bytes_removed", summary->cut);
    json_number("gated", summary->gated);
    json_number("held", summary->held);
    json_key("vendors");
    putchar('[');
    for (int i = 0; xp_rules_name(report->rules, i); i++)
        if (xp_set_has(summary->vendors, i)) {
            printf("%s\"%s\"", comma, xp_rules_name(report->rules, i));
            comma = ", ";
        }
    putchar(']');
    json_number("hold_limit", xp_scan_hold_limit_hits(summary->scan));
    for (int why = 0; why < XP_LEFT_REASONS; why++) {
        char key[32];

        snprintf(key, sizeof key, "left_for_%s", WHY_LEFT[why]);
        json_number(key, xp_scan_left(summary->scan, (xp_left)why));
    }
    json_string("not_judged", REASON[xp_scan_reason(summary->scan)]);
    printf(", \"fragment\": %s}", xp_scan_is_fragment(summary->scan) ? "true" : "false");
}

static void print_left(const xp_scan *scan)
{
    for (int why = 0; why < XP_LEFT_REASONS; why++)
        if (xp_scan_left(scan, (xp_left)why))
            printf("; %s: %u left", WHY_LEFT[why], xp_scan_left(scan, (xp_left)why));
}

void xp_report_summary(xp_report *report, const xp_summary *summary)
{
    static const char *const REST[] = { NULL, "the rest of the page was not judged",
                                        "the rest of the page was not judged", "it begins as data or a script does",
                                        "it does not begin as a document does" };
    xp_reason reason = xp_scan_reason(summary->scan);
    unsigned longer = xp_scan_hold_limit_hits(summary->scan);
    const char *comma = "; vendors: ";

    if (report->json) {
        summary_as_json(report, summary);
        return;
    }
    if (report->hold)
        printf("%s: %llu held", report->file, (unsigned long long)summary->held);
    else
        printf("%s: %llu removed (%llu of %llu bytes)", report->file, (unsigned long long)summary->removed,
               (unsigned long long)summary->cut, (unsigned long long)summary->bytes);
    if (summary->gated)
        printf(", %llu gated", (unsigned long long)summary->gated);
    for (int i = 0; xp_rules_name(report->rules, i); i++)
        if (xp_set_has(summary->vendors, i)) {
            printf("%s%s", comma, xp_rules_name(report->rules, i));
            comma = ", ";
        }
    if (longer)
        printf("; hold-limit: %u passed", longer);
    print_left(summary->scan);
    if (REASON[reason])
        printf("; %s: %s", REASON[reason], REST[reason]);
    if (xp_scan_is_fragment(summary->scan))
        printf("; part of a table: no stubs");
    putchar('\n');
}

void xp_report_trouble(xp_report *report, const char *trouble)
{
    fprintf(stderr, "xpurpose-explain: %s: %s\n", report->file, trouble);
    if (!report->json)
        return;
    printf("%s]", report->items ? "\n    " : "");
    json_string("trouble", trouble);
    putchar('}');
}
