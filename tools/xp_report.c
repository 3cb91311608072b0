/* Reports: see xp_report.h.
 *
 * The document is {"files": [...]}, and each file {"name": ..., "reports": [...], ...}, whose members are written as they come.
 */
#include "xp_report.h"

#include <stdio.h>
#include <string.h>

#include "xp_out.h"

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
    printf("%s\n  {", report->files++ ? "," : "");
    xp_out_json_name(name);
    fputs(", \"reports\": [", stdout);
}

void xp_report_end(xp_report *report)
{
    if (report->json)
        puts("\n]}");
}

static void print_place(const xp_report *report, xp_place place)
{
    xp_out_string(stdout, report->file);
    printf(":%llu:%llu: ", (unsigned long long)place.line, (unsigned long long)place.column);
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

/* The items stand between the two ends of the attribute, with a blank behind each. In a held page another attribute may follow. */
static void print_items(const xp_edit *edit, bool json)
{
    const char *between = "";

    for (int i = 1; i < edit->npieces && !(edit->pieces[i].len && edit->pieces[i].text[0] == '"'); i++) {
        const char *item = edit->pieces[i].text, *end = item + edit->pieces[i].len;

        for (size_t n; item < end; item += n + 1) {
            const char *blank = memchr(item, ' ', (size_t)(end - item));

            n = (size_t)((blank ? blank : end) - item);
            fputs(between, stdout);
            if (json)
                xp_out_json(item, n);
            else
                xp_out_text(stdout, item, n);
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
    xp_out_json_string("vendor", xp_rules_name(report->rules, edit->vendor));
    xp_out_json_string("form", form_name(report, edit));
    xp_out_json_number("offset", edit->from);
    xp_out_json_number(removes ? "bytes" : "bytes_put_in", bytes);
    if (gated) {
        xp_out_json_key("items");
        putchar('[');
        print_items(edit, true);
        putchar(']');
    } else if (edit->form != XP_FORM_GATE) {
        xp_out_json_string("pattern", edit->pattern);
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

static void print_below(const char *what, const char *text)
{
    if (!*text)
        return;
    printf("    %s", what);
    xp_out_string(stdout, text);
    putchar('\n');
}

void xp_report_missed(xp_report *report, xp_place place, const xp_missed *missed)
{
    const char *vendor = xp_rules_name(report->rules, missed->vendor);

    if (!report->json) {
        print_place(report, place);
        printf("%s, %s: %s, %s: ", vendor ? vendor : "nobody known", missed->what, missed->element,
               xp_report_why(missed->why));
        xp_out_string(stdout, missed->says);
        if (missed->has_at)
            printf(", at %llu:%llu", (unsigned long long)missed->at.line, (unsigned long long)missed->at.column);
        putchar('\n');
        print_below("", missed->directive);
        print_below("no line for that: ", missed->refused);
        return;
    }
    json_item(report, missed->what, place);
    xp_out_json_string("vendor", vendor);
    xp_out_json_string("element", missed->element);
    xp_out_json_string("reason", xp_report_why(missed->why));
    xp_out_json_string("says", missed->says);
    xp_out_json_string("pattern", missed->pattern);
    if (missed->has_at)
        printf(", \"at\": {\"line\": %llu, \"column\": %llu}", (unsigned long long)missed->at.line,
               (unsigned long long)missed->at.column);
    xp_out_json_string("directive", *missed->directive ? missed->directive : NULL);
    xp_out_json_string("refused", *missed->refused ? missed->refused : NULL);
    putchar('}');
}

/* ---- The page as a whole ------------------------------------------------------------------------------------------------------- */

const char *xp_report_why(xp_why why)
{
    static const char *const WHY[] = {
        [XP_WHY_CHARSET] = "charset", [XP_WHY_CSP] = "csp",         [XP_WHY_HOLD_LIMIT] = "hold-limit",
        [XP_WHY_OFF] = "off",         [XP_WHY_KEPT] = "kept",       [XP_WHY_MIXED] = "mixed",
        [XP_WHY_USE] = "use",         [XP_WHY_HANDLER] = "handler", [XP_WHY_PLACE] = "place",
        [XP_WHY_DOUBT] = "doubt",     [XP_WHY_TYPE] = "type",       [XP_WHY_MODULE] = "module",
        [XP_WHY_KNOWN] = "known",     [XP_WHY_ELEMENT] = "element", [XP_WHY_PROOF] = "proof",
        [XP_WHY_LOOKS] = "looks"
    };

    return WHY[why];
}

const char *xp_report_reason(xp_reason reason)
{
    static const char *const REASON[] = { NULL, "ambiguous", "charset", "not-html", "fragment" };

    return REASON[reason];
}

static void summary_as_json(const xp_report *report, const xp_found *found)
{
    const char *comma = "";

    printf("%s]", report->items ? "\n    " : "");
    xp_out_json_number("bytes", found->bytes);
    xp_out_json_number("removed", found->removed);
    xp_out_json_number("bytes_removed", found->cut);
    xp_out_json_number("gated", found->gated);
    xp_out_json_number("held", found->held);
    xp_out_json_key("vendors");
    putchar('[');
    for (int i = 0; xp_rules_name(report->rules, i); i++)
        if (xp_set_has(&found->vendors, i)) {
            printf("%s\"%s\"", comma, xp_rules_name(report->rules, i));
            comma = ", ";
        }
    putchar(']');
    xp_out_json_number("hold_limit", xp_scan_hold_limit_hits(found->scan));
    for (int why = 0; why < XP_LEFT_REASONS; why++) {
        char key[32];

        snprintf(key, sizeof key, "left_for_%s", xp_report_why((xp_why)why));
        xp_out_json_number(key, xp_scan_left(found->scan, (xp_left)why));
    }
    xp_out_json_string("not_judged", xp_report_reason(xp_scan_reason(found->scan)));
    printf(", \"fragment\": %s}", xp_scan_is_fragment(found->scan) ? "true" : "false");
}

static void print_left(const xp_scan *scan)
{
    for (int why = 0; why < XP_LEFT_REASONS; why++)
        if (xp_scan_left(scan, (xp_left)why))
            printf("; %s: %u left", xp_report_why((xp_why)why), xp_scan_left(scan, (xp_left)why));
}

void xp_report_summary(xp_report *report, const xp_found *found)
{
    static const char *const REST[] = { NULL, "the rest of the page was not judged",
                                        "the rest of the page was not judged", "it begins as data or a script does",
                                        "it does not begin as a document does" };
    xp_reason reason = xp_scan_reason(found->scan);
    unsigned longer = xp_scan_hold_limit_hits(found->scan);
    const char *comma = "; vendors: ";

    if (report->json) {
        summary_as_json(report, found);
        return;
    }
    xp_out_string(stdout, report->file);
    if (report->hold)
        printf(": %llu held", (unsigned long long)found->held);
    else
        printf(": %llu removed (%llu of %llu bytes)", (unsigned long long)found->removed,
               (unsigned long long)found->cut, (unsigned long long)found->bytes);
    if (found->gated)
        printf(", %llu gated", (unsigned long long)found->gated);
    for (int i = 0; xp_rules_name(report->rules, i); i++)
        if (xp_set_has(&found->vendors, i)) {
            printf("%s%s", comma, xp_rules_name(report->rules, i));
            comma = ", ";
        }
    if (longer)
        printf("; hold-limit: %u passed", longer);
    print_left(found->scan);
    if (reason != XP_REASON_NONE)
        printf("; %s: %s", xp_report_reason(reason), REST[reason]);
    if (xp_scan_is_fragment(found->scan))
        printf("; part of a table: no stubs");
    putchar('\n');
}

void xp_report_trouble(xp_report *report, const char *trouble)
{
    fputs("xpurpose-explain: ", stderr);
    xp_out_string(stderr, report->file);
    fprintf(stderr, ": %s\n", trouble);
    if (!report->json)
        return;
    printf("%s]", report->items ? "\n    " : "");
    xp_out_json_string("trouble", trouble);
    putchar('}');
}
