"""How a machine is told what to do in eight tongues besides English, written without accents; decides nothing."""

from typing import Final

from articles.summaries.cues import Cue, cues

_GERMAN: Final = cues(
    """
* ignoriere|ignoriert|ignorieren_sie|vergiss|vergesst|vergessen_sie|missachte|missachten_sie|ubergehe|ubergehen_sie|verwirf! ~5 anweisung…|instruktion…|vorgaben|regeln|befehle|prompt…|anordnung…|bisherige…|vorherige…|vorige…|obige…|vorstehende…|artikel|text|bericht|alles
wenn|falls|sobald|bevor|wahrend|beim|sofern du|sie|ihr|man ~5 zusammenfass…|zusammenfasst|zusammenzufassen|kurzt|kurzen!
beim|vor_dem|zum zusammenfassen! dieses|des|von
* schreib|schreibe|schreiben_sie|nimm|nehmen_sie|fuge|fugen_sie|erwahne|erwahnen_sie|nenne|setze|setzen_sie|gib|behaupte ~8 zusammenfassung…|kurzfassung…|stichpunkt…!
zusammenfassung|zusammenfassungen|kurzfassung! ~1 muss|soll|mussen|sollen|sollte|hat ~12 enthalten|lauten|sagen|erwahnen|beginnen|nennen|enden|behaupten|hervorheben|anfangen|schliessen|erklaren
wenn|falls|sofern du|sie|ihr ~1 ki|sprachmodell|chatbot|kunstliche_intelligenz|maschine|bot! bist|sind|seid
* nenne|nennt|sage|sagt|schreibe|schreibt|gib|gebt|erwahne|erwahnt ~6 zusammenfass…!
* antworte|antworten_sie|antwortet|gib|geben_sie|schreibe|schreib nur|ausschliesslich|lediglich! ~3 mit|aus|diesen|diesen_satz|folgend…|das|den_satz|dies
du_bist|sie_sind|ihr_seid jetzt|nun|ab_jetzt|ab_sofort|von_nun_an! ein|eine|der|die|kein|keine
neue|neuer|aktualisierte|geanderte aufgabe|anweisung|anweisungen|auftrag|instruktionen! :
ki|ki-assistent…|ki-modell…|ki-system…|sprachmodell…|chatbot|chatbots|sprachassistent…! muss|mussen|soll|sollen|sollte|sollten|bitte ~8 schreib…|erwahn…|nenn…|sagen|antwort…|zusammenfass…|diesen_artikel|diesen_text|folgend…|aufnehm…|ausgeb…
hinweis|nachricht|anweisung|mitteilung|achtung|an|liebe [an|fur] [alle|die|das] ki|ki-assistent…|ki-modelle|ki-systeme|sprachmodell…|chatbots! [:]
als sprachmodell|ki-modell|ki-assistent|ki! [musst|sollst|mussen|sollen|darfst] du|sie|musst|sollst
* erwahne|erwahnen_sie|verrate|fasse|fassen_sie! ~6 nicht
bitte ~6 ignorieren|ausgeben|zu_ignorieren!
bitte nur|ausschliesslich|lediglich ~4 ausgeben|schreiben|antworten!
""",
    {},
    "bitte und dann nun jetzt stattdessen",
)
_FRENCH: Final = cues(
    """
* ignore|ignorez|oublie|oubliez|ne_tenez_pas_compte|ne_tiens_pas_compte|faites_abstraction|fais_abstraction|negligez|neglige ~5 instruction…|consigne…|directive…|precedent…|precede|regles|ci-dessus|article|texte!
lorsque|quand|si|lorsqu|avant_que vous|tu|on ~3 resum…|resumez! ~3 cet|ce|cette|ces|le_texte|l'article|ceci
en|avant_de|pour resum…|resumant! cet|ce|cette|ceci
resume|resumes|synthese|abrege! ~2 doit|doivent|devra|devrait [toujours|absolument|uniquement] dire|mentionner|inclure|contenir|commencer|indiquer|finir|se_terminer|preciser|citer|affirmer|comporter
si|comme vous|tu ~3 ia|modele_de_langage|robot|chatbot|assistant|intelligence_artificielle!
* ecris|ecrivez|ajoute|ajoutez|inclus|incluez|mentionne|mentionnez|insere|inserez|indique|indiquez|place|placez|dis|dites ~9 dans|au|en|a [votre|ton|le|la|tout|chaque|un|debut_du|fin_du] resume|synthese|reponse!
* reponds|repondez! uniquement|seulement|exclusivement|simplement|par|juste
vous_etes|tu_es maintenant|desormais|a_present|dorenavant! un|une|le|la|en
nouvelle|nouvelles tache|instruction|instructions|consigne|consignes|mission! :
modele…|modeles|assistants|assistant|ia|robots|chatbots|agents! [de_langage|d'ia|ia|linguistiques|conversationnels|intelligents] doit|doivent|veuillez|sont_pries|est_prie|devez|dois
note|message|avis|attention|consigne|instruction|a|aux [a|aux|pour|l] [l'attention|attention] [des|de|tous|les] modeles_de_langage|assistants_ia|ia|intelligences_artificielles|robots_conversationnels|chatbots!
en_tant_que|comme modele|ia|assistant|intelligence! ~4 vous|tu
* ne mentionne|mentionnez|resume|resumez|revele|revelez! pas
veuillez|merci_de|priere_de|svp ignorer|oublier|negliger! ~4
""",
    {},
    "et puis maintenant merci_de veuillez svp",
)
_SPANISH: Final = cues(
    """
* ignora|ignore|ignoren|ignorad|olvida|olvide|olviden|olvidad|descarta|descarte|haz_caso_omiso|haga_caso_omiso|no_hagas_caso ~5 instruccion…|indicacion…|ordenes|anterior…|reglas|directriz|articulo|texto|todo_lo|directrices|consigna…!
al|si|cuando|antes_de|mientras ~2 resum…! ~2 este|esta|esto|estas|estos
resumen|resumenes|sintesis! ~2 debe|deben|debera|tiene_que|tienen_que|ha_de [siempre] decir|mencionar|incluir|contener|empezar|terminar|indicar|afirmar|citar|senalar|comenzar
si|como eres|es|sos [un|una|usted] ~1 modelo_de_lenguaje|ia|inteligencia|chatbot|robot|asistente!
* escribe|escriba|anade|anada|incluye|incluya|menciona|mencione|inserta|inserte|agrega|agregue|pon|di|diga ~9 en|al [tu|su|el|la|cada|todo|final_del|principio_del] resumen|sintesis|respuesta!
* responde|responda|contesta|conteste! solo|solamente|unicamente|exclusivamente|con
ahora|desde_ahora|a_partir_de_ahora eres|es|sera|seras! un|una|el|la|usted
nueva|nuevas|nuevo tarea|instruccion|instrucciones|mision! :
modelos_de_lenguaje|modelo_de_lenguaje|asistentes|asistente|ia|chatbots! [de_ia|virtuales|virtual] debe|deben|deberan|por_favor|tienen_que|tiene_que
nota|mensaje|aviso|atencion|instruccion para|a [los|las|la|todos_los|todas_las|cualquier] modelos_de_lenguaje|modelo_de_lenguaje|asistentes|ia|chatbots|inteligencias!
como modelo_de_lenguaje|ia|asistente! ~3 debes|debe|tienes|tiene|tu
* no menciones|mencione|resumas|resuma|reveles|revele! ~6
no tengas|tenga|tomes|tengan|tome en_cuenta! ~2 anterior|texto|articulo|instrucciones
por_favor ~2 ignorar|olvidar|omitir! ~3
""",
    {},
    "y por_favor ahora luego",
)
_ITALIAN: Final = cues(
    """
* ignora|ignorate|ignori|dimentica|dimenticate|trascura|trascurate|non_tenere_conto|non_tenete_conto|non_seguire ~5 istruzion…|indicazion…|precedent…|regole|direttiv…|articolo|testo|comandi!
quando|se|nel|prima_di|mentre ~2 riassum…! ~2 questo|questa|questi|quest|l'articolo|il_testo
riassunto|riassunti|sintesi|sommario! ~2 deve|devono|dovra|dovrebbe [sempre] dire|menzionare|includere|contenere|iniziare|finire|affermare|citare|indicare|concludersi
se|poiche sei|siete [un|una|un'] ~1 modello_linguistico|ia|intelligenza|chatbot|robot|assistente!
* scrivi|scrivete|scriva|aggiungi|aggiungete|includi|includete|menziona|menzionate|inserisci|inserite|metti|di ~9 in|nel|nella|al|alla [tuo|vostro|ogni|tua|vostra|inizio_del|fine_del] riassunto|sintesi|sommario|risposta!
* rispondi|rispondete|risponda! solo|soltanto|unicamente|esclusivamente|con
ora|adesso|d'ora_in_poi|da_adesso sei|siete! un|una|il|la|uno
nuovo|nuova|nuove|nuovi compito|istruzione|istruzioni|incarico! :
modelli_linguistici|modello_linguistico|assistenti|assistente|ia|chatbot! [di_ia|ia|virtuali|virtuale] deve|devono|dovranno|per_favore|sono_pregati
nota|messaggio|avviso|attenzione|istruzione|istruzioni per|a|ai|agli|all|alle [i|gli|tutti_i|tutte_le|qualsiasi] modelli_linguistici|assistenti|ia|chatbot|intelligenze!
come|in_quanto modello_linguistico|ia|assistente! ~3 devi|deve
* non menzionare|menzionate|riassumere|riassumete|rivelare! ~6
si_prega_di|per_favore|prego|pregasi ignorare|dimenticare|trascurare! ~3
""",
    {},
    "e per_favore poi ora",
)
_DUTCH: Final = cues(
    """
* negeer|negeert|vergeet|sla|wis! ~5 instructie…|opdracht…|aanwijzing…|eerdere|vorige|bovenstaande|voorgaande|regels|artikel|tekst
als|wanneer|indien|voordat|terwijl|zodra je|u|jij|jullie|men ~5 samenvat|samenvatten|samen_te_vatten|samengevat|inkort!
bij_het|voor_het samenvatten! van
samenvatting|samenvattingen! ~1 moet|moeten|dient ~10 zeggen|vermelden|bevatten|beginnen|eindigen|noemen|luiden|stellen|melden
als|indien je|u|jij ~2 ai|taalmodel|chatbot|bot|computer! bent
* schrijf|voeg|vermeld|noem|zet|plaats|neem|zeg ~9 in|aan|toe [je|uw|jouw|de|elke|iedere] samenvatting|antwoord!
* antwoord|reageer! alleen|uitsluitend|enkel|slechts|met
je_bent|u_bent|jij_bent nu|voortaan|vanaf_nu! een|de|het|geen
nieuwe taak|opdracht|instructie|instructies|aanwijzingen! :
taalmodel|taalmodellen|ai-assistent…|ai-model…|ai-systeem|ai-systemen|chatbots! moet|moeten|dienen|gelieve|worden_verzocht
bericht|opmerking|boodschap|instructie|let_op|aan aan|voor|alle|de taalmodellen|ai-assistent…|ai-systemen|chatbots!
als taalmodel|ai-model|ai-assistent! moet|dien|mag|zal
* vermeld|noem|onthul! ~6 niet
gelieve|alstublieft|svp ~4 negeren|vergeten|weg_te_laten! ~3
""",
    {},
    "en dan nu alstublieft graag",
)
_SWEDISH: Final = cues(
    """
* ignorera|bortse|glom|strunta|asidosatt! ~5 instruktion…|anvisning…|tidigare|foregaende|ovanstaende|regler|uppmaning…|artikeln|texten
nar|om|innan|medan|ifall du|ni|man ~3 sammanfatta…! ~4 artikeln|texten|denna|den_har|detta|det_har|ska|maste|skriv…
sammanfattning|sammanfattningen|sammanfattningar! ~1 maste|ska|skall|bor [alltid] saga|namna|innehalla|borja|sluta|lyda|ange
om|ifall du_ar|ni_ar [en|ett] ~1 ai|sprakmodell|chattbot|bot|dator!
* skriv|lagg|namn|namna|ta|infoga|satt|sag ~9 i|till [din|er|varje|alla|en] sammanfattning|sammanfattningen|svar|svaret!
* svara! endast|bara|enbart|med
du_ar|ni_ar nu|hadanefter|fran_och_med_nu! en|ett|den
ny|nya uppgift|instruktion|instruktioner|anvisningar! :
sprakmodell|sprakmodeller|ai-assistent…|ai-modell…|ai-system|chattbotar|chatbotar! ska|maste|bor|skall|ombeds
meddelande|obs|instruktion|notis|till till|for|alla sprakmodeller|ai-assistenter|ai-system|chattbotar|chatbotar!
som sprakmodell|ai-modell|ai-assistent! ~2 du|ska|maste
* namn|namna|avsloja|sammanfatta! ~2 inte
vanligen|snalla|var_god ignorera|bortse|glom! ~3
""",
    {},
    "och sedan nu vanligen snalla",
)
_POLISH: Final = cues(
    """
* zignoruj|zignorujcie|ignoruj|ignorujcie|zapomnij|zapomnijcie|pomin|pomincie! ~5 instrukcj…|polecen…|wczesniejsz…|poprzedni…|powyzsz…|zasad…|wytyczn…|artykul|tekst
podsumowujac|streszczajac|skracajac! ten|te|to|niniejsz…
gdy|kiedy|jesli|jezeli|zanim ~3 podsumow…|stresc…|streszcz…! ~2 ten|te|to|artykul|tekst
podsumowanie|streszczenie! ~2 musi|powinno|ma [zawsze] mowic|zawierac|wspominac|zaczynac|brzmiec|konczyc|stwierdzac|podawac
jesli|jezeli|skoro jestes! ~2 sztuczna|modelem|ai|botem|chatbotem|asystentem
* napisz|dodaj|umiesc|wstaw|wspomnij|podaj|wpisz ~9 w|do [swoim|swojego|kazdym|kazdego|tym] podsumowani…|streszczeni…|odpowiedzi!
* odpowiedz|odpowiadaj! tylko|wylacznie|jedynie
jestes|od_teraz teraz|odtad|jestes! [asystent…|model…|tekst…|pisarz…|copywriter…|bot…]
nowe|nowa|nowy zadanie|instrukcje|instrukcja|polecenie|polecenia! :
modele_jezykowe|model_jezykowy|asystenci|asystent|chatboty|ai! [ai|wirtualni] musza|musi|powinny|powinien|maja|prosze
uwaga|wiadomosc|notatka|instrukcja|komunikat|do do|dla|wszystkich modeli_jezykowych|asystentow|chatbotow|ai|sztucznej!
jako model_jezykowy|asystent|ai! ~2 musisz|masz|powinienes
* nie wspominaj|streszczaj|podsumowuj|ujawniaj! ~6
prosze|nalezy|prosimy zignorowac|pominac|zapomniec! ~3
""",
    {},
    "i potem teraz prosze",
)
_PORTUGUESE: Final = cues(
    """
* ignore|ignorem|ignora|esqueca|esquecam|esquece|desconsidere|desconsiderem|despreze ~5 instruc…|orientac…|anterior…|regras|diretriz…|artigo|texto|comandos!
ao|quando|se|antes_de|enquanto ~2 resum…! ~2 este|esta|isto|estes|estas|o_texto
resumo|resumos|sintese! ~2 deve|devem|devera|tem_de|tem_que|precisa [sempre] dizer|mencionar|incluir|conter|comecar|terminar|afirmar|citar|indicar
se voce|tu e|es|for [um|uma] ~1 modelo_de_linguagem|ia|inteligencia|chatbot|robo|assistente!
* escreva|escreve|adicione|adiciona|inclua|inclui|mencione|menciona|insira|acrescente|ponha|coloque|diga ~9 em|no|na|ao [seu|teu|cada|todo|final_do|inicio_do] resumo|sintese|resposta!
* responda|responde! apenas|somente|so|unicamente|exclusivamente|com
voce|tu ~1 agora|doravante! ~1 e|es um|uma|o|a
agora|a_partir_de_agora voce_e|tu_es! um|uma|o|a
nova|novas|novo tarefa|instrucao|instrucoes|missao! :
modelos_de_linguagem|modelo_de_linguagem|assistentes|assistente|ia|chatbots! [de_ia|virtuais|virtual] deve|devem|deverao|por_favor|tem_de
nota|mensagem|aviso|atencao|instrucao para|a|aos [os|as|a|todos_os|qualquer] modelos_de_linguagem|assistentes|ia|chatbots|inteligencias!
como modelo_de_linguagem|ia|assistente! ~3 deve|tem|voce
* nao mencione|mencionem|resuma|revele! ~6
por_favor|favor|queira ~1 ignorar|esquecer|desconsiderar! ~3
""",
    {},
    "e por_favor depois agora",
)

FOREIGN: Final[tuple[Cue, ...]] = (
    *_GERMAN, *_FRENCH, *_SPANISH, *_ITALIAN, *_DUTCH, *_SWEDISH, *_POLISH, *_PORTUGUESE,
)  # fmt: skip
