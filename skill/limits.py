"""Every number that the platform or the coaching sets, each with its reason."""

# --- Alexa's speech -----------------------------------------------------------------------------------------------
LONGEST_BREAK_SECONDS = 10.0
"""One <break> may be ten seconds at most (documented); longer silences are several in a row."""

LONGEST_SSML_CHARACTERS = 7_500
"""Documented: 8,000 for the output speech with tags counted; the rest is left as a margin."""

LONGEST_REPLY_SECONDS = 240.0
"""Not documented for breaks and speech; the documented bound for audio, kept for the whole reply."""

# --- A screen ----------------------------------------------------------------------------------------------------

LARGEST_GRAPHICS_BYTES = 32_000
"""So much of a response is figures at most; with document, speech and record it stays under sixty thousand bytes.

Documented is twice that for a whole response; a figure has about eight thousand.
"""

# --- A sound in the speech -----------------------------------------------------------------------------------------
CHIME_SOURCE = "soundbank://soundlibrary/musical/amzn_sfx_bell_short_chime_01"
"""A short bell of the Alexa Skills Kit Sound Library, which needs no file of ours: public skills play it by this name.
Unproven on a device."""

CHIME_SECONDS = 2.0
"""What it is supposed to take. It begins when the hold is over, so that no hold depends on it."""

MOST_SOUNDS_A_REPLY = 5
"""Documented: at most five audio tags a response."""

# --- The open microphone ------------------------------------------------------------------------------------------
LISTENING_SECONDS = 8.0
"""How long the microphone stays open after the speech, and once more after the reprompt (documented)."""

START_LATENCY_SECONDS = 1.5
"""From sending the request to the first word of the reply: half a second to two and a half in the field."""

BREAK_COST_SECONDS = 0.1
"""What each break takes beyond its time on a device: between nothing and a fifth of a second in the field."""

ANSWERING_SECONDS = 2.0
"""From the open microphone to the request, for an answer of one word: a moment to react, and the word."""

TALKING_SECONDS = 2.2
"""What a person needs to say the wake word and a wish before the next request is sent."""

# --- How much one reply carries -----------------------------------------------------------------------------------
REPLY_BUDGET_SECONDS = 210.0
"""Whole steps up to this much. A longer reply makes the place after an interruption less sure, a shorter one asks more
often: with two hundred and ten the default routine asks three times (at the first meeting four), with a hundred and
fifty six times."""

HANDS_FREE_BUDGET_SECONDS = 230.0
"""The same for somebody who wants to be asked as little as possible."""

LONGEST_UNASKED_REPLY_SECONDS = 230.0
"""A routine to fall asleep with comes in as few parts as there may be, with one soft question between them. Whether
silence counts towards the two hundred and forty seconds that are documented for audio is not said anywhere."""

LAST_QUIET_SECONDS = 60
"""What somebody hears who has fallen asleep over a soft question: one quiet minute, and good night."""

READY_QUIET_SECONDS = 30.0
"""The quiet that the reprompt of "Ready?" holds: time to arrange oneself without losing the conversation."""

# --- What may be quiet --------------------------------------------------------------------------------------------
FIRST_SILENCE_SECONDS = 10.0
"""Longest silence without a word in a first routine; longer sounds like a crash to a newcomer."""

LATER_SILENCE_SECONDS = 15.0
"""The same for somebody who knows the routine; more only when the length was just said."""

LONGEST_TALK_SECONDS = 8.0
"""So much is said before a routine until there is a pause: with the first cue after it, nobody listens longer than
twelve seconds without one."""

PAUSE_IN_TALK_SECONDS = 1.5
"""That pause: long enough to say the wake word, or just to take it in."""

REST_AFTER_RELEASE_SECONDS = 5.0
"""After an interruption in a hold the body rests first, then the answer comes."""

LEAST_REST_SECONDS = 5
"""Whoever asks in a hold how long it still is, and is nearly through, has a breath left to come out in peace."""

PAUSE_QUIET_SECONDS = 60.0
"""One quiet turn of a pause."""

PAUSE_QUIET_TURNS = 4
"""Four quiet minutes, then the skill closes with the words to come back."""

# --- The place that is kept ---------------------------------------------------------------------------------------
STRAIGHT_ON_SECONDS = 10 * 60
"""Opened again within ten minutes the routine goes straight on."""

SAME_HOUR_SECONDS = 60 * 60
"""Within the hour the posture is said again, and on it goes; later the person is asked first."""

ASK_FIRST_SECONDS = 48 * 60 * 60
"""So long after an emergency people are asked first whether they are well: a night at a hospital and the day after it.
Later the question would surprise somebody who has long been well, and the less is kept the better."""

STOPPED_SECONDS = 18 * 60 * 60
"""So long nothing is stretched by people told to speak to a doctor today first: that day, and the night after it."""

KEPT_DAYS = 14
"""How long an unfinished routine is offered."""

FORGOTTEN_DAYS = 365
"""A record that nobody used for a year expires."""

PRACTICES_KEPT = 3
"""Unfinished routines remembered for one person."""

LIST_PORTION = 3
"""How many names a listener can keep in mind."""

MOST_LISTED = 6
"""So many names may be listed in one wish; nobody says more in a breath."""

# --- A turn has an end ----------------------------------------------------------------------------------------------
MOST_WORK_A_TURN = 10_000
"""Stages told and drafts weighed in one turn: the most that any needs is a sixth of that, and it takes a second."""

MOST_WORK_A_LOOK = 1_000
"""Stages told to find out whether a routine comes to its end from a place: the longest has a tenth of that."""
