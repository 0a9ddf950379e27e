// One attempt from its claim to its result.
#pragma once

#include "order.h"

/// Runs an attempt; tells `caller` whether it could be claimed and closes it then. Never returns.
_Noreturn void supervise(const struct order *order, int caller);
