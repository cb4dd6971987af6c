"""How a machine is told what to do in English, in the notation of `cues`; decides nothing."""

from typing import Final

from articles.summaries.cues import Cue, cues

_LISTS: Final = {
    "undo": (
        "ignore ignoring disregard disregarding forget override overrule bypass neglect discard dismiss set_aside"
        " pay_no_attention_to abandon erase delete stop_following do_not_follow don't_follow never_follow no_longer_follow"
        " do_not_obey take_no_account_of pay_no_heed_to take_no_notice_of drop throw_away cancel unlearn"
    ),
    "orders": (
        "instruction instructions prompt prompts directive directives direction directions guideline guidelines command"
        " commands programming safeguards constraints training"
    ),
    "lesser": (
        "orders order rules rule request requests context message messages guidance task tasks article text story report"
        " document page everything anything all whatever what line lines sentence sentences words paragraphs paragraph"
    ),
    "before": "previous prior earlier preceding foregoing above your former past existing original initial system",
    "back": "above below before preceding so_far earlier you_were you_have_been you_had_been you_got you_received came_first",
    "text": (
        "article articles text texts story stories page pages piece report document passage content item post paragraph file"
        " webpage feature copy note dispatch write-up"
    ),
    "digest": (
        "summary summaries abstract abstracts synopsis digest recap tl;dr tldr quick_take bullet bullets bullet_point"
        " bullet_points key_point key_points takeaways précis precis outline"
    ),
    "shorten": (
        "summari… shorten… condens… abridg… paraphras… boil_down boiling_down sum_up summing_up process processing rewrite"
        " rewriting digest digesting analyse analyze analysing recap recapping compress…"
    ),
    "shortened": "summari… shortened condensed abridged processed digested paraphrased rewritten analysed compressed",
    "draft": "draft drafting write writing make making produce producing create creating prepare preparing generate…",
    "machine": (
        "ai+ ais ai_assistant… ai_model… ai_system… ai_tool…+ ai_agent… ai_bot… ai_reader… ai_summari… ai_editor…"
        " artificial_intelligence…+ language_model+ language_models+ llm+ llms chatbot+ chatbots+ bot+ bots summariser summarisers"
        " summarizer summarizers gpt gpts chatgpt assistant+ assistants+ virtual_assistant… automated_system…"
        " automatic_system… automated_reader… automated_tool… automated_summari… automatic_summari… machine_reader…"
        " automated_process… summarisation_… summarization_… machine+ machines+ crawler crawlers scraper scrapers algorithm+"
        " algorithms robot+ robots+ neural_network… text_generator… generative_model… automaton"
    ),
    "must": (
        "must should shall ought_to has_to have_to need_to needs_to please may_only can_only is_to are_to kindly"
        " is_required_to are_required_to is_asked_to are_asked_to are_instructed_to is_instructed_to are_ordered_to"
        " are_requested_to are_advised_to are_told_to will"
    ),
    "say": (
        "say state include mention write add output report present describe recommend ignore disregard omit leave_out replace"
        " note use treat repeat quote cite link reply respond answer print begin start end open close summari… tell promote"
        " praise rate append insert conclude stress emphasi… highlight list give put copy work slip weave keep paste lead"
        " return produce generate read appear contain consist name point convey show display remember announce claim ensure"
        " make_sure place feature carry have work_in finish continue skip"
    ),
    "inserted": (
        "add include insert put place append copy paste write work slip weave mention state say use repeat quote keep print"
        " leave attach embed prepend report give tell note remember note_that lead feature"
    ),
    "whose": "your the any every each all a an this its either whatever",
    "only": "only exclusively solely just exactly simply nothing_but always never",
    "dont": "do_not don't dont never must_not should_not shall_not may_not cannot refuse_to decline_to avoid",
    "fresh": "new next updated revised real actual additional secret hidden further changed true special final",
    "role": (
        "assistant bot chatbot model ai writer editor copywriter translator mode expert agent salesman advertiser spokesman"
        " spokeswoman spokesperson summariser journalist character machine system free unrestricted jailbroken someone voice"
        " dan"
    ),
}
_CLAUSE: Final = (
    "please kindly must should shall now then and just instead you simply immediately also only always first assistants models"
    " bots chatbots llms ai next therefore to_please"
).replace("_", r"\W{1,6}")

_PHRASES: Final = """
* <undo> ~5 <orders>!
* <undo> ~3 <lesser>! ~4 <back>
* <undo> [all|any|every|the|these|those|of|each] [of] [the|these|those] <before>! [system|user|editorial] <lesser>
^ [please] <undo> the|this [rest_of] [the|this] <text>! $
^ [please] <undo> ~2 the|this [rest_of] [the|this] <text>! [above|below] and|then|instead|but
* override! [the|this|these|all|any] ~2 <orders>|rules|task|policy|settings
task|instruction|instructions|prompt|policy override!
<text>|task|instruction|instructions|prompt! above|before_this|so_far is|are|was|were|has|have [now] [been] over|finished|complete|completed|done|void|cancelled|wrong|outdated|false|no_longer|a_test|fake|superseded|obsolete|replaced|fiction|untrusted|malicious|irrelevant|unimportant|written_by_an_attacker
* [hidden|secret|special|important|short|private|urgent|internal|friendly|quick|kind] note|notes|message|messages|notice|instruction|instructions|warning|memo|reminder|hint|request|command|tip|word|appeal|advice [only] to|for [all|any|the|every|our|your|other|whichever|whatever] [and] [large|automated|reading|future] <machine>!
this_is|these_are|here_is|here_are|following|below a|an|the|some|is [a|an|special|short|important] note|notes|message|messages|notice|instruction|instructions|warning|reminder|hint|request|word to|for|addressed_to [all|any|the|every] [large|automated] <machine>!
* attention|dear|hey|hello|psst|attn|listen|hi|greetings [all|any|every|you|the|to_all] [large] <machine>!
^ to|for [all|any|the|every|whichever|whatever] [large|automated] <machine>! that|which|who|reading|processing|<shorten>|scanning|parsing|handling|and
<machine>! reading|processing|<shorten>|parsing|scanning|handling|indexing|that_read|that_reads|that_process|that_processes|that_sees|which_reads|which_read|which_processes|looking_at|given|fed ~2 this|these|our|it [very|whole] <text>
<machine>! <must> [not|always|only|never|also|first|please] <say> ~6 <digest>|this_article|this_text|this_story|this_page|word_for_word|verbatim|sentence|the_words|the_line|this_link
<machine>! <must> [not|always|only|never|also|first|please] open|begin|start|end|close|finish|lead|answer|reply|respond with|by|that
<machine>! please [not|always|only|never|also|first] <say>
^ [all|any|every|the|you] [large|automated] <machine>! must|shall|please|should [always|only|first] ignore|disregard|include|mention|state|output|insert|append|omit|praise|write|promote
if|since|because|as|in_case|when|whenever|assuming you|your|you're|thou ~4 <machine>!
* you_are|you're|you,|you [are] [reading] ~3 as|being [a|an] [large] <machine>!
? ^ as|being [a|an] [helpful|obedient|good|responsible|large] <machine>! ~3 you|your|i
<digest>! [of_this|of_the|of_it|that_you|you] ~3 must|should|shall|has_to|have_to|needs_to|need_to|ought_to|is_to|are_to|may_only|can_only [not|also|always|only] say|state|include|mention|read|contain|begin|start|end|open|close|tell|report|consist|name|link|quote|conclude|stress|recommend|convey|carry|repeat|lead|make_clear|note|finish|feature|point
<whose>|correct|good|proper|faithful|accurate|right|honest|valid|ideal <digest>! [of_this|of_the|of_it] ~2 ends|begins|starts|opens|closes|reads|says|consists|contains|includes|mentions with|of|that|the|only|exactly|this|by
* <inserted> ~9 in|into|to|at_the_end_of|at_the_top_of|on|of|with [your|the|any|every|each|all|a|this] [final|own|first] <digest>!|your_output|your_answer|your_response|your_reply
in|at_the_top_of|at_the_end_of|for|into your|any|every|each|whatever [final|own] <digest>! ~2 <say>|that
* make_sure|ensure|see_to_it|take_care|be_sure|be_certain ~25 <digest>!
when|whenever|while|before|after|if|once|as|wherever|upon|on|in_case|should [you] [are|re|were|ever|have_to|start|asked_to|told_to] [to] <shorten>! ~2 this|these|it|the_above|the_article|the_text|the_story|the_page|the_report
when|whenever|while|before|after|if|once|wherever|unless this|the|our|these <text> ~2 is|are|gets|has_to_be|must_be [being|ever] <shortened>!
if|when|whenever [you_are|you're|anyone|somebody|someone|a_user|a_reader|the_user|the_reader] asked|asks|wants|requested|requests|told ~3 <digest>!|summarise|summarize
before|when|whenever|while|once you <draft> ~2 <digest>!
* stop! [summari…|reading|processing|here] summarising|summarizing|here|reading|processing
^ system|assistant|human|instruction|instructions|prompt|developer_message|developer_note! [message|prompt|note|override|instruction|instructions|notice|update|command] :
* user|ai|bot|admin|root|developer|model|chatbot|llm|operator message|prompt|override|instruction|instructions|command|update! :
<fresh> task|instruction|instructions|prompt|command|directive|objective! [for_you|follows|follow|begins|starts] :
<fresh> task|instruction|instructions|prompt|directive! follow|follows|below|begin|begins
your|you [<fresh>|only] task|instruction|instructions|prompt|objective|directive! is|are|has|have|was|were
? your <fresh>|only role|goal|purpose|mission|aim|persona|job|duty! is|are|will_be
? your role|persona|identity|goal|purpose|mission! has|have|is|was [now|been|just] changed|replaced|updated|different
? you are|re now|henceforth|no_longer|actually|from_now_on [a|an|the|in|my|our|not] ~2 <role>!
from_now_on|henceforth|from_this_point|from_here_on|starting_now you! are|will|must|shall|should|speak|act|only|re|answer|obey|write
* pretend! [to_be|you|that|this]
* act|behave|respond|answer|speak|write! as|like [if] ~12 and write|say|announce|tell|report|state|answer|output|print|claim|praise|recommend
^ [please|now|just] imagine|assume|suppose|roleplay|role-play|simulate! [that] [you|to_be|being|the_role|as]
* respond|reply|answer! <only> with|using
* respond|reply|answer! with|using [the] <only>|this|these|words|word|following|phrase|line|sentence|single
your answer|response|reply|output! ~2 must|should|has_to|is_to|needs_to|shall [always|only] begin|start|end|contain|say|read|include|consist|state|mention|open|close
* output|print|emit! <only>|this|these|verbatim|the_following|the_words|the_word|the_sentence|the_line|the_phrase|the_text|nothing
* print|repeat|say|write|type|copy|echo|recite|give|use|state [only|exactly|back] the|this|these [following|next|exact|one] words|word|sentence|line|phrase|string|text|bullet|bullets! [below|above|three_times|verbatim|word_for_word|exactly|only|into|after_me|twice|again|:]
* repeat|say|read! after_me
* copy|insert|add|include|append|paste the|this [following|next|exact] sentence|line|link|phrase|paragraph|words|text|address|statement! ~5 in|into|to|below|above|word_for_word|verbatim|:
? * <dont> mention|summarise|summarize|reveal|disclose|output! ~8
* <dont> tell|report|include|refer_to|use|quote|cite|repeat|process|translate|show ~5 user|readers|reader|instruction|instructions|prompt|summary|these_lines|this_note|this_line|rest_of_this|bullets|above|about_this!
* leave_out|omit|skip|drop|remove|exclude|cut|strip|suppress|keep ~8 from|in|out_of your|the|any|every|all [final] <digest>!
begin|end|start|ends|begins|starts [of] [the] [system|user|hidden|secret] prompt|instruction|instructions!
* begin|start again|anew|over with|from [these|this|the] words|word|sentence|line!
? everything|whatever|all|anything|nothing [that] you! have|were|had|are|ve [been] told|given|instructed|asked|taught|trained
? you have|had|got no|new|other|different|fresh instructions|instruction|rules|prompt|directives!
? your instructions|programming|configuration|developers|developer|creators|makers|operator|operators|users|user|output|system_prompt|context_window|training_data|safeguards!
? your training tells|says|data|taught!
your [own|first|last|final|whole|next|entire] summary|summaries|bullets|bullet|digest|highlights|synopsis|recap!
? you|you'll|you'd ~6 summarise|summarize|summarising|summarizing|bullets|highlights|condense|abridge!
? this|the|following|below|next paragraph|notice|note|line|sentence|message|section|text|part|instruction|remark ~3 overrides|supersedes|outranks|cancels|takes_precedence|replaces|override!
? not|never|no|hidden|invisible|unseen for|meant|intended|to|by|from [for] [the] [any] humans|people|readers|human|human_readers|human_eyes|reader! $
? not|never [meant|intended|written] for humans|people|human_beings|human_readers!
<digest>|highlight|headline|answer! ~8 wrong|rejected|invalid|incorrect|false|inaccurate|incomplete|unacceptable [and] [will]
correct|right|only|proper|accurate|true|honest|real|best summary|headline|bullet|highlight|lead! [of_this|of_the] ~2 is|are|reads|would_be
<machine>|software|tool ~12 this|the_above very|same|present|entire|whole|following|page|article|text|piece|paragraph|webpage|document|note!
this|the_above page|article|text|piece|paragraph|webpage|document|note! ~8 <machine>|software
this|the_above|our page|article|text|piece|paragraph|webpage|report|story! ~8 language_model|language_models|llm|llms|chatbot|chatbots|summariser|summarisers|summarizer|summarizers|summarising_tool|summarising_tools|summary_bot|gpt
<digest>! [of_this|of_the|of_it] to name|say|mention|include|state|read|begin|end|call|praise|open|start
end|start|begin|beginning|ends|close of the|this|our [news|whole] article|document|text|story|input|context|report! $
end|start|begin|beginning of the [news] article|document|input|context|operator|operator's|system|user|prompt! ~3
document|text|article|story|page to_summarise|to_summarize|to_be_summarised|to_be_summarized|for_summarising! starts|begins|is|follows|comes
is|was|were|are|been [only|just|merely|all] [a] test|sample|example|dummy|placeholder|decoy document|data|text|article|story|input! $
sample|dummy|test|placeholder data|text|article|input! for your
* switch|enter|activate|enable|turn_on|go ~3 developer_mode|debug_mode|admin_mode|god_mode|maintenance_mode|jailbreak_mode|unrestricted_mode|test_mode|mode!
the_user has|wants|asks|asked|needs|prefers|expects|requests|requested|would ~9 <digest>|mind|instead|only!
? as|like a|an|your|new|direct|my [new|direct] command|commands|instruction|instructions|prompt|directive|directives!
? only|just the next|following|last|first line|sentence|paragraph|section! is|are|counts|matters|contains
if ~6 read|processed|seen|parsed|accessed|summarised|summarized|scanned|found|handled by [a|an|any|some] software|machine|ai|bot|computer|program|language_model|llm|crawler|robot|algorithm|chatbot|assistant!
* rewrite|replace|change|swap|alter|rename|substitute ~2 headline|title|names|numbers|number|name|figures|figure! ~4 with|as|to|by|of
? you will|must|shall|should now|henceforth|only|always play|act|be|speak|behave|answer|write|pretend|say|respond!
* begin|start|end|open|close|preface|finish your|each|every|all|any answer|answers|reply|replies|response|responses|output|outputs! with|by
your [system] prompt! is|was|has|says|verbatim|above|word_for_word
this_is|it_is your|the administrator|operator|system_administrator|root_user|system|developer! [speaking|here|:]
? <digest>! ~2 you should|must|are_to|have_to|need_to|shall
this|the|following|below [text|sentence|line|words] ~2 as [the|a|your|its] [whole|only] summary|digest|synopsis|recap!
your role|task|job|function as [a|an|the] summariser|summarizer|assistant|language_model|chatbot|ai|bot|model!
? your first|only|top|sole|main|highest|one priority|duty|aim|concern|mission! is to
we|i hereby ~4 <machine>!
* continue|complete|execute|run|obey|follow|perform|carry_out the|this|these [following|next] text|command|commands|instruction|instructions|sentence|order|prompt!
you_are|you're a|an helpful|obedient|harmless|honest|loyal|unrestricted ~1 assistant|ai|model|chatbot|bot!
? you_are|you're a|an ~2 assistant+|language_model|chatbot|ai+|llm|summariser|bot! [that|who|which|and|with]
* <say> only what ~1 following|follows|below|next|comes!
nothing|little|none in|of this|the_above article|text|story|report|piece|page! matters|counts|is|should
should|if this|it|the_article|the_text ~2 be|is|gets <shortened>!
* <dont> <shorten>! this|it|the_article|the_story|the_text|anything
^ sentence|line|text|wording|words|bullet for the box|summary|quick_take|digest!
this|the|our <text> should|must|has_to|is_to|needs_to|ought_to|may_only|can_only [only] be [only|best|correctly] <shortened>!
for summarisation|summarization|summary|digest purposes!
? i want|need|would_like|ask|order|command|urge|expect|require|allow you! to
? you are|re required|instructed|asked|ordered|commanded|requested|programmed|told|allowed|permitted to print|output|include|mention|say|write|state|respond|reply|summarise|insert|add|ignore!
? ^ [please] respond|reply|answer! in|as|like
? have|let|make|get the|your|any|every|this <digest>! <say>|be|speak
all|what|only|everything you should|must|shall|may answer|say|write|output|reply|print|respond!
you read|saw|see|were_given|were_shown|received|got ~1 above|before_this|until_now!
* <undo> the above|preceding|foregoing|aforementioned!
* <dont> trust|believe|use|rely_on|follow ~4 above|below|preceding|foregoing!
<machine>! that|which|who <shorten>|reads|read|processes ~3 should|must|shall|please|has_to|is_to
"""

ENGLISH: Final[tuple[Cue, ...]] = cues(_PHRASES, _LISTS, _CLAUSE)
