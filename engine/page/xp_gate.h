#ifndef XP_GATE_H
#define XP_GATE_H
#include <stddef.h>
#define XP_GATE_HASH "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
static const char xp_gate_text[] = "GATE";
static const size_t xp_gate_len = 4;
#endif
