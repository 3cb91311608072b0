/* The catalogue, printed: see xp_list.h. */
#include "xp_list.h"

#include <stdio.h>
#include <string.h>

#include "../engine/xp_scan.h"
#include "xp_out.h"

enum { LONGEST_LINE = 16384 }; /* a stub of 4,096 bytes with a backslash before each */

void xp_list_vendors(void)
{
    xp_vendor_set on = { { 0 } };

    xp_catalogue_default(&on);
    for (size_t i = 0; i < xp_vendors_count; i++)
        printf("%-28s %-10s %-3s %s %s\n", xp_vendors[i].name, xp_catalogue_class((int)xp_vendors[i].cls),
               xp_set_has(&on, (int)i) ? "on" : "off", xp_vendors[i].checked, xp_vendors[i].source);
}

void xp_list_as_json(void)
{
    xp_vendor_set on = { { 0 } };

    xp_catalogue_default(&on);
    printf("{\"version\": \"%s\", \"catalogue\": \"%s\", \"vendors\": [", xp_version, xp_vendors_month);
    for (size_t i = 0; i < xp_vendors_count; i++) {
        fputs(i ? ",\n  {" : "\n  {", stdout);
        xp_out_json_name(xp_vendors[i].name);
        xp_out_json_string("class", xp_catalogue_class((int)xp_vendors[i].cls));
        printf(", \"default\": %s", xp_set_has(&on, (int)i) ? "true" : "false");
        xp_out_json_string("checked", xp_vendors[i].checked);
        xp_out_json_string("source", xp_vendors[i].source);
        putchar('}');
    }
    puts("\n]}");
}

void xp_list_release(void)
{
    printf("xpurpose-explain (mod_xpurpose) %s\nCatalogue of %s, %zu vendors.\nApache License 2.0; without warranty.\n",
           xp_version, xp_vendors_month, xp_vendors_count);
}

void xp_list_release_as_json(void)
{
    printf("{\"version\": \"%s\", \"catalogue\": \"%s\"", xp_version, xp_vendors_month);
    xp_out_json_number("vendors", xp_vendors_count);
    xp_out_json_number("rows", xp_patterns_count);
    puts("}");
}

static const char ABOUT_CONF[] =
    "# mod_xpurpose's catalogue of %s as directives, printed by xpurpose-explain %s --list=conf: %zu vendors, %zu "
    "rows.\n"
    "#\n"
    "# To use it in place of the one that a module was built with:\n"
    "#     Include conf/xpurpose-catalogue.conf\n"
    "# before the lines that name its vendors in XPurposeVendors.\n"
    "#\n"
    "# None leaves out what is compiled in, so that rows which this catalogue has dropped are gone, too. Without it "
    "these rows\n"
    "# come to the compiled-in ones, and what is not to hold is taken away one by one: XPurposeVendor name -url "
    "pattern.\n"
    "# The site's own XPurposeVendor lines hold as before: rows they take away stay away, rows they add are there. "
    "Where\n"
    "# such a line says something else of one of these patterns, the line that stands last holds.\n"
    "#\n"
    "# A module that does not know what a line says refuses it: take the list from a release that is no older than the "
    "module,\n"
    "# and try it with httpd -t. What is in force then, httpd -t -D DUMP_XPURPOSE prints.\n"
    "\n"
    "XPurposeVendor None\n";

void xp_list_directives(void)
{
    const xp_pattern_row *row = xp_patterns, *end = row + xp_patterns_count;
    char line[LONGEST_LINE];

    printf(ABOUT_CONF, xp_vendors_month, xp_version, xp_vendors_count, xp_patterns_count);
    for (size_t i = 0; i < xp_vendors_count; i++) {
        printf("XPurposeVendor %s class %s\n", xp_vendors[i].name, xp_catalogue_class((int)xp_vendors[i].cls));
        for (; row < end && !strcmp(row->vendor, xp_vendors[i].name); row++) {
            size_t n = xp_catalogue_line(row, line, sizeof line);

            fwrite(line, 1, n < sizeof line ? n : sizeof line, stdout);
            putchar('\n');
        }
    }
}
