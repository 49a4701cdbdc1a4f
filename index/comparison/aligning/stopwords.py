"""How much a word says: function words nothing, everyday words of reporting little, others by their kind.

The weights are fixed and not counted from the two articles, so that a sentence which aligns with nothing can be dropped
without any other score changing.
"""

from __future__ import annotations

from index.comparison.aligning.stems import word_list

FUNCTION = frozenset(
    word_list(
        """
    a an the this that these those and or but nor so yet if then than as of at by for from in into on onto to
    with without within about after before between among during through over under up down out off per via is
    am are was were be been being do does did done have has had having will would shall should can could may
    might must not no it its itself he him his himself she her hers herself they them their theirs themselves
    we us our ours i me my mine you your yours who whom whose which what when where why how there here also
    too very just only even still both each either neither all any some such own same other another more most
    less least much many few because while although though since until unless whether
    """
    )
)

COMMON = frozenset(
    word_list(
        """
    say state tell make take get go come see know think want look use find give work call try ask need feel
    become leave put mean keep let begin seem help show hear play run move like live believe hold bring happen
    write provide sit stand lose pay meet include continue set learn change lead understand watch follow stop
    create speak read allow add spend grow open walk win offer remember consider appear buy wait serve send
    expect build stay fall cut reach kill remain suggest raise pass report decide one two new good first last
    long great little old right big high different small large next early young important public able way day
    man thing woman life child world year week month time people part place case point number group problem
    fact mr mrs ms dr =say =show =people =year =begin =end =important =try =ask =also =however =many =big =get
    =provide =need =think =happen =let =continue =hold
    """
    )
)

MODALS = frozenset(
    word_list(
        """
    will would shall should can could may might must
    """
    )
)
AUXILIARIES = MODALS | frozenset(word_list("is are was were am be been being do does did has have had"))
NEGATIONS = frozenset({"not", "never", "no", "nobody", "nothing", "none", "neither", "nor", "without"})
