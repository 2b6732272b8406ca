"""Preset dictionaries for deflating records: words that most of them hold, which make a full item a third smaller.

A record can only be inflated with the very dictionary that it was deflated with. So none of these may ever change, not
by a letter, whatever becomes of content and fields: a better one is another constant, put before the others.
"""

_STRETCHES = (
    "seated-cat-cow chair-figure-four seated-side-tilt chair-twists standing-tall standing-forward-fold "
    "standing-side-tilt seated-figure-four elevated-leg prone-leg-lifts modified-cobra cobra downward-dog cat-and-cow "
    "happy-baby knee-press lumbar-rotation sphinx bridge quiet-rest childs-pose cat-cow windshield-wipers piriformis "
    "knee-rolls knee-to-chest pelvic-tilts"
)
_ROUTINES = (
    "eight-stretches six-stretches seven-stretches four-stretches five-stretches arch-and-strengthen unhurried-twenty "
    "upper-back no-kneeling desk-published hamstrings hips in-bed standing desk fitted own morning bedtime "
    "five-gentle-minutes gentle-start lower-back two-week-gentle-start daily-back-care"
)
_SELDOM = (
    '"fits":"","manner":{"amount":"fewer"},"never":["limits":["resting":["limits_today":["resting_day":7'
    '"phase":"paused","kept":{"torn":{"made":"","skipped":["turned":"week":1,"before":{"place":{"cold":true'
    '"changes":{"asked":["misheard":1,"quiet_turns":1,"offer":"gentle-start","back~all fours","lying>standing"'
    '"zone":"Asia/Kolkata","zone":"Australia/Sydney","zone":"Europe/London","zone":"America/'
)
_ALWAYS = (
    '{"practices":[{"routine":"","content":"","place":{"step":"","side":"left","repetition":2,"part":"flatten"},'
    '"posture":"front","posture":"all fours","posture":"back","touched":17'
    ',"conversation":"","device":"","ordinal":1,"sent":{"at":17,"posture":"back","then":{"step":"","side":"right"},'
    '"names":" arch flatten left right ","marks":"0.1.2.1.0.0. 0.1.2.1","points":[1,"closes":true}}],"met":"'
    '","told":["welcome","safety","screening"],"finished":1,"asked":{"kind":"ready","about":["finished"]},'
    '"flow":"hands free","measures":"9. 10","last_request":"","writer":"","earlier":[{"conversation":"","at":17},'
    '"tailoring":{"own":",20,1 ,10,1","seen":7},"habit":{"days":"739","lately":",7399,1 ,1,","seconds":1,"made":"",'
    '"made_name":"fitted","praised":1},"following":{"programme":"","over":1,"last":7399,"back":2},'
    '"zone":"America/Chicago","forget_at":17,"schema":2}'
)

_QUESTIONS = (
    '"asked":{"kind":"which","about":{"names":["","wish":"StartRoutineIntent","slot":"routine"},'
    '"kind":"get-up","about":{"start":"back","told":1,"at":17,"kind":"more","about":{"listing":"routines","told":3},'
    '"kind":"begin","about":{"routine":"lower-back"},"doubtful":true,"failures":1,'
    '"finished":1,"asked":{"kind":"paused","asked":{"kind":"ready","about":{"finished":true,"helped":1},"put":"2.1.'
    '"},"flow":"hands free","forget_at":17,"schema":3}'
)

_SIDES = '"limits_today":["","],"spared":"left","resting_day":7,"spared":[["knee-to-chest","left"]],"turned":"'

_ARRIVING = '"changes":{"asked":["all fours~back","lying>standing","lying>standing"],"needed":45},"habit":{"days":"739'

_IN_A_STRETCH = (
    '"kind":"check","about":{"told":1,"left":9}},"kind":"teach","about":{"told":2,"inside":true}},"noted":"'
    '","altered":[["knee-to-chest","1",25]],"before":{"place":{"step":"'
    '"finished":1,"asked":{"kind":"side-left","about":{"start":"all fours","left":",20,1","done":["left"]}},"flow":"'
    '"manner":12,"never":["limits":["kneeling","on-front"],"rested":"","worse":"left","liked":"","seen":739'
)

_FIRST = " ".join((_STRETCHES, _ROUTINES, _SELDOM, _ALWAYS)).encode()
"""The most frequent words come last, where references to them are shortest."""

_SECOND = b" ".join((_FIRST, _QUESTIONS.encode()))
_THIRD = b" ".join((_SECOND, _SIDES.encode()))
_FOURTH = b" ".join((_THIRD, _ARRIVING.encode()))
DICTIONARIES = (b" ".join((_FOURTH, _IN_A_STRETCH.encode())), _FOURTH, _THIRD, _SECOND, _FIRST)
"""The dictionary of today first, then those with which earlier items were deflated."""
