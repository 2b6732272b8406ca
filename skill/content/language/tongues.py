"""Detects a text that should be English but is in another language, by that language's commonest words."""

import re

_ENGLISH = """
 the a an and or but your you i it is are be to of in on at as for with from by up down out off over into this
that there then no not so all one two both each more once my me we do does did can may let keep stay lie sit
stand hold rest now next again time if when what which how under behind long ago say start stop
"""
_OTHERS = {
    "German": """
 der die das den dem des und oder aber ein eine einen einem einer ist sind nicht kein keine mit auf aus bei für
von vom zu zum zur im ins am in an über unter nach vor sich sie ihr ihre ihren ihrem ich du dich dir dein deine
deinen deinem wir euch es er bis noch nur schon auch dann wenn jetzt bitte langsam halten halte legen lege
beugen strecken rücken knie tief einatmen ausatmen atmen atme loslassen anheben senken hüfte
""",
    "French": """
 le la les l un une des du de et ou mais vous votre vos tu ton ta tes je il elle est sont ne pas plus dans sur
sous avec sans pour par vers au aux en ce cette qui que puis si lentement genou dos
inspirez expirez respirez inspire expire respire doucement levez baissez hanches
""",
    "Spanish": """
 el la los las un una unos unas de del y o pero tu tus su sus usted es son no con sin para por sobre hacia en al
lo se que si cuando luego despacio rodilla espalda
inhala exhala respira inhale exhale respire suavemente levanta caderas
""",
    "Italian": """
 il lo la i gli le un uno una di del della dei e o ma tuo tua suo sua sono non con senza per su verso in al alla
che se quando poi piano ginocchio schiena inspira espira respira dolcemente solleva anche
""",
    "Dutch": """
 de het een en of maar je jij jouw uw u ik is zijn niet geen met op van voor naar in aan bij tot over onder dan
als nu langzaam knie rug adem ademen inademen uitademen rustig heupen
""",
}
_OURS = frozenset(_ENGLISH.split())
_THEIRS = {name: frozenset(words.split()) - _OURS for name, words in _OTHERS.items()}


def other_tongue(text: str) -> str | None:
    """The language of which the text has more common words than of English; None where there is none."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    strange = {name: sum(word in theirs for word in words) for name, theirs in _THEIRS.items()}
    name = max(strange, key=lambda one: strange[one])
    return name if strange[name] > sum(word in _OURS for word in words) else None
