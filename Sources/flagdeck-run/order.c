#include "order.h"

#include <stdlib.h>
#include <string.h>

// A field is its tag, four bytes of length (little endian), the bytes and a NUL that the length does not count.
struct field {
    char tag;
    char *bytes;
    size_t length;
};

static bool next_field(char **position, char *end, struct field *field) {
    if (end - *position < 6) return false;
    unsigned char *head = (unsigned char *)*position;
    size_t length = head[1] | (size_t)head[2] << 8 | (size_t)head[3] << 16 | (size_t)head[4] << 24;
    char *bytes = *position + 5;
    if (length >= (size_t)(end - bytes) || bytes[length] != 0) return false;
    *field = (struct field){(char)head[0], bytes, length};
    *position = bytes + length + 1;
    return true;
}

static bool number(const char *text, int64_t *value) {
    char *end;
    long long parsed = strtoll(text, &end, 10);
    if (end == text || *end != 0 || parsed < 0) return false;
    *value = parsed;
    return true;
}

static bool take(struct order *order, const struct field *field) {
    switch (field->tag) {
        case 'i': order->id = field->bytes; return true;
        case 'd': order->directory = field->bytes; return true;
        case 'n': order->name = field->bytes; return strchr(field->bytes, '/') == NULL;
        case 's':
            order->script = field->bytes;
            order->script_length = field->length;
            return true;
        case 'e': order->extension = field->bytes; return strchr(field->bytes, '/') == NULL;
        case 'w': order->working_directory = field->bytes; return true;
        case 'c': order->container_id = field->bytes; return true;
        case 'C': order->container_name = field->bytes; return true;
        case 'r': order->container_runtime = field->bytes; return true;
        case 'u': order->username = field->bytes; return true;
        case 't': return number(field->bytes, &order->timeout_ms);
        case 'o': return number(field->bytes, &order->spool_limit);
        case 'm': order->ends_tree = strcmp(field->bytes, "ProcessTree") == 0; return true;
        case 'a':
        case 'p':
            if (order->word_count == MAX_ARGUMENTS) return false;
            order->words[order->word_count++] = (struct word){field->bytes, NULL};
            return true;
        case 'q':
            if (order->word_count == 0) return false;
            order->words[order->word_count - 1].suffix = field->bytes;
            return true;
        default: return false;
    }
}

bool order_parse(char *message, size_t length, struct order *order) {
    memset(order, 0, sizeof *order);
    char *position = message;
    char *end = message + length;
    struct field field;
    while (position < end) {
        if (!next_field(&position, end, &field) || !take(order, &field)) return false;
    }
    return order->id && order->directory && order->name && order->script && order->extension && order->timeout_ms > 0;
}
