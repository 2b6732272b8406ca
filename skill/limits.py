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
"""At most so much of a response is figures (about eight thousand each). With document, speech and record that stays
under sixty thousand bytes; documented for a whole response are 120,000."""

# --- A sound in the speech -----------------------------------------------------------------------------------------
CHIME_SOURCE = "soundbank://soundlibrary/musical/amzn_sfx_bell_short_chime_01"
"""A short bell of the Alexa Skills Kit Sound Library, which needs no file of ours: public skills play it by this name.
Unproven on a device."""

CHIME_SECONDS = 2.0
"""Its assumed length. It begins after the hold, so that no hold depends on it."""

MOST_SOUNDS_A_REPLY = 5
"""Documented: at most five audio tags a response."""

# --- The open microphone ------------------------------------------------------------------------------------------
LISTENING_SECONDS = 8.0
"""How long the microphone stays open after the speech, and once more after the reprompt (documented)."""

START_LATENCY_SECONDS = 1.5
"""From sending the request to the first word of the reply: in practice half a second to two and a half."""

BREAK_COST_SECONDS = 0.1
"""How much longer than its time each break takes on a device: in practice up to a fifth of a second."""

ANSWERING_SECONDS = 2.0
"""From the open microphone to the request, for an answer of one word: time to react, and the word."""

TALKING_SECONDS = 2.2
"""How long the wake word and a wish take to say, before the next request is sent."""

# --- How much one reply carries -----------------------------------------------------------------------------------
REPLY_BUDGET_SECONDS = 210.0
"""Whole steps up to this much. A longer reply makes the place after an interruption less sure, a shorter one asks more
often: with two hundred and ten the default routine asks three times (at the first meeting four), with a hundred and
fifty six times."""

HANDS_FREE_BUDGET_SECONDS = 230.0
"""The same for people who want to be asked as little as possible."""

LONGEST_UNASKED_REPLY_SECONDS = 230.0
"""A routine to fall asleep with comes in as few replies as possible, with one soft question between them. Whether
silence counts towards the 240 seconds documented for audio is said nowhere."""

LAST_QUIET_SECONDS = 60
"""For somebody who falls asleep over the soft question: one quiet minute, then good night."""

READY_QUIET_SECONDS = 30.0
"""The quiet that the reprompt of "Ready?" holds: time to arrange oneself without losing the conversation."""

# --- What may be quiet --------------------------------------------------------------------------------------------
FIRST_SILENCE_SECONDS = 10.0
"""The longest silence without a word in a first routine; to a newcomer a longer one sounds like a crash."""

LATER_SILENCE_SECONDS = 15.0
"""The same for somebody who knows the routine; more only when the length was just said."""

LONGEST_TALK_SECONDS = 8.0
"""After so much talk before a routine comes a pause: so nobody listens longer than twelve seconds without one."""

PAUSE_IN_TALK_SECONDS = 1.5
"""That pause: long enough to say the wake word, or just to take it in."""

REST_AFTER_RELEASE_SECONDS = 5.0
"""After an interruption in a hold the body rests first, then the answer comes."""

LEAST_REST_SECONDS = 5
"""What is left of a hold at least, for people who ask how long it still is when it is nearly over."""

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
"""How long people who were told to see a doctor today are led through nothing: that day, and the night after it."""

KEPT_DAYS = 14
"""How long an unfinished routine is offered."""

FORGOTTEN_DAYS = 365
"""A record that nobody used for a year expires."""

PRACTICES_KEPT = 3
"""Unfinished routines remembered for one person."""

LIST_PORTION = 3
"""How many names a listener can keep in mind."""

MOST_LISTED = 6
"""How many names may be listed in one wish; nobody says more in one breath."""

# --- A turn has an end ----------------------------------------------------------------------------------------------
MOST_WORK_A_TURN = 10_000
"""Stages laid out and drafts weighed in one turn. No turn needs more than a sixth of this, which takes a second."""

MOST_WORK_A_LOOK = 1_000
"""Stages laid out to find out whether a routine comes to its end: the longest has a tenth of this."""
