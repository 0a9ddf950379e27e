// The exclusive right to run an attempt.
#pragma once

#include <sys/types.h>

#include "place.h"

/// Takes the right to run an attempt and notes who took it: our process id and a word of the caller's, which is the name
/// of what has to be removed when we die.
///
/// The attempt's file was made by the service when it offered the attempt, and is empty until somebody takes it.
/// Returns a descriptor of it that must stay open as long as the supervisor lives: its lock tells others that we are
/// alive. Returns -1 with errno EEXIST when somebody else has or had the right, or the offer was taken back. On return
/// the claim survives a power cut.
int claim_take(const struct place *place, const char *word);

/// Notes the session of the script and when its leader began, so that whoever finds us dead can end what we left running.
/// Only of use while the machine is up, so it is not flushed.
void claim_note_session(int claim, pid_t leader);
