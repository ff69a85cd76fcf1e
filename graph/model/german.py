"""The German wording of every message, by its English template. A test finds templates without one."""

from typing import Final

GERMAN: Final[dict[str, str]] = {
    "{value} is no AGS. Write its digits as text with leading zeros: {lengths}.": (
        "{value} ist kein AGS. Bitte als Text mit führenden Nullen schreiben, mit so vielen Ziffern: {lengths}."
    ),
    "{value} is no slug. Write at most 80 of a–z, 0–9 and single hyphens: 'fruehe-hilfen'.": (
        "{value} ist kein Kurzname. Erlaubt sind höchstens 80 Zeichen a–z, 0–9 und einzelne Bindestriche: "
        "'fruehe-hilfen'."
    ),
    "An id has 1 to 80 ASCII characters without spaces; this one has not.": (
        "Eine Kennung hat 1 bis 80 ASCII-Zeichen ohne Leerzeichen; diese nicht."
    ),
    "{value} is no date. Write '2019', '2019-05' or '2019-05-12'.": (
        "{value} ist kein Datum. Bitte '2019', '2019-05' oder '2019-05-12' schreiben."
    ),
    "{end} {until} is not after {begin} {since}. Intervals end before {end}: write the first day, month or year in "
    "which it no longer holds, or leave it empty.": (
        "{end} {until} liegt nicht nach {begin} {since}. Zeiträume enden vor {end}: bitte den ersten Tag, Monat oder "
        "das erste Jahr schreiben, in dem es nicht mehr gilt, oder das Feld leer lassen."
    ),
    "This is no e-mail address. Write it as name@example.org.": (
        "Das ist keine E-Mail-Adresse. Bitte in der Form name@example.org schreiben."
    ),
    "{value} is no web address. Begin it with https:// or http://.": (
        "{value} ist keine Internetadresse. Sie beginnt mit https:// oder http://."
    ),
    "{kind} has a key of {length} digits; {value} has {actual}.": (
        "{kind} hat einen Schlüssel mit {length} Ziffern; {value} hat {actual}."
    ),
    "published_on belongs to PUBLISHED positions and to no other; this one is {status}.": (
        "published_on gehört zu Positionen mit Status PUBLISHED und zu keinen anderen; diese ist {status}."
    ),
    "{kind} has no {names}. Its own properties: {allowed}.": (
        "{kind} hat kein {names}. Eigene Angaben dieser Beziehung: {allowed}."
    ),
    "{kind} needs {names}.": "Bei {kind} fehlt {names}.",
    "{value} is not allowed here. Allowed: {allowed}.": "{value} ist hier nicht erlaubt. Erlaubt: {allowed}.",
    "This value is not allowed here. Allowed: {allowed}.": "Dieser Wert ist hier nicht erlaubt. Erlaubt: {allowed}.",
    "{kind} joins two different nodes; both ends are the same {end}.": (
        "{kind} verbindet zwei verschiedene Knoten; hier sind beide Enden derselbe ({end})."
    ),
    "{kind} does not join {one} to {other}. Allowed: {allowed}.": (
        "{kind} verbindet nicht {one} mit {other}. Erlaubt: {allowed}."
    ),
    "{count} values are not allowed.": "{count} Werte sind nicht erlaubt.",
    "There is nothing under this id that you may see.": "Unter dieser Kennung gibt es nichts, das Sie sehen dürfen.",
    "Revision {expected} is no longer the newest; it is {revision}. Changed since: {names}. Read it again and repeat "
    "your change on the new revision.": (
        "Stand {expected} ist nicht mehr der neueste; das ist {revision}. Seither geändert: {names}. Bitte neu lesen "
        "und die Änderung am neuen Stand wiederholen."
    ),
    "The database does not answer just now. Try again in a few seconds.": (
        "Die Datenbank antwortet gerade nicht. Bitte in einigen Sekunden noch einmal versuchen."
    ),
    "This needs the permission {permission}, which the role {role} has not.": (
        "Dafür ist das Recht {permission} nötig, das die Rolle {role} nicht hat."
    ),
    "{name} is missing.": "{name} fehlt.",
    "There is no {name} here. Allowed: {fields}.": "{name} gibt es hier nicht. Erlaubt: {fields}.",
    "{value} is not allowed here. Allowed: {expected}.": "{value} ist hier nicht erlaubt. Erlaubt: {expected}.",
    "{value} is not allowed here. Allowed: {ge} or more.": "{value} ist hier nicht erlaubt. Erlaubt: {ge} oder mehr.",
    "{value} is not allowed here. Allowed: more than {gt}.": "{value} ist hier nicht erlaubt. Erlaubt: mehr als {gt}.",
    "{value} is not allowed here. Allowed: {le} or less.": "{value} ist hier nicht erlaubt. Erlaubt: höchstens {le}.",
    "{name} is empty. Write at least {min_length} character.": (
        "{name} ist leer. Bitte mindestens {min_length} Zeichen schreiben."
    ),
    "{name} is longer than the {max_length} characters allowed.": (
        "{name} ist länger als die erlaubten {max_length} Zeichen."
    ),
    "{value} does not have the form {pattern}.": "{value} hat nicht die Form {pattern}.",
    "{value} is no whole number.": "{value} ist keine ganze Zahl.",
    "{value} is no number.": "{value} ist keine Zahl.",
    "{value} is neither true nor false.": "{value} ist weder wahr noch falsch (true, false).",
    "{value} is no date. Write it as 2019-05-12.": "{value} ist kein Datum. Bitte als 2019-05-12 schreiben.",
    "{name} is not a text.": "{name} ist kein Text.",
    "{name} has a value that is not allowed.": "{name} hat einen Wert, der nicht erlaubt ist.",
    "The secret is too short. Give at least {bytes} random bytes.": (
        "Das Geheimnis ist zu kurz. Nötig sind mindestens {bytes} zufällige Bytes."
    ),
    "KOMMUNE360_DATABASE_URI is set, so KOMMUNE360_DATABASE_PASSWORD is needed too.": (
        "KOMMUNE360_DATABASE_URI ist gesetzt, also fehlt noch KOMMUNE360_DATABASE_PASSWORD."
    ),
    "There is no setting {name}. Did you mean {guess}?": ("Die Einstellung {name} gibt es nicht. War {guess} gemeint?"),
    "Steps taken: {steps}. The database is at step {version}.": (
        "Erledigte Schritte: {steps}. Die Datenbank ist bei Schritt {version}."
    ),
    "Nothing to do: the database is at step {version}.": ("Nichts zu tun: Die Datenbank ist bei Schritt {version}."),
    "Demo sign-in gives every role to everyone, so it works on loopback only, not on {host}. Set "
    "KOMMUNE360_DEMO_SIGN_IN=false, or KOMMUNE360_HOST=127.0.0.1.": (
        "Die Demo-Anmeldung gibt allen jede Rolle, darum geht sie nur auf diesem Rechner selbst, nicht auf {host}. "
        "Bitte KOMMUNE360_DEMO_SIGN_IN=false oder KOMMUNE360_HOST=127.0.0.1 setzen."
    ),
    "This token is not valid, or no longer. Sign in again.": (
        "Dieses Token gilt nicht oder nicht mehr. Bitte neu anmelden."
    ),
    "This is no id of a node. Use ids as the service gave them, without change.": (
        "Das ist keine Kennung eines Knotens. Bitte Kennungen unverändert so verwenden, wie der Dienst sie gibt."
    ),
    "An id of a {kind} is needed here; this is the id of a {found}.": (
        "Hier ist die Kennung von {kind} nötig; dies ist die Kennung von {found}."
    ),
    "{count} ids are too many for one list. Allowed: up to {most}.": (
        "{count} Kennungen sind zu viele für eine Liste. Erlaubt: bis zu {most}."
    ),
    "The document has {count} {what}. Allowed: up to {most}.": (
        "Das Dokument hat {count} {what}. Erlaubt: bis zu {most}."
    ),
    "The variables are nested too deeply, or too many of them are wrong.": (
        "Die Variablen sind zu tief geschachtelt, oder zu viele von ihnen sind falsch."
    ),
    "The variable ${name}{place} has a value that is not allowed there. Its type: {type}.": (
        "Die Variable ${name}{place} hat einen Wert, der dort nicht erlaubt ist. Ihr Typ: {type}."
    ),
    "The document is {depth} levels deep. Allowed: up to {most}.": (
        "Das Dokument ist {depth} Ebenen tief. Erlaubt: bis zu {most}."
    ),
    "The document costs {cost}. Allowed: up to {most}. Ask for smaller pages, or in several requests.": (
        "Das Dokument kostet {cost}. Erlaubt: bis zu {most}. Bitte kleinere Seiten oder in mehreren Anfragen abfragen."
    ),
    "Something went wrong on our side. It has been noted; if it happens again, tell us the request's id.": (
        "Bei uns ist etwas schiefgegangen. Es ist vermerkt; wenn es wieder geschieht, nennen Sie uns bitte die "
        "Kennung der Anfrage."
    ),
    "The file cannot be read: {reason}.": "Die Datei lässt sich nicht lesen: {reason}.",
    "The file is empty. Its first row names the columns, each further one is a record.": (
        "Die Datei ist leer. Die erste Zeile nennt die Spalten, jede weitere ist ein Datensatz."
    ),
    "The file names its columns but has no row below them. Fill it or leave it out.": (
        "Die Datei nennt ihre Spalten, hat darunter aber keine Zeile. Bitte ausfüllen oder weglassen."
    ),
    "The file's name does not say what it holds. The nearest name is {nearest}.csv; allowed: {allowed}.": (
        "Der Name der Datei sagt nicht, was darin steht. Am nächsten kommt {nearest}.csv; erlaubt: {allowed}."
    ),
    "{other} holds the same kind. Put both into one file.": (
        "{other} enthält dieselbe Art. Bitte beides in eine Datei schreiben."
    ),
    "There is no table to import here. Its files have names like people.csv or member_of.csv.": (
        "Hier ist keine Tabelle zum Importieren. Die Dateien heißen zum Beispiel people.csv oder mitglied_von.csv."
    ),
    "This is a workbook. Save each sheet as 'CSV UTF-8' under the name of what it holds.": (
        "Das ist eine Arbeitsmappe. Bitte jedes Blatt als 'CSV UTF-8' speichern, benannt nach seinem Inhalt."
    ),
    "This is a workbook, not a table of text. Save it as 'CSV UTF-8'.": (
        "Das ist eine Arbeitsmappe, keine Texttabelle. Bitte als 'CSV UTF-8' speichern."
    ),
    "This is neither UTF-8 nor Windows-1252 text. Save it as 'CSV UTF-8'.": (
        "Das ist weder UTF-8- noch Windows-1252-Text. Bitte als 'CSV UTF-8' speichern."
    ),
    "This line is longer than the {most} characters that a row may have. Is it a table?": (
        "Diese Zeile ist länger als die {most} Zeichen, die eine Zeile haben darf. Ist das eine Tabelle?"
    ),
    "There is a NUL byte in this line, so the file is no text. Export it anew.": (
        "In dieser Zeile steht ein NUL-Byte; die Datei ist also kein Text. Bitte neu exportieren."
    ),
    "Umlauts are garbled in this line: the file was once read in a wrong encoding. Export it anew.": (
        "In dieser Zeile sind Umlaute zerstört: die Datei wurde einmal in falscher Kodierung gelesen. Bitte neu "
        "exportieren."
    ),
    "A cell of the row that begins here is longer than {most} characters. Is a quotation mark open?": (
        "Eine Zelle der hier beginnenden Zeile ist länger als {most} Zeichen. Fehlt ein schließendes Anführungszeichen?"
    ),
    "The quotation marks of the row that begins here do not match. A cell in quotation marks ends with one, and one "
    "inside it is written twice.": (
        "Die Anführungszeichen der hier beginnenden Zeile passen nicht zusammen. Eine Zelle in Anführungszeichen endet "
        "mit einem, und eines darin wird doppelt geschrieben."
    ),
    "This row has {found} cells, the header has {expected}. A text with a separator or a line break in it stands in "
    "quotation marks; an empty cell at the end needs its separator too.": (
        "Diese Zeile hat {found} Zellen, die Kopfzeile hat {expected}. Ein Text mit Trennzeichen oder Zeilenumbruch "
        "steht in Anführungszeichen; auch eine leere Zelle am Ende braucht ihr Trennzeichen."
    ),
    "There is a value in a column that has no name. Name the column or empty it.": (
        "In einer Spalte ohne Namen steht etwas. Bitte die Spalte benennen oder leeren."
    ),
    "The first row has to name the columns; it names none of those allowed: {allowed}.": (
        "Die erste Zeile muss die Spalten nennen; sie nennt keine der erlaubten: {allowed}."
    ),
    "The column {name} is missing.": "Die Spalte {name} fehlt.",
    "The name of column {number} is none of those allowed: {allowed}.": (
        "Der Name der Spalte {number} ist keiner der erlaubten: {allowed}."
    ),
    "There is no column {value} here. The nearest is {nearest}; allowed: {allowed}.": (
        "Eine Spalte {value} gibt es hier nicht. Am nächsten kommt {nearest}; erlaubt: {allowed}."
    ),
    "The columns {first} and {second} mean the same. Keep one of them.": (
        "Die Spalten {first} und {second} bedeuten dasselbe. Bitte nur eine behalten."
    ),
    "column {column}": "Spalte {column}",
    "This key already stands in line {line}. Each key stands once.": (
        "Dieser Schlüssel steht schon in Zeile {line}. Jeder Schlüssel steht nur einmal."
    ),
    "This key is that of several nodes: {kinds}. Say which in a column {column}.": (
        "Dieser Schlüssel gehört zu mehreren Knoten: {kinds}. Bitte in einer Spalte {column} sagen, zu welchem."
    ),
    "No node has this key, neither in these files nor from this source in the graph: {kinds}.": (
        "Diesen Schlüssel hat kein Knoten, weder in diesen Dateien noch aus dieser Quelle im Netzwerk: {kinds}."
    ),
    "No {kinds} has the key {value}, neither in these files nor in the graph.": (
        "Den Schlüssel {value} gibt es nicht, weder in diesen Dateien noch im Netzwerk: {kinds}."
    ),
    "No {kinds} has the key {value}, neither in these files nor in the graph. Did you mean {nearest}?": (
        "Den Schlüssel {value} gibt es nicht, weder in diesen Dateien noch im Netzwerk: {kinds}. Meinen Sie {nearest}?"
    ),
    "This tie already stands in line {line}. A second one between the same ends needs another {others}.": (
        "Diese Beziehung steht schon in Zeile {line}. Eine zweite zwischen denselben Enden braucht ein anderes "
        "{others}."
    ),
    "{kind} would lead in a circle: {path}. Nothing is part of itself.": (
        "{kind} führte im Kreis: {path}. Nichts ist Teil von sich selbst."
    ),
    "PUBLIC needs the person's consent to PUBLICATION, which is not known. Import it with the day it was given, or "
    "choose NETWORK.": (
        "PUBLIC braucht die Einwilligung der Person in PUBLICATION; sie ist nicht bekannt. Bitte mit dem Tag, an dem "
        "sie gegeben wurde, importieren oder NETWORK wählen."
    ),
    "Name the source in 1 to {most} characters, and the same way at every import: 'survey-2024'.": (
        "Bitte die Quelle mit 1 bis {most} Zeichen benennen, bei jedem Import gleich: 'befragung-2024'."
    ),
    "Consents and the day on which they were given belong together. Give both or neither.": (
        "Einwilligungen und der Tag, an dem sie gegeben wurden, gehören zusammen. Bitte beides angeben oder keines."
    ),
    "Nobody has consented on a day that is still to come.": ("An einem Tag, der noch kommt, hat niemand eingewilligt."),
    "file": "Datei",
    "line": "Zeile",
    "column": "Spalte",
    "value": "Wert",
    "message": "Meldung",
    "Ask for `first` with `after`, or for `last` with `before`, not for a mix of them.": (
        "Bitte `first` mit `after` oder `last` mit `before` angeben, nicht beides gemischt."
    ),
    "{name} is {value}. Ask for 1 to {largest} at once.": ("{name} ist {value}. Auf einmal gibt es 1 bis {largest}."),
    "This cursor is none of this list in this order. Begin without a cursor.": (
        "Dieser Cursor gehört nicht zu dieser Liste in dieser Reihenfolge. Bitte ohne Cursor neu beginnen."
    ),
    "{name} is {value}. Allowed: {low} to {high}.": "{name} ist {value}. Erlaubt: {low} bis {high}.",
    "{kind} does not tie {actors}. Allowed: {allowed}.": "{kind} verbindet {actors} nicht. Erlaubt: {allowed}.",
    "{actors} cannot be filtered by {name}. Allowed: {allowed}.": (
        "{actors} können nicht nach {name} gefiltert werden. Erlaubt: {allowed}."
    ),
    "There is no {kind} with the id {id}.": "{kind} mit der Kennung {id} gibt es nicht.",
    "The snapshot of this analysis is not kept any more. Begin again.": (
        "Der Stand, zu dem diese Auswertung gehört, wird nicht mehr vorgehalten. Bitte von vorn beginnen."
    ),
    "fewer than {few}": "weniger als {few}",
    "The graph was changed during the import, so line {line} of {file} no longer fits. What was written before stays. "
    "Run the same command again.": (
        "Das Netzwerk wurde während des Imports geändert; Zeile {line} von {file} passt nicht mehr. Was vorher "
        "geschrieben wurde, bleibt. Bitte denselben Befehl noch einmal ausführen."
    ),
    "{count} problems; the first {shown} are shown. --report FILE writes all of them.": (
        "{count} Fehler; die ersten {shown} sind gezeigt. --report DATEI schreibt alle auf."
    ),
    "The file cannot be written: {reason}.": "Die Datei lässt sich nicht schreiben: {reason}.",
    "Nothing was written. Correct these rows and run the same command again.": (
        "Nichts wurde geschrieben. Bitte diese Zeilen berichtigen und denselben Befehl noch einmal ausführen."
    ),
    "Nothing was written: this was a dry run.": "Nichts wurde geschrieben: das war nur eine Prüfung.",
    "{count} consents recorded.": "{count} Einwilligungen eingetragen.",
    "{file}: {created} created, {changed} changed, {unchanged} as before": (
        "{file}: {created} neu, {changed} geändert, {unchanged} wie zuvor"
    ),
    "; left out: {bad} wrong, {dependent} that refer to such": (
        "; ausgelassen: {bad} falsche, {dependent} mit Bezug auf solche"
    ),
    "{value} people are not possible here. Allowed: {least} to {most}.": (
        "{value} Personen sind hier nicht möglich. Erlaubt: {least} bis {most}."
    ),
    "The former id {id} already leads to another node.": (
        "Die frühere Kennung {id} führt schon zu einem anderen Knoten."
    ),
    "There is no {kind} {id} that {former} could lead to. Create it first, or correct the id.": (
        "{kind} {id} gibt es nicht, {former} kann also nicht dorthin führen. Bitte erst anlegen oder die Kennung "
        "berichtigen."
    ),
    "The id {id} is that of a node itself, so it cannot lead to another.": (
        "Die Kennung {id} gehört selbst zu einem Knoten und kann deshalb nicht zu einem anderen führen."
    ),
    "A {kind} has its own key as its id: {own}. Leave the id out.": (
        "Bei {kind} ist der eigene Schlüssel die Kennung: {own}. Bitte keine andere Kennung angeben."
    ),
    "The key of a {kind} is its id and cannot change. Create another {kind} instead.": (
        "Bei {kind} ist der Schlüssel die Kennung und unveränderlich. Bitte stattdessen einen neuen Eintrag anlegen."
    ),
    "All these rows are about a {kind}, but one holds the fields of a {other}.": (
        "Alle diese Zeilen beschreiben {kind}, aber eine hat die Felder von {other}."
    ),
    "PUBLIC needs the person's consent to PUBLICATION. Record that consent first, or choose NETWORK.": (
        "PUBLIC braucht die Einwilligung der Person in PUBLICATION. Bitte erst die Einwilligung eintragen oder NETWORK "
        "wählen."
    ),
    "{id} stands twice among these rows. Put its changes into one row.": (
        "{id} steht zweimal in diesen Zeilen. Bitte alle Änderungen daran in eine Zeile schreiben."
    ),
    "There already is a {kind} {id} with other properties. Change that one, or choose another id.": (
        "{kind} {id} gibt es schon, mit anderen Angaben. Bitte den vorhandenen Eintrag ändern oder eine andere Kennung "
        "wählen."
    ),
    "{count} collaborations name this topic. Take it out of them first.": (
        "{count} Beziehungen der Zusammenarbeit nennen dieses Thema. Bitte dort zuerst herausnehmen."
    ),
    "{names} of a tie cannot change. Delete it and create another.": (
        "{names} einer Beziehung ist unveränderlich. Bitte die Beziehung löschen und eine neue anlegen."
    ),
    "{kind} would lead back to where it began: {path}. Take out or turn round one of these ties.": (
        "{kind} führte im Kreis: {path}. Bitte eine dieser Beziehungen löschen oder umdrehen."
    ),
    "There is no municipality {id}. Look up its official key by its name; zeros in front count.": (
        "Eine Kommune {id} gibt es nicht. Bitte den Gemeindeschlüssel über den Namen suchen; führende Nullen zählen."
    ),
    "There is no topic {id}. Look up its id by its name, or create it first.": (
        "Ein Thema {id} gibt es nicht. Bitte die Kennung über den Namen suchen oder das Thema erst anlegen."
    ),
    "There is no {kind} {id} that you may see. Look up its id by its name, or create it first.": (
        "{kind} {id} gibt es nicht, oder Sie dürfen es nicht sehen. Bitte die Kennung über den Namen suchen oder den "
        "Eintrag erst anlegen."
    ),
    "There already is such a {kind} with other properties. Change that one, or give another since.": (
        "Eine solche Beziehung {kind} gibt es schon, mit anderen Angaben. Bitte die vorhandene ändern oder ein anderes "
        "since angeben."
    ),
    "The role {role} may do more than you, so only someone with its rights can give or take it.": (
        "Die Rolle {role} darf mehr als Sie; nur wer ihre Rechte hat, kann sie geben oder nehmen."
    ),
    "{kind} cannot be ordered by {value}. Allowed: {allowed}.": (
        "{kind} lässt sich nicht nach {value} ordnen. Erlaubt: {allowed}."
    ),
    "The text has {length} characters. Allowed: at most {longest}.": (
        "Der Text hat {length} Zeichen. Erlaubt: höchstens {longest}."
    ),
    "{file} can be read by others. Make a new one: delete it and start again; all tokens end with it.": (
        "{file} ist für andere lesbar. Bitte löschen und neu starten, dann entsteht eine neue; alle Token enden damit."
    ),
    "{file} is damaged. Delete it and start again; all tokens end with it.": (
        "{file} ist beschädigt. Bitte löschen und neu starten; alle Token enden damit."
    ),
    "The request's body did not arrive in time.": ("Der Inhalt der Anfrage kam nicht rechtzeitig an."),
    "The request's body is too large. Allowed: up to {most} bytes.": (
        "Der Inhalt der Anfrage ist zu groß. Erlaubt: bis zu {most} Bytes."
    ),
    "Demo sign-in is on, so only this machine is served. Set KOMMUNE360_DEMO_SIGN_IN=false.": (
        "Die Demo-Anmeldung ist an, darum wird nur dieser Rechner bedient. Bitte KOMMUNE360_DEMO_SIGN_IN=false setzen."
    ),
    "This is no GraphQL request. POST a JSON object with `query`, and `variables` if it has any.": (
        "Das ist keine GraphQL-Anfrage. Bitte ein JSON-Objekt mit `query` und, falls nötig, `variables` per POST "
        "senden."
    ),
    "There is no such role to sign in as. Allowed: {allowed}.": (
        "Eine solche Rolle gibt es nicht. Erlaubt: {allowed}."
    ),
    "Port {port} needs more rights than this user has.": ("Port {port} braucht mehr Rechte, als dieser Benutzer hat."),
    "{host} is no address of this machine.": ("{host} ist keine Adresse dieses Rechners."),
    "Port {port} on {host} is taken, or the address is not of this machine. Choose another by --port.": (
        "Port {port} auf {host} ist belegt, oder die Adresse gehört nicht zu diesem Rechner. Bitte mit --port "
        "einen anderen wählen."
    ),
    "Starting …": ("Startet …"),
    "Ended in order.": ("Ordnungsgemäß beendet."),
    "The database is empty; adding: {seed} …": ("Die Datenbank ist leer; hinzugefügt wird: {seed} …"),
    "GraphQL answers at {url}.": ("GraphQL antwortet unter {url}."),
    "Demo sign-in is on: open {url}, or POST {url}/sign-in?role=MANAGER. Switch it off for real data.": (
        "Die Demo-Anmeldung ist an: {url} öffnen oder POST {url}/sign-in?role=MANAGER. Für echte Daten bitte "
        "ausschalten."
    ),
    "To sign in: kommune360 token --role MEMBER": ("Zum Anmelden: kommune360 token --role MEMBER"),
    "To take it over: kommune360 schema > schema.graphql": ("Zum Übernehmen: kommune360 schema > schema.graphql"),
    "Say either --role or --revoke.": ("Bitte entweder --role oder --revoke angeben."),
    "The account is named {name}. To end it: kommune360 token --revoke {name}": (
        "Das Konto heißt {name}. Zum Beenden: kommune360 token --revoke {name}"
    ),
    "There is no account of this name.": ("Ein Konto dieses Namens gibt es nicht."),
    "The account {name} is ended; its tokens are refused from now on.": (
        "Das Konto {name} ist beendet; seine Token werden ab jetzt abgelehnt."
    ),
    "--people goes with national only; {name} has its own size.": (
        "--people gehört nur zu national; {name} hat seine eigene Größe."
    ),
    "There are other people in this database already. To add invented ones all the same, add --beside.": (
        "In dieser Datenbank sind schon andere Personen. Um trotzdem erfundene hinzuzufügen: --beside angeben."
    ),
    "The database's address begins with one of {allowed} and names a host.": (
        "Die Adresse der Datenbank beginnt mit {allowed} und nennt einen Rechner."
    ),
    "Name the database's user and password apart from its address.": (
        "Benutzer und Passwort der Datenbank bitte getrennt von ihrer Adresse angeben."
    ),
    "The database is {agent}. Use Neo4j 5.26 or newer, or the embedded server.": (
        "Die Datenbank ist {agent}. Bitte Neo4j ab 5.26 oder den eingebauten Server verwenden."
    ),
    "The database cannot read a statement.": "Die Datenbank kann eine Anweisung nicht lesen.",
    "The database refuses a statement: {code}.": "Die Datenbank lehnt eine Anweisung ab: {code}.",
    "The database refuses this user or password.": "Die Datenbank lehnt diesen Benutzer oder dieses Passwort ab.",
    "The id, or the key of the tie, is already taken.": (
        "Die Kennung oder der Schlüssel der Beziehung ist schon vergeben."
    ),
    "Ties still hold this node. Delete them first.": (
        "An diesem Knoten hängen noch Beziehungen. Bitte zuerst diese löschen."
    ),
    "The database is at step {newest}, this program knows {known}. Start the newer program, or restore a backup that "
    "was made before it.": (
        "Die Datenbank ist auf Stand {newest}, dieses Programm kennt nur {known}. Bitte das neuere Programm starten "
        "oder eine Sicherung von davor einspielen."
    ),
    "Another service already runs its database in {folder}. Stop that one first, or give this one a data folder of "
    "its own.": (
        "In {folder} läuft schon die Datenbank eines anderen Dienstes. Bitte diesen zuerst beenden oder hier einen "
        "eigenen Datenordner angeben."
    ),
    "Port {port} on 127.0.0.1 is taken, so the embedded database cannot listen there. End what uses it, or choose "
    "another port.": (
        "Port {port} auf 127.0.0.1 ist belegt, die eingebaute Datenbank kann ihn nicht nutzen. Bitte beenden, was ihn "
        "nutzt, oder einen anderen Port wählen."
    ),
    "All ports on 127.0.0.1 that were tried are taken.": "Alle versuchten Ports auf 127.0.0.1 sind belegt.",
    "The embedded database did not come up. What it said is in {log}.": (
        "Die eingebaute Datenbank ist nicht gestartet. Was sie gemeldet hat, steht in {log}."
    ),
    "The embedded database is just starting or stopping. Try again in a few seconds.": (
        "Die eingebaute Datenbank startet oder endet gerade. Bitte in einigen Sekunden noch einmal versuchen."
    ),
    "This is no file with rows, but a folder or a device.": (
        "Das ist keine Datei mit Zeilen, sondern ein Ordner oder ein Gerät."
    ),
    "This is no date. Write '2019', '2019-05' or '2019-05-12'.": (
        "Das ist kein Datum. Bitte '2019', '2019-05' oder '2019-05-12' schreiben."
    ),
    "checking {file}": "prüfe {file}",
    "writing {file}": "schreibe {file}",
}
