/* What a script that stays names, for the gate: rows of the catalogue, as few as tell it. */
#ifndef XP_ITEMS_H
#define XP_ITEMS_H

#include "../catalogue/xp_rules.h"
#include "xp_options.h"

enum {
    XP_ITEMS_MAX = 8,
    XP_ITEMS_PIECES = XP_VENDORS_MAX / 2 + 1 /* runs of vendors, if every second one is in a set */
};

/* Rows while they are few, then vendors while these are, then whatever may be removed. A script that names so many is a list of them. */
typedef struct {
    uint8_t n;
    bool all : 1;
    bool module : 1;          /* what it imports may ask for anything else of the vendor's */
    int16_t of[XP_ITEMS_MAX]; /* a row, or of a vendor the complement; so is a row that is too far behind */
} xp_items;

/* The vendor of the row `row` is named by it. */
void xp_items_add(xp_items *items, const xp_rules *rules, int row);

/* The vendor itself is named by it. */
void xp_items_add_vendor(xp_items *items, const xp_rules *rules, int vendor);

/* The vendor of the item with that number. */
int xp_items_vendor(const xp_items *items, const xp_rules *rules, int number);

/* Their texts, XP_ITEMS_PIECES at most, with a blank behind each. `set`: what `all` stands for. */
int xp_items_write(const xp_items *items, const xp_rules *rules, const xp_vendor_set *set, xp_piece *pieces);

#endif
