// Walking to a directory.
#pragma once

#include <stdbool.h>

#include "file.h"

/// Opens a file's directory (O_PATH), making what is missing if `makes`. -1 with the outcome filled in.
int directory_open(const struct platform_file *file, bool makes, struct platform_file_outcome *outcome);
