/* See xp_items.h. */
#include "xp_items.h"

static bool has(const xp_items *items, int item)
{
    for (int i = 0; i < items->n; i++)
        if (items->of[i] == item)
            return true;
    return false;
}

int xp_items_vendor(const xp_items *items, const xp_rules *rules, int number)
{
    int item = items->of[number];

    return item < 0 ? ~item : xp_rules_row(rules, item).vendor;
}

/* Rows become their vendors. */
static void widen(xp_items *items, const xp_rules *rules)
{
    int n = items->n;

    items->n = 0;
    for (int i = 0; i < n; i++) {
        int vendor = ~xp_items_vendor(items, rules, i);

        if (!has(items, vendor))
            items->of[items->n++] = (int16_t)vendor;
    }
}

static void add(xp_items *items, const xp_rules *rules, int item, int vendor)
{
    if (items->all || has(items, item) || has(items, ~vendor))
        return;
    if (items->n == XP_ITEMS_MAX) {
        widen(items, rules);
        item = ~vendor;
        if (has(items, item))
            return;
    }
    if (items->n == XP_ITEMS_MAX)
        items->all = true;
    else
        items->of[items->n++] = (int16_t)item;
}

void xp_items_add(xp_items *items, const xp_rules *rules, int row)
{
    int vendor = xp_rules_row(rules, row).vendor;

    add(items, rules, items->module || row > INT16_MAX ? ~vendor : row, vendor);
}

void xp_items_add_vendor(xp_items *items, const xp_rules *rules, int vendor)
{
    add(items, rules, ~vendor, vendor);
}

/* Whole vendors as runs, for the texts of neighbours lie one behind the other. */
static int write_all(const xp_rules *rules, const xp_vendor_set *set, xp_piece *pieces)
{
    bool in_run = false;
    int n = 0;

    for (int v = 0; v < xp_rules_vendors(rules); v++) {
        size_t len;
        const char *text = xp_rules_gates(rules, v, &len);

        if (!xp_set_has(set, v)) {
            in_run = false;
        } else if (in_run) {
            pieces[n - 1].len += len;
        } else {
            pieces[n++] = (xp_piece){ text, len };
            in_run = true;
        }
    }
    return n;
}

int xp_items_write(const xp_items *items, const xp_rules *rules, const xp_vendor_set *set, xp_piece *pieces)
{
    if (items->all)
        return write_all(rules, set, pieces);
    for (int i = 0; i < items->n; i++) {
        int item = items->of[i];

        pieces[i].text =
            item < 0 ? xp_rules_gates(rules, ~item, &pieces[i].len) : xp_rules_gated_row(rules, item, &pieces[i].len);
    }
    return items->n;
}
