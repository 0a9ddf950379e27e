// CNcurses: ncurses as Swift can see it.
//
// What the library has as macros, mutable globals and functions with varargs is here as functions and constants with the
// prefix nc_. Read first: nc_blank, nc_write_row, nc_define_keys. Only the target Terminal imports it.
//
// Invariants: nothing here keeps state of its own; nothing decides anything that Terminal could decide.
//
// It is a system library without pkgConfig: pkg-config names flags that SwiftPM refuses with a warning on every build, so
// the module map names the libraries. A system library has no documentation page of its own; this is it.
#pragma once

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1

#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <wchar.h>

// term.h names capabilities by short macros that get in everybody's way.
#undef lines
#undef columns

static const attr_t nc_bold = A_BOLD;
static const attr_t nc_dim = A_DIM;
static const attr_t nc_italic = A_ITALIC;
static const attr_t nc_underline = A_UNDERLINE;
static const attr_t nc_reverse = A_REVERSE;

// Far above the codes from KEY_MAX on that ncurses gives to keys which only some terminals have.
static const int nc_key_paste_start = KEY_MAX + 0x1000;
static const int nc_key_paste_end = KEY_MAX + 0x1001;

static inline WINDOW *nc_screen(void) { return stdscr; }
static inline int nc_rows(void) { return LINES; }
static inline int nc_columns(void) { return COLS; }
static inline int nc_colors(void) { return COLORS; }

/// An empty character cell with attributes and a colour pair; others in the same look are made of it.
static inline cchar_t nc_blank(attr_t attributes, int pair) {
    cchar_t cell;
    memset(&cell, 0, sizeof cell);
    setcchar(&cell, L" ", attributes, 0, &pair);
    return cell;
}

/// A cell in the same look with a character that has no marks.
static inline cchar_t nc_letter(cchar_t look, wchar_t letter) {
    look.chars[0] = letter;
    return look;
}

/// A cell in the same look with a base and its combining marks, ended by a zero; marks that it has no room for are left
/// out.
static inline cchar_t nc_cell(cchar_t look, const wchar_t *text) {
    for (size_t place = 0; place < CCHARW_MAX && text[place]; place++) look.chars[place] = text[place];
    return look;
}

static inline int nc_write_row(int row, int column, const cchar_t *cells, int count) {
    return mvwadd_wchnstr(stdscr, row, column, cells, count);
}

/// Makes the marks round pasted text keys of their own, and knows the cursor keys in the form that terminals use which
/// do not heed the keypad mode.
static inline void nc_define_keys(void) {
    define_key("\033[200~", nc_key_paste_start);
    define_key("\033[201~", nc_key_paste_end);
    define_key("\033[A", KEY_UP);
    define_key("\033[B", KEY_DOWN);
    define_key("\033[C", KEY_RIGHT);
    define_key("\033[D", KEY_LEFT);
    define_key("\033[H", KEY_HOME);
    define_key("\033[F", KEY_END);
    define_key("\033[Z", KEY_BTAB);
    define_key("\033[1~", KEY_HOME);
    define_key("\033[4~", KEY_END);
}

// Hidden by <wchar.h> in the mode that ncurses needs.
extern int wcwidth(wchar_t character);

/// Columns that ncurses gives a character, negative for one that it does not show.
static inline int nc_width(wchar_t character) { return wcwidth(character); }

/// True when the language setting of the process can show every character; sets one that can when it cannot.
static inline bool nc_use_locale(void) {
    setlocale(LC_ALL, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
    return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

/// A capability of the terminal without its padding marks; returns its length, 0 when there is none.
static inline int nc_capability(const char *name, char *bytes, int room) {
    const char *text = tigetstr((char *)name);
    int length = 0;
    if (text == NULL || text == (const char *)-1) return 0;
    while (*text && length < room) {
        const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
        if (end) {
            text = end + 1;
            continue;
        }
        bytes[length++] = *text++;
    }
    return length;
}

/// True when the terminal's description has a yes-or-no capability.
static inline bool nc_flag(const char *name) { return tigetflag((char *)name) > 0; }

/// The size that the terminal behind a descriptor has now; false when it does not know.
static inline bool nc_size(int descriptor, int *rows, int *columns) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return true;
}
