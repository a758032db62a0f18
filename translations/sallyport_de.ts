<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>catalogue</name>
    <message>
        <source>%1 (service closed)</source>
        <translation>%1 (Dienst eingestellt)</translation>
    </message>
</context>
<context>
    <name>sallyport::AboutDialog</name>
    <message>
        <source>About Sallyport</source>
        <translation>Über Sallyport</translation>
    </message>
    <message>
        <source>Sallyport %1</source>
        <translation>Sallyport %1</translation>
    </message>
    <message>
        <source>Qt %1, %2</source>
        <translation>Qt %1, %2</translation>
    </message>
    <message>
        <source>&lt;b&gt;Sallyport&lt;/b&gt;&lt;br&gt;Which programs may leave the network, and who is connected now.</source>
        <translation>&lt;b&gt;Sallyport&lt;/b&gt;&lt;br&gt;Welche Programme das Netz verlassen dürfen, und wer jetzt verbunden ist.</translation>
    </message>
    <message>
        <source>Licence: &lt;a href=&quot;https://www.gnu.org/licenses/gpl-3.0.html&quot;&gt;GNU General Public License, version 3 or later&lt;/a&gt;</source>
        <translation>Lizenz: &lt;a href=&quot;https://www.gnu.org/licenses/gpl-3.0.html&quot;&gt;GNU General Public License, Version 3 oder neuer&lt;/a&gt;</translation>
    </message>
    <message>
        <source>Licence: GNU General Public License, version 3 or later</source>
        <translation>Lizenz: GNU General Public License, Version 3 oder neuer</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
</context>
<context>
    <name>sallyport::AddServerWizard</name>
    <message>
        <source>Add Server</source>
        <translation>Server hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Enrol</source>
        <translation>&amp;Anmelden</translation>
    </message>
</context>
<context>
    <name>sallyport::AddressField</name>
    <message>
        <source>Enter an IP address, for example 192.168.0.1 or fd00::1.</source>
        <translation>Geben Sie eine IP-Adresse ein, zum Beispiel 192.168.0.1 oder fd00::1.</translation>
    </message>
</context>
<context>
    <name>sallyport::ApplicationEntryPage</name>
    <message>
        <source>Application Entry</source>
        <translation>Anwendungseintrag</translation>
    </message>
    <message>
        <source>A&amp;pplication:</source>
        <translation>Anwen&amp;dung:</translation>
    </message>
    <message>
        <source>&amp;Key:</source>
        <translation>&amp;Schlüssel:</translation>
    </message>
    <message>
        <source>&amp;Value:</source>
        <translation>&amp;Wert:</translation>
    </message>
    <message>
        <source>[*] takes the DontRemoteOutbound… keys only. Name a program, or use %1.</source>
        <translation>[*] nimmt nur die Schlüssel DontRemoteOutbound… auf. Nennen Sie ein Programm oder verwenden Sie %1.</translation>
    </message>
    <message>
        <source>Port %1 stands in %2 already. Take it out of one of the two lists.</source>
        <translation>Port %1 steht schon in %2. Nehmen Sie ihn aus einer der beiden Listen heraus.</translation>
    </message>
    <message>
        <source>Choose one of the keys in the list; start typing to find it.</source>
        <translation>Wählen Sie einen Schlüssel der Liste; Tippen findet ihn.</translation>
    </message>
    <message>
        <source>%1 has %2=%3 already; the new value replaces it.</source>
        <translation>%1 hat schon %2=%3; der neue Wert ersetzt ihn.</translation>
    </message>
    <message>
        <source>msmsgs</source>
        <translation>msmsgs</translation>
    </message>
    <message>
        <source>Enter the program&apos;s file name, for example msmsgs.</source>
        <translation>Geben Sie den Dateinamen des Programms ein, zum Beispiel msmsgs.</translation>
    </message>
    <message>
        <source>This can&apos;t be a program&apos;s name. Use its file name, and none of [ ] = ; &quot; &lt; &gt; | : ? *</source>
        <translation>So kann kein Programm heißen. Nehmen Sie den Dateinamen und keines der Zeichen [ ] = ; &quot; &lt; &gt; | : ? *</translation>
    </message>
    <message>
        <source>Taken as %1: the file name, without path and extension.</source>
        <translation>Gilt als %1: der Dateiname, ohne Pfad und Endung.</translation>
    </message>
</context>
<context>
    <name>sallyport::ApplicationEntrySheet</name>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Application Entry Settings</source>
        <translation>Anwendungseintrag</translation>
    </message>
</context>
<context>
    <name>sallyport::ApplicationSettingsModel</name>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>(no settings)</source>
        <translation>(keine Einstellungen)</translation>
    </message>
    <message>
        <source>Without effect: the entry has no settings.</source>
        <translation>Ohne Wirkung: der Eintrag hat keine Einstellungen.</translation>
    </message>
    <message>
        <source>Without effect: %1 is disabled, so the client leaves it alone.</source>
        <translation>Ohne Wirkung: %1 ist abgeschaltet, der Client lässt das Programm also in Ruhe.</translation>
    </message>
    <message>
        <source>Not applied yet: was %1.</source>
        <translation>Noch nicht angewendet: war %1.</translation>
    </message>
</context>
<context>
    <name>sallyport::ApplicationSettingsPage</name>
    <message>
        <source>Application Settings</source>
        <translation>Anwendungen</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Neu…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Paste programs…</source>
        <translation>&amp;Programme einfügen…</translation>
    </message>
    <message>
        <source>What clients do with single programs. Programs without a line of their own follow [Common Configuration].</source>
        <translation>Was Clients mit einzelnen Programmen tun. Programme ohne eigene Zeile folgen [Common Configuration].</translation>
    </message>
    <message>
        <source>Application settings</source>
        <translation>Anwendungseinstellungen</translation>
    </message>
</context>
<context>
    <name>sallyport::ApplicationTexts</name>
    <message>
        <source>Where names are looked up: on the server or on the PC.</source>
        <translation>Wo Namen nachgeschlagen werden: auf dem Server oder auf dem PC.</translation>
    </message>
    <message>
        <source>Which addresses the program is given for the PC&apos;s own name.</source>
        <translation>Welche Adressen das Programm für den Namen des eigenen PCs bekommt.</translation>
    </message>
    <message>
        <source>TCP ports the program opens on the PC.</source>
        <translation>TCP-Ports, die das Programm auf dem PC öffnet.</translation>
    </message>
    <message>
        <source>UDP ports the program opens on the PC.</source>
        <translation>UDP-Ports, die das Programm auf dem PC öffnet.</translation>
    </message>
    <message>
        <source>TCP ports the program opens on the server&apos;s outside.</source>
        <translation>TCP-Ports, die das Programm an der Außenseite des Servers öffnet.</translation>
    </message>
    <message>
        <source>UDP ports the program opens on the server&apos;s outside.</source>
        <translation>UDP-Ports, die das Programm an der Außenseite des Servers öffnet.</translation>
    </message>
    <message>
        <source>TCP ports on the server that accept more than one connection.</source>
        <translation>TCP-Ports des Servers, die mehr als eine Verbindung annehmen.</translation>
    </message>
    <message>
        <source>Which outside address of the server a port is opened on.</source>
        <translation>An welcher Außenadresse des Servers ein Port geöffnet wird.</translation>
    </message>
    <message>
        <source>Ends the session of an older instance before a new one starts.</source>
        <translation>Beendet die Sitzung einer älteren Instanz, bevor eine neue beginnt.</translation>
    </message>
    <message>
        <source>Keeps the program&apos;s state when the client service restarts.</source>
        <translation>Behält den Zustand des Programms, wenn der Clientdienst neu startet.</translation>
    </message>
    <message>
        <source>Uses the credentials stored on the PC; for services that run without a user.</source>
        <translation>Verwendet die auf dem PC gespeicherten Anmeldedaten; für Dienste, die ohne Benutzer laufen.</translation>
    </message>
    <message>
        <source>Sends this program through one particular server.</source>
        <translation>Leitet dieses Programm über einen bestimmten Server.</translation>
    </message>
    <message>
        <source>How client and server speak about this program.</source>
        <translation>Wie Client und Server über dieses Programm sprechen.</translation>
    </message>
    <message>
        <source>Lets the program be routed rather than remoted; later clients only.</source>
        <translation>Lässt das Programm routen statt umleiten; nur spätere Clients.</translation>
    </message>
    <message>
        <source>TCP ports that are never sent to the server; later clients only.</source>
        <translation>TCP-Ports, die nie zum Server gehen; nur spätere Clients.</translation>
    </message>
    <message>
        <source>UDP ports that are never sent to the server; later clients only.</source>
        <translation>UDP-Ports, die nie zum Server gehen; nur spätere Clients.</translation>
    </message>
    <message>
        <source>Overrides Disable; understood by the latest clients only.</source>
        <translation>Geht Disable vor; nur die neuesten Clients verstehen ihn.</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>not disabled</source>
        <translation>nicht gesperrt</translation>
    </message>
    <message>
        <source>always on the PC</source>
        <translation>immer auf dem PC</translation>
    </message>
    <message>
        <source>always on the server</source>
        <translation>immer auf dem Server</translation>
    </message>
    <message>
        <source>the PC&apos;s own addresses</source>
        <translation>die Adressen des PCs</translation>
    </message>
    <message>
        <source>the server&apos;s addresses</source>
        <translation>die Adressen des Servers</translation>
    </message>
    <message>
        <source>the server&apos;s outside addresses</source>
        <translation>die Außenadressen des Servers</translation>
    </message>
    <message>
        <source>by UDP</source>
        <translation>über UDP</translation>
    </message>
    <message>
        <source>by TCP</source>
        <translation>über TCP</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Choose 0 or 1.</source>
        <translation>Wählen Sie 0 oder 1.</translation>
    </message>
    <message>
        <source>Choose one of the values in the list.</source>
        <translation>Wählen Sie einen Wert der Liste.</translation>
    </message>
    <message>
        <source>Enter ports from 0 to 65535 or ranges, separated by commas: 7000-7022, 7100. 0 stands for any port.</source>
        <translation>Geben Sie Ports von 0 bis 65535 oder Bereiche ein, durch Kommas getrennt: 7000-7022, 7100. 0 steht für jeden Port.</translation>
    </message>
    <message>
        <source>Enter pairs of port and address, separated by commas: 110:192.0.2.7, 25:192.0.2.8.</source>
        <translation>Geben Sie Paare aus Port und Adresse ein, durch Kommas getrennt: 110:192.0.2.7, 25:192.0.2.8.</translation>
    </message>
    <message>
        <source>Enter the server&apos;s address, or its name, as the choice before it says.</source>
        <translation>Geben Sie die Adresse oder den Namen des Servers ein, je nach der Auswahl davor.</translation>
    </message>
    <message>
        <source>Whether the program is taken off the Firewall Client; requests it still makes there are then refused.</source>
        <translation>Ob das Programm vom Firewall-Client genommen wird; Anfragen, die es dort dennoch stellt, werden dann abgelehnt.</translation>
    </message>
    <message>
        <source>Without effect here: DisableEx = %1 overrides it. Clients that don&apos;t know DisableEx go by this setting.</source>
        <translation>Hier ohne Wirkung: DisableEx = %1 geht vor. Clients, die DisableEx nicht kennen, richten sich nach dieser Einstellung.</translation>
    </message>
    <message>
        <source>Takes the program off the Firewall Client: the client leaves it alone, and the service refuses it by name.</source>
        <translation>Nimmt das Programm vom Firewall-Client: Der Client lässt es in Ruhe, und der Dienst lehnt es unter seinem Namen ab.</translation>
    </message>
    <message>
        <source>Keeps the program on the Firewall Client: the service does not refuse it by name.</source>
        <translation>Lässt das Programm auf dem Firewall-Client: Der Dienst lehnt es unter seinem Namen nicht ab.</translation>
    </message>
    <message>
        <source>%1 is disabled, so its other keys have no effect. Let it use the Firewall Client first.</source>
        <translation>%1 ist abgeschaltet, seine anderen Schlüssel haben also keine Wirkung. Lassen Sie es zuerst den Firewall-Client benutzen.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>value – meaning</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>sallyport::Applier</name>
    <message>
        <source>It is being applied.</source>
        <translation>Es wird gerade angewendet.</translation>
    </message>
    <message>
        <source>There is nothing to apply.</source>
        <translation>Es gibt nichts anzuwenden.</translation>
    </message>
    <message>
        <source>The draft has errors; Review shows them.</source>
        <translation>Der Entwurf hat Fehler; die Prüfung zeigt sie.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached; the draft is kept.</source>
        <translation>Der Server ist nicht erreichbar; der Entwurf bleibt erhalten.</translation>
    </message>
    <message>
        <source>Somebody else applied first; merge their changes.</source>
        <translation>Jemand anders war schneller; führen Sie die Änderungen zusammen.</translation>
    </message>
    <message>
        <source>Whether the last one is in force is being asked.</source>
        <translation>Ob die letzte gilt, wird gerade erfragt.</translation>
    </message>
    <message>
        <source>no answer came, and the server has not taken it; the draft is kept, apply again</source>
        <translation>es kam keine Antwort, und der Server hat sie nicht angenommen; der Entwurf bleibt, wenden Sie ihn noch einmal an</translation>
    </message>
    <message>
        <source>no answer came, and somebody else applied first; revision %1 by %2 is in force. Merge, then apply again</source>
        <translation>es kam keine Antwort, und jemand anders hat zuerst angewendet; Revision %1 von %2 gilt. Führen Sie zusammen und wenden Sie dann noch einmal an</translation>
    </message>
    <message>
        <source>no answer came, and whether the server took it is not known; revision %1 by %2 is in force. Look at History</source>
        <translation>es kam keine Antwort, und ob der Server sie annahm, ist nicht bekannt; Revision %1 von %2 gilt. Sehen Sie im Verlauf nach</translation>
    </message>
</context>
<context>
    <name>sallyport::ApplyBar</name>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Zusammenführen</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>A&amp;pply</source>
        <translation>Anw&amp;enden</translation>
    </message>
    <message>
        <source>Changes not applied</source>
        <translation>Nicht angewendete Änderungen</translation>
    </message>
    <message>
        <source>Put your changes on top of theirs</source>
        <translation>Ihre Änderungen auf die fremden setzen</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not applied: %1</source>
        <translation>
            <numerusform>%n Änderung nicht angewendet: %1</numerusform>
            <numerusform>%n Änderungen nicht angewendet: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>· %n problem(s)</source>
        <translation>
            <numerusform>· %n Problem</numerusform>
            <numerusform>· %n Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>· %n warning(s)</source>
        <translation>
            <numerusform>· %n Warnung</numerusform>
            <numerusform>· %n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>Wird angewendet…</translation>
    </message>
    <message>
        <source>Revie&amp;w…</source>
        <translation>&amp;Prüfen…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Do not wait any longer; what was not sent yet is not sent</source>
        <translation>Nicht länger warten; was noch nicht gesendet ist, wird nicht gesendet</translation>
    </message>
    <message>
        <source>%1 applied revision %2 meanwhile.</source>
        <translation>%1 hat inzwischen Revision %2 angewendet.</translation>
    </message>
    <message>
        <source>%1 applied revision %2 meanwhile (%3).</source>
        <translation>%1 hat inzwischen Revision %2 angewendet (%3).</translation>
    </message>
    <message numerus="yes">
        <source>Your %n change(s) are kept.</source>
        <translation>
            <numerusform>Ihre Änderung bleibt erhalten.</numerusform>
            <numerusform>Ihre %n Änderungen bleiben erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Review lists them</source>
        <translation>Die Prüfung führt sie auf</translation>
    </message>
    <message>
        <source>What would change, and whom it would cut off</source>
        <translation>Was sich ändern würde, und wen es abschnitte</translation>
    </message>
    <message>
        <source>Not known which connections it would refuse</source>
        <translation>Nicht bekannt, welche Verbindungen abgelehnt würden</translation>
    </message>
    <message>
        <source>%1 Review asks again.</source>
        <translation>%1 Die Prüfung fragt noch einmal.</translation>
    </message>
    <message>
        <source>Put the changes in force</source>
        <translation>Die Änderungen in Kraft setzen</translation>
    </message>
    <message>
        <source>Back to what is in force</source>
        <translation>Zurück zu dem, was gilt</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) discarded.</source>
        <translation>
            <numerusform>%n Änderung verworfen.</numerusform>
            <numerusform>%n Änderungen verworfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Revisions %1 and %2 were applied meanwhile, the last by %3.</source>
        <translation>Die Revisionen %1 und %2 wurden inzwischen angewendet, die letzte von %3.</translation>
    </message>
    <message>
        <source>Revisions %1 and %2 were applied meanwhile, the last by %3 (%4).</source>
        <translation>Die Revisionen %1 und %2 wurden inzwischen angewendet, die letzte von %3 (%4).</translation>
    </message>
    <message>
        <source>Revisions %1 to %2 were applied meanwhile, the last by %3.</source>
        <translation>Die Revisionen %1 bis %2 wurden inzwischen angewendet, die letzte von %3.</translation>
    </message>
    <message>
        <source>Revisions %1 to %2 were applied meanwhile, the last by %3 (%4).</source>
        <translation>Die Revisionen %1 bis %2 wurden inzwischen angewendet, die letzte von %3 (%4).</translation>
    </message>
    <message numerus="yes">
        <source>%Ln live connection(s) would be refused</source>
        <translation>
            <numerusform>%Ln bestehende Verbindung würde abgelehnt</numerusform>
            <numerusform>%Ln bestehende Verbindungen würden abgelehnt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::AuditModel</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
</context>
<context>
    <name>sallyport::AuditPane</name>
    <message>
        <source>Every changing call: who made it, from where, and how it ended. The server keeps it; nobody edits it.</source>
        <translation>Jeder ändernde Aufruf: wer ihn machte, von wo, und wie er ausging. Der Server bewahrt es auf; niemand bearbeitet es.</translation>
    </message>
    <message>
        <source>Nothing was changed on this server yet, or it can&apos;t be reached.</source>
        <translation>Auf diesem Server wurde noch nichts geändert, oder er ist nicht erreichbar.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s), newest first.</source>
        <translation>
            <numerusform>%n Eintrag, der neueste zuerst.</numerusform>
            <numerusform>%n Einträge, die neuesten zuerst.</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; from %2: %3.&lt;br&gt;Done, %4.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; (%2): %3.&lt;br&gt;Erledigt, %4.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; from %2: %3.&lt;br&gt;&lt;b&gt;Refused&lt;/b&gt;, %4.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; (%2): %3.&lt;br&gt;&lt;b&gt;Abgelehnt&lt;/b&gt;, %4.</translation>
    </message>
    <message>
        <source>The audit trail can&apos;t be shown. %1</source>
        <translation>Das Protokoll der Eingriffe kann nicht gezeigt werden. %1</translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation>Revision %1</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
</context>
<context>
    <name>sallyport::AuditSentences</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more place(s)</source>
        <translation>
            <numerusform>%1 und %n weiteres Ziel</numerusform>
            <numerusform>%1 und %n weitere Ziele</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 to %3</source>
        <translation>%1 von %2 zu %3</translation>
    </message>
    <message numerus="yes">
        <source>and those of %n other user(s) or program(s)</source>
        <translation>
            <numerusform>und die von %n weiteren Benutzer oder Programm</numerusform>
            <numerusform>und die von %n weiteren Benutzern oder Programmen</numerusform>
        </translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>%1 gestartet</translation>
    </message>
    <message>
        <source>stopped %1</source>
        <translation>%1 angehalten</translation>
    </message>
    <message>
        <source>restarted %1</source>
        <translation>%1 neu gestartet</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>issued a code for one console as %1</source>
        <translation>einen Code für eine Konsole als %1 ausgegeben</translation>
    </message>
    <message>
        <source>enrolled console %1 as %2</source>
        <translation>Konsole %1 als %2 angemeldet</translation>
    </message>
    <message>
        <source>threw out console %1</source>
        <translation>Konsole %1 ausgeschlossen</translation>
    </message>
    <message>
        <source>%1; reason: %2</source>
        <translation>%1; Grund: %2</translation>
    </message>
    <message numerus="yes">
        <source>ended %Ln connection(s) of %1 to %2</source>
        <translation>
            <numerusform>%Ln Verbindung von %1 zu %2 getrennt</numerusform>
            <numerusform>%Ln Verbindungen von %1 zu %2 getrennt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ended %Ln connection(s): %1</source>
        <translation>
            <numerusform>%Ln Verbindung getrennt: %1</numerusform>
            <numerusform>%Ln Verbindungen getrennt: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ended %Ln connection(s)</source>
        <translation>
            <numerusform>%Ln Verbindung getrennt</numerusform>
            <numerusform>%Ln Verbindungen getrennt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::AuditTexts</name>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Invite a console</source>
        <translation>Konsole einladen</translation>
    </message>
    <message>
        <source>Throw a console out</source>
        <translation>Konsole ausschließen</translation>
    </message>
    <message>
        <source>Enrol a console</source>
        <translation>Konsole anmelden</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>Erster Start</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>this computer (uid %1)</source>
        <translation>dieser Computer (UID %1)</translation>
    </message>
    <message>
        <source>the service itself</source>
        <translation>der Dienst selbst</translation>
    </message>
    <message>
        <source>written later, by the next start</source>
        <translation>später geschrieben, beim nächsten Start</translation>
    </message>
    <message>
        <source>Revision %1: %2</source>
        <translation>Revision %1: %2</translation>
    </message>
    <message>
        <source>nothing differed</source>
        <translation>kein Unterschied</translation>
    </message>
    <message>
        <source>first policy of a new folder</source>
        <translation>die erste Richtlinie eines neuen Ordners</translation>
    </message>
    <message numerus="yes">
        <source>%n changes, of %1 and others</source>
        <translation>
            <numerusform>%n Änderung, an %1 und anderen</numerusform>
            <numerusform>%n Änderungen, an %1 und anderen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes, of %1</source>
        <translation>
            <numerusform>%n Änderung, an %1</numerusform>
            <numerusform>%n Änderungen, an %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1; and %n more of the kind before</source>
        <translation>
            <numerusform>%1; davor noch %n der Art</numerusform>
            <numerusform>%1; davor noch %n der Art</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown console</source>
        <translation>unbekannte Konsole</translation>
    </message>
    <message>
        <source>Revision %1: %2 (recorded by the next start: the service was killed)</source>
        <translation>Revision %1: %2 (vom nächsten Start aufgezeichnet: der Dienst wurde gewaltsam beendet)</translation>
    </message>
</context>
<context>
    <name>sallyport::Change</name>
    <message>
        <source>it was given up before anything was sent</source>
        <translation>sie wurde aufgegeben, bevor etwas gesendet war</translation>
    </message>
    <message>
        <source>no answer was waited for</source>
        <translation>auf die Antwort wurde nicht gewartet</translation>
    </message>
</context>
<context>
    <name>sallyport::ChangesModel</name>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
</context>
<context>
    <name>sallyport::ClientGeneralPage</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Clients connect by DNS &amp;name</source>
        <translation>Clients verbinden über den DNS-&amp;Namen</translation>
    </message>
    <message>
        <source>Clients connect by &amp;IP address</source>
        <translation>Clients verbinden über die &amp;IP-Adresse</translation>
    </message>
    <message>
        <source>Clients &amp;detect the server automatically</source>
        <translation>Clients &amp;finden den Server selbst</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>DNS na&amp;me:</source>
        <translation>DNS-Na&amp;me:</translation>
    </message>
    <message>
        <source>Addre&amp;sses:</source>
        <translation>Adre&amp;ssen:</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>&amp;Port:</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisierung</translation>
    </message>
    <message>
        <source>Fetch settings &amp;every:</source>
        <translation>&amp;Einstellungen holen alle:</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>&amp;Give up a fetch after:</source>
        <translation>Abruf auf&amp;geben nach:</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>&amp;Try a silent server again after:</source>
        <translation>S&amp;tummen Server neu versuchen nach:</translation>
    </message>
    <message>
        <source>Give &amp;up a silent server after:</source>
        <translation>St&amp;ummen Server aufgeben nach:</translation>
    </message>
    <message>
        <source>Enter the server&apos;s DNS name as clients see it, for example proxy.example.com.</source>
        <translation>Geben Sie den DNS-Namen des Servers ein, wie Clients ihn sehen, zum Beispiel proxy.example.com.</translation>
    </message>
    <message>
        <source>“%1” is no IP address. Enter addresses separated by commas.</source>
        <translation>„%1“ ist keine IP-Adresse. Geben Sie Adressen durch Kommas getrennt ein.</translation>
    </message>
    <message>
        <source>Enter at least one address, for example 192.168.0.1.</source>
        <translation>Geben Sie mindestens eine Adresse ein, zum Beispiel 192.168.0.1.</translation>
    </message>
</context>
<context>
    <name>sallyport::ClientsModel</name>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>mspclnt.ini</source>
        <translation>mspclnt.ini</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Has it since</source>
        <translation>Hat sie seit</translation>
    </message>
    <message>
        <source>Asked last</source>
        <translation>Zuletzt gefragt</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(kein Name)</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>It has the file of revision %1; revision %2 is handed out now.</source>
        <translation>Er hat die Datei der Revision %1; ausgegeben wird jetzt Revision %2.</translation>
    </message>
    <message>
        <source>It has the file that is handed out now.</source>
        <translation>Er hat die Datei, die jetzt ausgegeben wird.</translation>
    </message>
</context>
<context>
    <name>sallyport::ClientsPane</name>
    <message>
        <source>Computers show here once they fetch mspclnt.ini from this server.</source>
        <translation>Hier erscheinen Computer, sobald sie mspclnt.ini von diesem Server holen.</translation>
    </message>
    <message>
        <source>Which computer has which version of mspclnt.ini.</source>
        <translation>Welcher Computer welche Version von mspclnt.ini hat.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them is (are) stale: they take the new file at their next refresh.</source>
        <translation>
            <numerusform>%n davon ist veraltet: er nimmt die neue Datei bei der nächsten Aktualisierung.</numerusform>
            <numerusform>%n davon sind veraltet: sie nehmen die neue Datei bei der nächsten Aktualisierung.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them are current.</source>
        <translation>Alle sind aktuell.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; still has the file of revision %2, since %3. Update Now on that computer fetches the new one.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; hat noch die Datei der Revision %2, seit %3. „Update Now“ an jenem Computer holt die neue.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; has the file that is handed out now, of revision %2, since %3.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; hat die Datei, die jetzt ausgegeben wird, von Revision %2, seit %3.</translation>
    </message>
    <message>
        <source>Sessions of %1</source>
        <translation>Sitzungen von %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln computer(s).</source>
        <translation>
            <numerusform>%Ln Computer.</numerusform>
            <numerusform>%Ln Computer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::Columns</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>&amp;Reset Columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
</context>
<context>
    <name>sallyport::CompareDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Next difference</source>
        <translation>&amp;Nächster Unterschied</translation>
    </message>
    <message>
        <source>Pre&amp;vious difference</source>
        <translation>&amp;Voriger Unterschied</translation>
    </message>
    <message>
        <source>Compare with File</source>
        <translation>Mit Datei vergleichen</translation>
    </message>
    <message>
        <source>A path; or drop a file here</source>
        <translation>Ein Pfad; oder legen Sie hier eine Datei ab</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>F8</source>
        <translation>F8</translation>
    </message>
    <message>
        <source>Shift+F8</source>
        <translation>Umschalt+F8</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Name a file to see what differs in it from the draft.</source>
        <translation>Nennen Sie eine Datei, um zu sehen, worin sie vom Entwurf abweicht.</translation>
    </message>
    <message>
        <source>The file says what the draft says.</source>
        <translation>Die Datei sagt dasselbe wie der Entwurf.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s): − stands in the file only, + in the draft only.</source>
        <translation>
            <numerusform>%n Unterschied: − steht nur in der Datei, + nur im Entwurf.</numerusform>
            <numerusform>%n Unterschiede: − steht nur in der Datei, + nur im Entwurf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Die Datei wird gelesen…</translation>
    </message>
</context>
<context>
    <name>sallyport::ConflictDialog</name>
    <message>
        <source>Changed Meanwhile</source>
        <translation>Inzwischen geändert</translation>
    </message>
    <message>
        <source>%1 applied revision %2 %3</source>
        <comment>author, number, age</comment>
        <translation>%1 hat Revision %2 angewendet, %3</translation>
    </message>
    <message>
        <source>Settings changed by both</source>
        <translation>Von beiden geänderte Einstellungen</translation>
    </message>
    <message>
        <source>M&amp;erge</source>
        <translation>&amp;Zusammenführen</translation>
    </message>
    <message numerus="yes">
        <source>Both of you changed %n setting(s) differently. Take mine or theirs in each line: click the value, or press Left or Right.</source>
        <translation>
            <numerusform>Sie beide haben %n Einstellung verschieden geändert. Nehmen Sie in der Zeile eigen oder fremd: Klicken Sie auf den Wert oder drücken Sie Links oder Rechts.</numerusform>
            <numerusform>Sie beide haben %n Einstellungen verschieden geändert. Nehmen Sie in jeder Zeile eigen oder fremd: Klicken Sie auf den Wert oder drücken Sie Links oder Rechts.</numerusform>
        </translation>
    </message>
    <message>
        <source>All &amp;mine</source>
        <translation>Alle &amp;eigenen</translation>
    </message>
    <message>
        <source>All &amp;theirs</source>
        <translation>Alle &amp;fremden</translation>
    </message>
    <message numerus="yes">
        <source>%n other change(s) of theirs, merged with yours</source>
        <translation>
            <numerusform>%n weitere fremde Änderung, mit Ihren zusammengeführt</numerusform>
            <numerusform>%n weitere fremde Änderungen, mit Ihren zusammengeführt</numerusform>
        </translation>
    </message>
    <message>
        <source>Their other changes</source>
        <translation>Die weiteren fremden Änderungen</translation>
    </message>
    <message>
        <source>Decide &amp;later</source>
        <translation>S&amp;päter entscheiden</translation>
    </message>
    <message numerus="yes">
        <source>%n left to decide</source>
        <translation>
            <numerusform>noch %n zu entscheiden</numerusform>
            <numerusform>noch %n zu entscheiden</numerusform>
        </translation>
    </message>
    <message>
        <source>All decided; nothing is applied yet.</source>
        <translation>Alles entschieden; noch ist nichts angewendet.</translation>
    </message>
</context>
<context>
    <name>sallyport::ConflictList</name>
    <message>
        <source>(nothing)</source>
        <translation>(nichts)</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Eigen</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Fremd</translation>
    </message>
    <message>
        <source>%1, taken</source>
        <translation>%1, genommen</translation>
    </message>
    <message>
        <source>%1, not taken</source>
        <translation>%1, nicht genommen</translation>
    </message>
</context>
<context>
    <name>sallyport::Console</name>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Another window of this console is open (process %1) and works on the same drafts: what is changed in one shows in the other.</source>
        <translation>Ein weiteres Fenster dieser Konsole ist offen (Prozess %1) und arbeitet an denselben Entwürfen: was im einen geändert wird, zeigt sich im anderen.</translation>
    </message>
    <message>
        <source>The draft of %1 was changed in another window.</source>
        <translation>Der Entwurf von %1 wurde in einem anderen Fenster geändert.</translation>
    </message>
    <message>
        <source>The draft of %1 was changed in another window as well; of what both changed, this window&apos;s was kept: %2</source>
        <translation>Der Entwurf von %1 wurde auch in einem anderen Fenster geändert; wo beide dasselbe änderten, blieb die Änderung dieses Fensters: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ConsoleTreeModel</name>
    <message>
        <source>Servers and Arrays</source>
        <translation>Server und Arrays</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>Überwachung</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Firewall Clients</source>
        <translation>Firewall-Clients</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Erweiterungen</translation>
    </message>
    <message>
        <source>Application Filters</source>
        <translation>Anwendungsfilter</translation>
    </message>
    <message>
        <source>Network Configuration</source>
        <translation>Netzwerkkonfiguration</translation>
    </message>
    <message>
        <source>Local Address Table</source>
        <translation>Lokale Adresstabelle</translation>
    </message>
    <message>
        <source>Local Domain Table</source>
        <translation>Lokale Domänentabelle</translation>
    </message>
    <message>
        <source>Client Configuration</source>
        <translation>Clientkonfiguration</translation>
    </message>
    <message>
        <source>Firewall Client</source>
        <translation>Firewall-Client</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Audit Trail</source>
        <translation>Protokoll der Eingriffe</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Web Browser</source>
        <translation>Webbrowser</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
</context>
<context>
    <name>sallyport::DisconnectPage</name>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>for the log and the audit trail</source>
        <translation>für Protokoll und Verlauf der Eingriffe</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Grund:</translation>
    </message>
    <message numerus="yes">
        <source>Shorten the reason to %n character(s).</source>
        <translation>
            <numerusform>Kürzen Sie den Grund auf %n Zeichen.</numerusform>
            <numerusform>Kürzen Sie den Grund auf %n Zeichen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::DisconnectSheet</name>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>End %1 in %2?</source>
        <extracomment>%1 is &quot;n connections&quot;, %2 is &quot;n sessions&quot;</extracomment>
        <translation>%1 in %2 beenden?</translation>
    </message>
    <message>
        <source>Their sockets are closed at once. The programs may connect again if the policy lets them.</source>
        <translation>Ihre Sockets werden sofort geschlossen. Die Programme können sich wieder verbinden, wenn die Richtlinie es zulässt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln Verbindung</numerusform>
            <numerusform>%Ln Verbindungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln Sitzung</numerusform>
            <numerusform>%Ln Sitzungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::DocumentChoice</name>
    <message>
        <source>&amp;Document:</source>
        <translation>&amp;Dokument:</translation>
    </message>
    <message>
        <source>&amp;Program:</source>
        <translation>&amp;Programm:</translation>
    </message>
    <message>
        <source>wspcfg.ini of one program</source>
        <translation>wspcfg.ini eines Programms</translation>
    </message>
</context>
<context>
    <name>sallyport::DocumentTexts</name>
    <message>
        <source>mspclnt.ini – what Firewall Clients fetch</source>
        <translation>mspclnt.ini – was Firewall-Clients holen</translation>
    </message>
    <message>
        <source>The whole policy as one ini document</source>
        <translation>Die ganze Richtlinie als ein ini-Dokument</translation>
    </message>
    <message>
        <source>msplat.txt – the Local Address Table</source>
        <translation>msplat.txt – die lokale Adresstabelle</translation>
    </message>
    <message>
        <source>The whole policy as JSON</source>
        <translation>Die ganze Richtlinie als JSON</translation>
    </message>
    <message>
        <source>wspcfg.ini of %1</source>
        <translation>wspcfg.ini von %1</translation>
    </message>
</context>
<context>
    <name>sallyport::DraftChanges</name>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Del takes a change out of the draft.</source>
        <translation>Entf nimmt eine Änderung aus dem Entwurf.</translation>
    </message>
    <message>
        <source>&amp;Drop This Change</source>
        <translation>Diese Änderung &amp;fallen lassen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Drop %n Change(s)</source>
        <translation>
            <numerusform>%n Änderung &amp;fallen lassen</numerusform>
            <numerusform>%n Änderungen &amp;fallen lassen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Go to It</source>
        <translation>&amp;Gehe hin</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>sallyport::DraftKeeper</name>
    <message>
        <source>Change in another window</source>
        <translation>Änderung in einem anderen Fenster</translation>
    </message>
</context>
<context>
    <name>sallyport::EndedTexts</name>
    <message>
        <source>an anonymous user</source>
        <translation>einem anonymen Benutzer</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Nothing was ended: nothing was connected any more.</source>
        <translation>Nichts wurde beendet: Es war nichts mehr verbunden.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) ended.</source>
        <translation>
            <numerusform>%Ln Verbindung beendet.</numerusform>
            <numerusform>%Ln Verbindungen beendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) of %1 ended.</source>
        <translation>
            <numerusform>%Ln Verbindung von %1 beendet.</numerusform>
            <numerusform>%Ln Verbindungen von %1 beendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) of %1 and %2 more ended.</source>
        <translation>
            <numerusform>%Ln Verbindung von %1 und %2 weiteren beendet.</numerusform>
            <numerusform>%Ln Verbindungen von %1 und %2 weiteren beendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ErrandLine</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Do not wait any longer; what was not sent yet is not sent</source>
        <translation>Nicht länger warten; was noch nicht gesendet ist, wird nicht gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is what is being done: &quot;Restarting Firewall…&quot;</extracomment>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ErrorTexts</name>
    <message>
        <source>A value does not fit its field.</source>
        <translation>Ein Wert passt nicht in sein Feld.</translation>
    </message>
    <message>
        <source>This is not of the expected format.</source>
        <translation>Das hat nicht das erwartete Format.</translation>
    </message>
    <message>
        <source>A word is not known.</source>
        <translation>Ein Wort ist nicht bekannt.</translation>
    </message>
    <message>
        <source>A number is out of range.</source>
        <translation>Eine Zahl liegt außerhalb ihres Bereichs.</translation>
    </message>
    <message>
        <source>Something required is missing.</source>
        <translation>Etwas Nötiges fehlt.</translation>
    </message>
    <message>
        <source>Something stands twice.</source>
        <translation>Etwas steht doppelt da.</translation>
    </message>
    <message>
        <source>It was not found.</source>
        <translation>Es wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Somebody else applied changes first.</source>
        <translation>Jemand anders hat vorher Änderungen angewendet.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Ihre Rolle erlaubt das nicht.</translation>
    </message>
    <message>
        <source>The service does not know this console. Enrol it with a one-time code.</source>
        <translation>Der Dienst kennt diese Konsole nicht. Melden Sie sie mit einem Einmalcode an.</translation>
    </message>
    <message>
        <source>The service can&apos;t be reached.</source>
        <translation>Der Dienst ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>There was no answer in time.</source>
        <translation>Es kam keine Antwort zur rechten Zeit.</translation>
    </message>
    <message>
        <source>A limit is exceeded.</source>
        <translation>Eine Grenze ist überschritten.</translation>
    </message>
    <message>
        <source>A file or connection failed.</source>
        <translation>Eine Datei oder Verbindung hat versagt.</translation>
    </message>
    <message>
        <source>The service&apos;s store failed.</source>
        <translation>Der Speicher des Dienstes hat versagt.</translation>
    </message>
    <message>
        <source>Stored data is damaged.</source>
        <translation>Gespeicherte Daten sind beschädigt.</translation>
    </message>
    <message>
        <source>This version can&apos;t do that.</source>
        <translation>Diese Version kann das nicht.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>Im Programm selbst ging etwas schief.</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Zulassen</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
</context>
<context>
    <name>sallyport::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Difference from what is handed out</source>
        <translation>Unterschied zum Ausgegebenen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s), shown under their lines.</source>
        <translation>
            <numerusform>%n Problem, unter seiner Zeile gezeigt.</numerusform>
            <numerusform>%n Probleme, unter ihren Zeilen gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as:</source>
        <translation>Speichern &amp;als:</translation>
    </message>
    <message>
        <source>Difference from what is in force</source>
        <translation>Unterschied zu dem, was gilt</translation>
    </message>
    <message>
        <source>This is what is handed out now.</source>
        <translation>Genau das wird jetzt ausgegeben.</translation>
    </message>
    <message>
        <source>Nothing differs from the policy in force.</source>
        <translation>Kein Unterschied zur geltenden Richtlinie.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) differ from what is handed out now.</source>
        <translation>
            <numerusform>%n Zeile weicht von dem ab, was jetzt ausgegeben wird.</numerusform>
            <numerusform>%n Zeilen weichen von dem ab, was jetzt ausgegeben wird.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) differ from the policy in force.</source>
        <translation>
            <numerusform>%n Zeile weicht von der geltenden Richtlinie ab.</numerusform>
            <numerusform>%n Zeilen weichen von der geltenden Richtlinie ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>%1 is there already. Press Replace to write over it.</source>
        <translation>%1 ist schon da. „Ersetzen“ überschreibt die Datei.</translation>
    </message>
    <message>
        <source>JSON documents (*.json);;All files (*)</source>
        <translation>JSON-Dokumente (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Address tables (*.txt);;All files (*)</source>
        <translation>Adresstabellen (*.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Client configuration (mspclnt.ini);;ini files (*.ini);;All files (*)</source>
        <translation>Clientkonfiguration (mspclnt.ini);;ini-Dateien (*.ini);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>ini files (*.ini);;All files (*)</source>
        <translation>ini-Dateien (*.ini);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>sallyport::Fault</name>
    <message>
        <source>has no value; write one or remove the key</source>
        <translation>hat keinen Wert; schreiben Sie einen oder entfernen Sie den Schlüssel</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not 0 or 1; write 1 for on, 0 for off</source>
        <translation>„%1“ ist weder 0 noch 1; schreiben Sie 1 für ein, 0 für aus</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of %2; write one of them</source>
        <translation>„%1“ gehört nicht zu %2; schreiben Sie eines davon</translation>
    </message>
    <message>
        <source>has nothing where a port is expected; remove the extra comma</source>
        <translation>hat nichts, wo ein Port erwartet wird; entfernen Sie das überzählige Komma</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a port or a range of ports; write numbers from 0 to 65535 such as 7000-7022, 7100</source>
        <translation>„%1“ ist weder ein Port noch ein Bereich von Ports; schreiben Sie Zahlen von 0 bis 65535 wie 7000-7022, 7100</translation>
    </message>
    <message>
        <source>&quot;%1&quot; ends before it begins; write the smaller port first</source>
        <translation>„%1“ endet vor dem Anfang; schreiben Sie den kleineren Port zuerst</translation>
    </message>
    <message>
        <source>&quot;%1&quot; begins with 0, which means any port; write 0 alone</source>
        <translation>„%1“ beginnt mit 0, das für jeden Port steht; schreiben Sie 0 allein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not port:address; write pairs such as 80:192.0.2.10, 82:192.0.2.11</source>
        <translation>„%1“ ist kein Paar Port:Adresse; schreiben Sie Paare wie 80:192.0.2.10, 82:192.0.2.11</translation>
    </message>
    <message>
        <source>port %1 stands twice; give each port one address</source>
        <translation>Port %1 steht zweimal da; geben Sie jedem Port eine Adresse</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no server; write i:ADDRESS or n:NAME, such as i:192.0.2.1 or n:branch-a</source>
        <translation>„%1“ nennt keinen Server; schreiben Sie i:ADRESSE oder n:NAME, etwa i:192.0.2.1 oder n:filiale-a</translation>
    </message>
    <message>
        <source>is empty; give the server a name</source>
        <translation>ist leer; geben Sie dem Server einen Namen</translation>
    </message>
    <message>
        <source>has %1 characters; shorten it to %2</source>
        <translation>hat %1 Zeichen; kürzen Sie auf %2</translation>
    </message>
    <message>
        <source>holds a control character or line break; remove it</source>
        <translation>enthält ein Steuerzeichen oder einen Zeilenumbruch; entfernen Sie es</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a host name or address; write one such as branch-a.example.com</source>
        <translation>„%1“ ist weder Rechnername noch Adresse; schreiben Sie etwas wie filiale-a.example.com</translation>
    </message>
    <message>
        <source>%1 is out of range; write %2 to %3</source>
        <translation>%1 liegt außerhalb des Bereichs; schreiben Sie %2 bis %3</translation>
    </message>
    <message>
        <source>%1 is a group address; write an address of this server, or 0.0.0.0 for all of them</source>
        <translation>%1 ist eine Gruppenadresse; schreiben Sie eine Adresse dieses Servers oder 0.0.0.0 für alle</translation>
    </message>
    <message>
        <source>%1 is taken by the Web Proxy already; give one of them another port or address</source>
        <translation>%1 gehört schon dem Webproxy; geben Sie einem von beiden einen anderen Port oder eine andere Adresse</translation>
    </message>
    <message>
        <source>%1 is taken by the Firewall Client channel already; give one of them another port or address</source>
        <translation>%1 gehört schon dem Kanal der Firewall-Clients; geben Sie einem von beiden einen anderen Port oder eine andere Adresse</translation>
    </message>
    <message>
        <source>clients are told port %1, but the Firewall Client listener is on %2; clients reach it only if something forwards the port</source>
        <translation>Clients wird Port %1 genannt, der Firewall-Client-Dienst empfängt aber auf %2; Clients erreichen ihn nur, wenn etwas den Port weiterleitet</translation>
    </message>
    <message>
        <source>clients are told port %1, but the Web Proxy listener is on %2; clients reach it only if something forwards the port</source>
        <translation>Clients wird Port %1 genannt, der Webproxy empfängt aber auf %2; Clients erreichen ihn nur, wenn etwas den Port weiterleitet</translation>
    </message>
    <message>
        <source>is empty though clients connect by name; write the server&apos;s DNS name</source>
        <translation>ist leer, obwohl Clients sich über den Namen verbinden; schreiben Sie den DNS-Namen des Servers</translation>
    </message>
    <message>
        <source>is empty though clients connect by address; add an address or let them connect by name</source>
        <translation>ist leer, obwohl Clients sich über die Adresse verbinden; fügen Sie eine Adresse hinzu oder lassen Sie sie sich über den Namen verbinden</translation>
    </message>
    <message>
        <source>%1 is no address a client can connect to; write one of this server&apos;s</source>
        <translation>%1 ist keine Adresse, mit der ein Client sich verbinden kann; schreiben Sie eine dieses Servers</translation>
    </message>
    <message>
        <source>%1 stands twice; remove one of them</source>
        <translation>%1 steht zweimal da; entfernen Sie eine davon</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an http or https URL; write one such as http://branch-a:8080/wpad.dat, or leave it empty</source>
        <translation>„%1“ ist keine http- oder https-URL; schreiben Sie etwas wie http://filiale-a:8080/wpad.dat oder lassen Sie das Feld leer</translation>
    </message>
    <message>
        <source>is empty though browsers are set to use the Web Proxy; name it or clear setBrowsersToUseProxy</source>
        <translation>ist leer, obwohl Browser auf den Webproxy eingestellt werden; nennen Sie ihn oder lassen Sie die Browser, wie sie sind (setBrowsersToUseProxy)</translation>
    </message>
    <message>
        <source>is empty though browsers are set to use its configuration script; name it or write configurationUrl</source>
        <translation>ist leer, obwohl Browser auf sein Konfigurationsskript eingestellt werden; nennen Sie ihn oder geben Sie die URL des Skripts an (configurationUrl)</translation>
    </message>
    <message>
        <source>%1 mixes IPv4 and IPv6; write both ends in one of them</source>
        <translation>%1 mischt IPv4 und IPv6; schreiben Sie beide Enden in derselben Art</translation>
    </message>
    <message>
        <source>%1 ends before it begins; the second value is the last address, never a mask</source>
        <translation>%1 endet vor dem Anfang; der zweite Wert ist die letzte Adresse, nie eine Maske</translation>
    </message>
    <message>
        <source>%1 overlaps an earlier range; join them</source>
        <translation>%1 überschneidet sich mit einem früheren Bereich; fassen Sie beide zusammen</translation>
    </message>
    <message>
        <source>does not cover 127.0.0.1; clients would send connections to themselves to the server</source>
        <translation>umfasst 127.0.0.1 nicht; Clients würden Verbindungen zu sich selbst an den Server schicken</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a domain; write one such as example.com or *.example.com</source>
        <translation>„%1“ ist keine Domäne; schreiben Sie etwas wie example.com oder *.example.com</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands twice; remove one of them</source>
        <translation>„%1“ steht zweimal da; entfernen Sie eine davon</translation>
    </message>
    <message>
        <source>is empty; write the program&apos;s file name without its extension</source>
        <translation>ist leer; schreiben Sie den Dateinamen des Programms ohne Endung</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is longer than %2 characters; shorten it</source>
        <translation>„%1“ ist länger als %2 Zeichen; kürzen Sie den Namen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; begins or ends with a space; remove it</source>
        <translation>„%1“ beginnt oder endet mit einem Leerzeichen; entfernen Sie es</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds a control character; remove it</source>
        <translation>„%1“ enthält ein Steuerzeichen; entfernen Sie es</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds a bracket, which ends a section&apos;s name; remove it</source>
        <translation>„%1“ enthält eine eckige Klammer, die den Namen eines Abschnitts beendet; entfernen Sie sie</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds a folder; write the program&apos;s file name alone</source>
        <translation>„%1“ enthält einen Ordner; schreiben Sie den Dateinamen des Programms allein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a section of the file&apos;s own; no program can be configured by it</source>
        <translation>„%1“ ist ein eigener Abschnitt der Datei; kein Programm kann damit eingestellt werden</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t take effect on clients, which look for the name without its extension; write &quot;%2&quot;</source>
        <translation>„%1“ wirkt auf Clients nicht, denn sie suchen den Namen ohne Endung; schreiben Sie „%2“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names the same program as the entry &quot;%2&quot;; keep one of them</source>
        <translation>„%1“ nennt dasselbe Programm wie der Eintrag „%2“; behalten Sie einen davon</translation>
    </message>
    <message>
        <source>is empty; give the entry an id</source>
        <translation>ist leer; geben Sie dem Eintrag eine Kennung</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is another entry&apos;s id too; give this one its own</source>
        <translation>„%1“ ist auch die Kennung eines anderen Eintrags; geben Sie diesem eine eigene</translation>
    </message>
    <message>
        <source>stands twice; keep one of them</source>
        <translation>steht zweimal da; behalten Sie einen davon</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not in its canonical form; write &quot;%2&quot;</source>
        <translation>„%1“ steht nicht in seiner Grundform; schreiben Sie „%2“</translation>
    </message>
    <message>
        <source>has no effect under [*]; move it to [Common Configuration]</source>
        <translation>wirkt unter [*] nicht; verschieben Sie es nach [Common Configuration]</translation>
    </message>
    <message>
        <source>port %1 is in %2 too; keep it in one of the two</source>
        <translation>Port %1 steht auch in %2; behalten Sie ihn in einer der beiden Listen</translation>
    </message>
    <message>
        <source>has no keys and so no effect; add one or remove the entry</source>
        <translation>hat keine Schlüssel und damit keine Wirkung; fügen Sie einen hinzu oder entfernen Sie den Eintrag</translation>
    </message>
    <message>
        <source>%1=1 takes the program off the Firewall Client, so its other keys are without effect</source>
        <translation>%1=1 nimmt das Programm vom Firewall-Client, darum sind seine anderen Schlüssel ohne Wirkung</translation>
    </message>
    <message>
        <source>is missing; add it as text</source>
        <translation>fehlt; fügen Sie es als Text hinzu</translation>
    </message>
    <message>
        <source>is missing; add it as true or false</source>
        <translation>fehlt; fügen Sie es als true oder false hinzu</translation>
    </message>
    <message>
        <source>is missing; add it as a number</source>
        <translation>fehlt; fügen Sie es als Zahl hinzu</translation>
    </message>
    <message>
        <source>is missing; add it as an array</source>
        <translation>fehlt; fügen Sie es als Array hinzu</translation>
    </message>
    <message>
        <source>is missing; add it as an object</source>
        <translation>fehlt; fügen Sie es als Objekt hinzu</translation>
    </message>
    <message>
        <source>must be text, not %1</source>
        <translation>muss Text sein, nicht %1</translation>
    </message>
    <message>
        <source>must be true or false, not %1</source>
        <translation>muss true oder false sein, nicht %1</translation>
    </message>
    <message>
        <source>must be a number, not %1</source>
        <translation>muss eine Zahl sein, nicht %1</translation>
    </message>
    <message>
        <source>must be an array, not %1</source>
        <translation>muss ein Array sein, nicht %1</translation>
    </message>
    <message>
        <source>must be an object, not %1</source>
        <translation>muss ein Objekt sein, nicht %1</translation>
    </message>
    <message>
        <source>must be a whole number of 32 bits, not %1</source>
        <translation>muss eine ganze Zahl von 32 Bit sein, nicht %1</translation>
    </message>
    <message>
        <source>%1 is not an IP address; write one such as 192.0.2.1 or 2001:db8::1</source>
        <translation>%1 ist keine IP-Adresse; schreiben Sie eine wie 192.0.2.1 oder 2001:db8::1</translation>
    </message>
    <message>
        <source>%1 is not a word known here; write one of: %2</source>
        <translation>%1 ist hier kein bekanntes Wort; schreiben Sie eines von: %2</translation>
    </message>
    <message>
        <source>%1 is not a key of an application entry; write one such as Disable</source>
        <translation>%1 ist kein Schlüssel eines Anwendungseintrags; schreiben Sie einen wie Disable</translation>
    </message>
    <message>
        <source>is not a member known here; remove it or mend its name</source>
        <translation>ist hier kein bekanntes Element; entfernen Sie es oder berichtigen Sie seinen Namen</translation>
    </message>
    <message>
        <source>stands twice in one object; keep one of them</source>
        <translation>steht zweimal in einem Objekt; behalten Sie eines davon</translation>
    </message>
    <message>
        <source>is not a JSON object: %1</source>
        <translation>ist kein JSON-Objekt: %1</translation>
    </message>
    <message>
        <source>is not a JSON object: the document is not an object</source>
        <translation>ist kein JSON-Objekt: das Dokument ist etwas anderes</translation>
    </message>
    <message>
        <source>%1 is not a format this version reads; it reads %2</source>
        <translation>%1 ist kein Format, das diese Version liest; sie liest %2</translation>
    </message>
    <message>
        <source>There are more than %1 problems; the rest is not listed. Correct these first.</source>
        <translation>Es gibt mehr als %1 Probleme; die übrigen sind nicht aufgeführt. Beheben Sie zuerst diese.</translation>
    </message>
    <message>
        <source>The file has %1 bytes; at most %2 are read. Choose a smaller file.</source>
        <translation>Die Datei hat %1 Bytes; höchstens %2 werden gelesen. Wählen Sie eine kleinere Datei.</translation>
    </message>
    <message>
        <source>[%1] %2 cannot be “%3”. Write 0 or 1.</source>
        <translation>[%1] %2 kann nicht „%3“ sein. Schreiben Sie 0 oder 1.</translation>
    </message>
    <message>
        <source>This section header has no name or no closing bracket. Write it as [name].</source>
        <translation>Dieser Abschnittskopf hat keinen Namen oder keine schließende Klammer. Schreiben Sie ihn als [Name].</translation>
    </message>
    <message>
        <source>[%1] stands here again. Merge the two sections.</source>
        <translation>[%1] steht hier noch einmal. Fassen Sie die beiden Abschnitte zusammen.</translation>
    </message>
    <message>
        <source>The section [%1] is missing. Add it with all its keys.</source>
        <translation>Der Abschnitt [%1] fehlt. Fügen Sie ihn mit allen Schlüsseln hinzu.</translation>
    </message>
    <message>
        <source>[%1] is no section of a policy. Check its spelling.</source>
        <translation>[%1] ist kein Abschnitt einer Richtlinie. Prüfen Sie seine Schreibweise.</translation>
    </message>
    <message>
        <source>This line stands before the first section. Move it below its [section].</source>
        <translation>Diese Zeile steht vor dem ersten Abschnitt. Verschieben Sie sie unter ihren [Abschnitt].</translation>
    </message>
    <message>
        <source>[%1] has no place for the line “%2”, which has no “=” after a key. Check its spelling.</source>
        <translation>[%1] hat keinen Platz für die Zeile „%2“, der das „=“ nach einem Schlüssel fehlt. Prüfen Sie ihre Schreibweise.</translation>
    </message>
    <message>
        <source>[%1] %2 stands here again. Remove one of them.</source>
        <translation>[%1] %2 steht hier noch einmal. Entfernen Sie eines davon.</translation>
    </message>
    <message>
        <source>[%1] lacks the key %2. Add it.</source>
        <translation>[%1] fehlt der Schlüssel %2. Fügen Sie ihn hinzu.</translation>
    </message>
    <message>
        <source>[%1] has no key “%2”. Check its spelling.</source>
        <translation>[%1] hat keinen Schlüssel „%2“. Prüfen Sie seine Schreibweise.</translation>
    </message>
    <message>
        <source>This is a policy of format “%1”; this version reads format %2 only.</source>
        <translation>Dies ist eine Richtlinie im Format „%1“; diese Version liest nur Format %2.</translation>
    </message>
    <message>
        <source>[%1] %2 cannot be “%3”. Write text in double quotes with \\ \&quot; \n \r \t \uXXXX, or without quotes.</source>
        <translation>[%1] %2 kann nicht „%3“ sein. Schreiben Sie Text in doppelten Anführungszeichen mit \\ \&quot; \n \r \t \uXXXX oder ohne Anführungszeichen.</translation>
    </message>
    <message>
        <source>[%1] %2 cannot be “%3”. Write a whole number.</source>
        <translation>[%1] %2 kann nicht „%3“ sein. Schreiben Sie eine ganze Zahl.</translation>
    </message>
    <message>
        <source>[%1] %2 cannot be “%3”. Write an IP address like 192.0.2.1 or 2001:db8::1.</source>
        <translation>[%1] %2 kann nicht „%3“ sein. Schreiben Sie eine IP-Adresse wie 192.0.2.1 oder 2001:db8::1.</translation>
    </message>
    <message>
        <source>[%1] %2 cannot be “%3”. Write IP addresses with commas between them.</source>
        <translation>[%1] %2 kann nicht „%3“ sein. Schreiben Sie IP-Adressen mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>[%1] %2 cannot be “%3”. Write one of: %4.</source>
        <translation>[%1] %2 kann nicht „%3“ sein. Schreiben Sie eines von: %4.</translation>
    </message>
    <message>
        <source>[%1] holds lines of two IP addresses, FROM TO; this is “%2”.</source>
        <translation>[%1] enthält Zeilen aus zwei IP-Adressen, VON BIS; hier steht „%2“.</translation>
    </message>
    <message>
        <source>[%1]: the quotes of this line are damaged. Close them or write it without.</source>
        <translation>[%1]: die Anführungszeichen dieser Zeile sind beschädigt. Schließen Sie sie oder schreiben Sie die Zeile ohne.</translation>
    </message>
    <message>
        <source>[%1]: the quotes of the program&apos;s name are damaged. Write [Application NAME].</source>
        <translation>[%1]: die Anführungszeichen des Programmnamens sind beschädigt. Schreiben Sie [Application NAME].</translation>
    </message>
    <message>
        <source>[%1] stands here again; names of programs are compared without case. Merge the two sections.</source>
        <translation>[%1] steht hier noch einmal; Programmnamen gelten ohne Groß- und Kleinschreibung. Fassen Sie die beiden Abschnitte zusammen.</translation>
    </message>
    <message>
        <source>[%1] Id is damaged or stands twice. Remove the line to have a new one made.</source>
        <translation>[%1] Id ist beschädigt oder steht zweimal da. Entfernen Sie die Zeile, um eine neue Kennung zu erhalten.</translation>
    </message>
    <message>
        <source>The quotes of the value are damaged. Close them or write it without.</source>
        <translation>Die Anführungszeichen des Wertes sind beschädigt. Schließen Sie sie oder schreiben Sie den Wert ohne.</translation>
    </message>
    <message>
        <source>“%1” is no IP address. Write it like 192.0.2.1 or 2001:db8::1.</source>
        <translation>„%1“ ist keine IP-Adresse. Schreiben Sie sie wie 192.0.2.1 oder 2001:db8::1.</translation>
    </message>
    <message>
        <source>%1 and %2 are of different kinds. Give both ends in IPv4 or both in IPv6.</source>
        <translation>%1 und %2 sind von verschiedener Art. Geben Sie beide Enden in IPv4 oder beide in IPv6 an.</translation>
    </message>
    <message>
        <source>%1 comes after %2. Write the lower address first; the second value is never a mask.</source>
        <translation>%1 kommt nach %2. Schreiben Sie die niedrigere Adresse zuerst; der zweite Wert ist nie eine Maske.</translation>
    </message>
    <message>
        <source>&quot;%1:&quot; lacks a value; write %1:VALUE.</source>
        <translation>„%1:“ fehlt ein Wert; schreiben Sie %1:WERT.</translation>
    </message>
    <message>
        <source>%1 looks like a network mask, but the second value is the last address of a range; did you mean %2 (%3)?</source>
        <translation>%1 sieht wie eine Netzmaske aus, der zweite Wert ist aber die letzte Adresse eines Bereichs; meinten Sie %2 (%3)?</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes in the same names as an entry before it, with or without &quot;*.&quot; in front; remove one of them</source>
        <translation>„%1“ umfasst dieselben Namen wie ein Eintrag davor, mit oder ohne „*.“ am Anfang; entfernen Sie einen davon</translation>
    </message>
    <message>
        <source>mspclnt.ini (ISO 8859-1) can&apos;t carry &quot;%1&quot;: clients are not told, the service goes by it</source>
        <translation>mspclnt.ini (ISO 8859-1) kann „%1“ nicht enthalten: Clients erfahren nichts davon, der Dienst richtet sich danach</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is taken for &quot;%2&quot;: quotes, drives, streams behind a colon and invisible characters don&apos;t count</source>
        <translation>„%1“ gilt als „%2“: Anführungszeichen, Laufwerke, Datenströme hinter einem Doppelpunkt und unsichtbare Zeichen zählen nicht</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is another spelling of the entry &quot;%2&quot;; the program is refused if either says so; keep one</source>
        <translation>„%1“ ist eine andere Schreibweise des Eintrags „%2“; das Programm wird abgelehnt, wenn einer von beiden es sagt; behalten Sie einen</translation>
    </message>
    <message>
        <source>The file holds NUL bytes, so it is no text in ANSI, UTF-8 or UTF-16. Save it in one of these and try again.</source>
        <translation>Die Datei enthält NUL-Bytes, ist also kein Text in ANSI, UTF-8 oder UTF-16. Speichern Sie sie in einer dieser Kodierungen und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>[%1] stands here again; clients read only the first section of a name, so this one is left out. Move its lines there.</source>
        <translation>[%1] steht hier noch einmal; Clients lesen nur den ersten Abschnitt eines Namens, dieser wird also ausgelassen. Verschieben Sie seine Zeilen dorthin.</translation>
    </message>
    <message>
        <source>This line is no setting: it has no “=” after a key. It is left out.</source>
        <translation>Diese Zeile ist keine Einstellung: Nach dem Schlüssel fehlt das „=“. Sie wird ausgelassen.</translation>
    </message>
    <message>
        <source>[%1] %2: no such key is known. It is left out; check its spelling.</source>
        <translation>[%1] %2: Einen solchen Schlüssel gibt es nicht. Er wird ausgelassen; prüfen Sie seine Schreibweise.</translation>
    </message>
    <message>
        <source>[%1] %2: no such key is known. It is left out; use Name, or Addr1, Addr2 and so on.</source>
        <translation>[%1] %2: Einen solchen Schlüssel gibt es nicht. Er wird ausgelassen; verwenden Sie Name oder Addr1, Addr2 und so weiter.</translation>
    </message>
    <message>
        <source>[%1] holds no application setting, so it is left out. Check the spelling of its keys if it is meant for a program.</source>
        <translation>[%1] enthält keine Anwendungseinstellung und wird ausgelassen. Prüfen Sie die Schreibweise der Schlüssel, falls er für ein Programm gedacht ist.</translation>
    </message>
    <message>
        <source>[%1] is read as ISO 8859-1. In a file of another code page that is not the program&apos;s name, and nothing is refused by it. Save the file as UTF-8.</source>
        <translation>[%1] wird als ISO 8859-1 gelesen. In einer Datei mit anderer Codepage ist das nicht der Name des Programms, und nichts wird damit abgelehnt. Speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>[%1] %2: “%3” is no domain and is left out. Write domains such as example.com, with commas between them.</source>
        <translation>[%1] %2: „%3“ ist keine Domäne und wird ausgelassen. Schreiben Sie Domänen wie example.com, mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>A line holds a range, FROM TO, one address, or a network such as 10.0.0.0/8; words in this one: %1.</source>
        <translation>Eine Zeile enthält einen Bereich, VON BIS, eine Adresse oder ein Netz wie 10.0.0.0/8; Wörter in dieser: %1.</translation>
    </message>
    <message>
        <source>%1 is a link-local address, which says nothing without its interface and can&apos;t be listened on; write another address of this server, or :: for all of them</source>
        <translation>%1 ist eine verbindungslokale Adresse, die ohne ihre Schnittstelle nichts sagt und an der nicht gelauscht werden kann; schreiben Sie eine andere Adresse dieses Servers, oder :: für alle</translation>
    </message>
    <message>
        <source>%1 is every address there is (%2): clients would take all of them for local and ask the server for none</source>
        <translation>%1 sind alle Adressen, die es gibt (%2): Clients hielten alle für lokal und fragten den Server nach keiner</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no pattern: * and ? fit nothing but themselves, and no program is likely to be called so; write each program&apos;s name</source>
        <translation>„%1“ ist kein Muster: * und ? stehen nur für sich selbst, und so heißt wohl kein Programm; schreiben Sie den Namen jedes Programms</translation>
    </message>
    <message>
        <source>The header of [%1] lacks its closing bracket and is read as if it had one. Add it.</source>
        <translation>Der Überschrift von [%1] fehlt die schließende Klammer; sie wird gelesen, als wäre sie da. Ergänzen Sie sie.</translation>
    </message>
    <message>
        <source>[%1] %2 cannot be “%3”, so the line is left out. Write a whole number from %4 to %5.</source>
        <translation>[%1] %2 kann nicht „%3“ sein; die Zeile wird weggelassen. Schreiben Sie eine ganze Zahl von %4 bis %5.</translation>
    </message>
    <message>
        <source>[%1] %2 is no address of a computer: “%3”. The line is left out; write it like 192.0.2.1 or 2001:db8::1.</source>
        <translation>[%1] %2 ist keine Adresse eines Computers: „%3“. Die Zeile wird weggelassen; schreiben Sie sie wie 192.0.2.1 oder 2001:db8::1.</translation>
    </message>
    <message>
        <source>[%1] %2 is no network path: “%3”. The line is left out; write it like \\SERVER\mspclnt\.</source>
        <translation>[%1] %2 ist kein Netzwerkpfad: „%3“. Die Zeile wird weggelassen; schreiben Sie ihn wie \\SERVER\mspclnt\.</translation>
    </message>
    <message>
        <source>[%1] %2 cannot be “%3”, so the line is left out. It can be: %4.</source>
        <translation>[%1] %2 kann nicht „%3“ sein; die Zeile wird weggelassen. Möglich sind: %4.</translation>
    </message>
    <message>
        <source>[%1] %2: “%3” is taken as %4. Write %4 alone.</source>
        <translation>[%1] %2: „%3“ gilt als %4. Schreiben Sie nur %4.</translation>
    </message>
    <message>
        <source>[%1] %2: “%3” is more than this server can set and is taken as %4, the greatest value.</source>
        <translation>[%1] %2: „%3“ ist mehr, als dieser Server einstellen kann, und gilt als %4, der größte Wert.</translation>
    </message>
    <message>
        <source>[%1] %2: “%3” is taken as the name %4 and the port %5. Write the name alone, and the port as WebProxyPort, which counts if both are there.</source>
        <translation>[%1] %2: „%3“ gilt als Name %4 und Port %5. Schreiben Sie nur den Namen, und den Port als WebProxyPort; der zählt, wenn beides da ist.</translation>
    </message>
    <message>
        <source>[%1] %2 cannot be “%3”. It is taken as 1, so that nothing is let out that was to be kept in. Write 0 or 1.</source>
        <translation>[%1] %2 kann nicht „%3“ sein. Es gilt als 1, damit nichts hinausgelangt, was drinnen bleiben soll. Schreiben Sie 0 oder 1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no field here; use one of %2, or a word without a colon.</source>
        <translation>„%1“ ist hier kein Feld; schreiben Sie eines von %2, oder ein Wort ohne Doppelpunkt.</translation>
    </message>
    <message>
        <source>&quot;%1:&quot; takes a port, 0 to 65535, or digits with * for any others; &quot;%2&quot; is none.</source>
        <translation>„%1:“ nimmt einen Port von 0 bis 65535, oder Ziffern mit * für beliebige andere; „%2“ ist keiner.</translation>
    </message>
    <message>
        <source>This is %1. What can be read are mspclnt.ini and wspcfg.ini (sections such as [Common], lines such as Disable=1), msplat.txt (lines of addresses) and policies. If it was fetched, something else answered in the server&apos;s place.</source>
        <translation>Das ist %1. Gelesen werden können mspclnt.ini und wspcfg.ini (Abschnitte wie [Common], Zeilen wie Disable=1), msplat.txt (Zeilen mit Adressen) und Richtlinien. Falls es geholt wurde, hat etwas anderes anstelle des Servers geantwortet.</translation>
    </message>
    <message>
        <source>This has no section such as [Common] or [msmsgs], as mspclnt.ini and wspcfg.ini have; it begins “%1”.</source>
        <translation>Hier gibt es keinen Abschnitt wie [Common] oder [msmsgs], wie mspclnt.ini und wspcfg.ini sie haben; es beginnt mit „%1“.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>This section header has no name, so the lines below it are left out. Write it as [name].</source>
        <translation>Diese Abschnittsüberschrift hat keinen Namen; die Zeilen darunter werden weggelassen. Schreiben Sie sie als [Name].</translation>
    </message>
    <message>
        <source>%1 stands before the first section, so it is left out. Move it below its [section].</source>
        <translation>%1 steht vor dem ersten Abschnitt und wird weggelassen. Verschieben Sie die Zeile unter ihren [Abschnitt].</translation>
    </message>
    <message>
        <source>[%1] %2 stands here again; clients go by the first one, so this line is left out. Remove one of them.</source>
        <translation>[%1] %2 steht hier noch einmal; Clients richten sich nach dem ersten, diese Zeile wird also weggelassen. Entfernen Sie eines davon.</translation>
    </message>
    <message>
        <source>[%1] %2 has no meaning in this section and is left out. Write it under [Common Configuration].</source>
        <translation>[%1] %2 hat in diesem Abschnitt keine Bedeutung und wird weggelassen. Schreiben Sie es unter [Common Configuration].</translation>
    </message>
    <message>
        <source>[%1] %2 has no value, so the line is left out. Write one or remove the line.</source>
        <translation>[%1] %2 hat keinen Wert; die Zeile wird weggelassen. Schreiben Sie einen oder entfernen Sie die Zeile.</translation>
    </message>
    <message>
        <source>[%1] is a name in a code page that the file does not tell, so the section is left out. Save the file as UTF-8.</source>
        <translation>[%1] ist ein Name in einer Codepage, die die Datei nicht nennt; der Abschnitt wird weggelassen. Speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>[%1] is left out: wspcfg.ini holds programs&apos; sections only. Remove it.</source>
        <translation>[%1] wird weggelassen: wspcfg.ini enthält nur Abschnitte von Programmen. Entfernen Sie ihn.</translation>
    </message>
    <message>
        <source>[%1] gives both a name and addresses; the name is used, the addresses are left out. Remove one of the two.</source>
        <translation>[%1] gibt Namen und Adressen an; verwendet wird der Name, die Adressen werden weggelassen. Entfernen Sie eines von beiden.</translation>
    </message>
    <message>
        <source>A quotation mark is open; close it with another.</source>
        <translation>Ein Anführungszeichen ist offen; schließen Sie es mit einem zweiten.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is half a word; write on: what is to be left out behind -, what else may be behind |.</source>
        <translation>„%1“ ist ein halbes Wort; schreiben Sie weiter: nach - das, was wegfallen soll, nach | das, was es auch sein darf.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; lacks what to compare with; write it such as %1&gt;%2.</source>
        <translation>„%1“ fehlt, womit zu vergleichen ist; schreiben Sie es etwa so: %1&gt;%2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes a number, such as %1&gt;5; &quot;%2&quot; is none.</source>
        <translation>„%1“ nimmt eine Zahl, etwa %1&gt;5; „%2“ ist keine.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes a number of bytes, such as %1&gt;1MB (KB, MB, GB; KiB, MiB, GiB count by 1024); &quot;%2&quot; is none.</source>
        <translation>„%1“ nimmt eine Zahl von Bytes, etwa %1&gt;1MB (KB, MB, GB; KiB, MiB, GiB zählen zu 1024); „%2“ ist keine.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes an age, such as %1&lt;5m (s, m, h, d, w), or a day, such as %1:2026-11-27; &quot;%2&quot; is neither.</source>
        <translation>„%1“ nimmt ein Alter, etwa %1&lt;5m (s, m, h, d, w), oder einen Tag, etwa %1:2026-11-27; „%2“ ist keines von beiden.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes an age, such as %1&lt;5m (s, m, h, d, w), or a day, such as %1:2026-11-27; &quot;%2&quot; lacks the rest.</source>
        <translation>„%1“ nimmt ein Alter, etwa %1&lt;5m (s, m, h, d, w), oder einen Tag, etwa %1:2026-11-27; „%2“ fehlt der Rest.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number or time to compare; write %1:VALUE.</source>
        <translation>„%1“ ist keine Zahl oder Zeit zum Vergleichen; schreiben Sie %1:WERT.</translation>
    </message>
    <message>
        <source>not connected to the service</source>
        <translation>nicht mit dem Dienst verbunden</translation>
    </message>
    <message>
        <source>the connection to the service was lost</source>
        <translation>die Verbindung zum Dienst ging verloren</translation>
    </message>
    <message>
        <source>nothing listens there; start sallyportd on that computer, or check the port</source>
        <translation>dort empfängt nichts; starten Sie sallyportd auf jenem Computer, oder prüfen Sie den Port</translation>
    </message>
    <message>
        <source>this name is not known; check its spelling, or write the address</source>
        <translation>dieser Name ist nicht bekannt; prüfen Sie seine Schreibweise, oder schreiben Sie die Adresse</translation>
    </message>
    <message>
        <source>no way leads there; check the network, and that the computer is switched on</source>
        <translation>kein Weg führt dorthin; prüfen Sie das Netz, und ob der Computer eingeschaltet ist</translation>
    </message>
    <message>
        <source>the service closed the connection</source>
        <translation>der Dienst hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>the service does not answer</source>
        <translation>der Dienst antwortet nicht</translation>
    </message>
    <message>
        <source>the service does not answer (waited %1 s)</source>
        <translation>der Dienst antwortet nicht (%1 s gewartet)</translation>
    </message>
    <message>
        <source>the service does not answer (waited %1 s); the code was not sent</source>
        <translation>der Dienst antwortet nicht (%1 s gewartet); der Code wurde nicht gesendet</translation>
    </message>
    <message>
        <source>the service does not answer (waited %1 s); whether this console was enrolled is not known, its list of consoles tells</source>
        <translation>der Dienst antwortet nicht (%1 s gewartet); ob diese Konsole angemeldet wurde, ist nicht bekannt, seine Liste der Konsolen sagt es</translation>
    </message>
    <message>
        <source>no encrypted connection came about (%1); check that the port is that of Sallyport&apos;s consoles</source>
        <translation>keine verschlüsselte Verbindung kam zustande (%1); prüfen Sie, ob der Port der für Sallyports Konsolen ist</translation>
    </message>
    <message>
        <source>the connection failed (%1)</source>
        <translation>die Verbindung misslang (%1)</translation>
    </message>
    <message>
        <source>no service listens there; start sallyportd, or name the socket it uses</source>
        <translation>dort empfängt kein Dienst; starten Sie sallyportd, oder nennen Sie den Socket, den er benutzt</translation>
    </message>
    <message>
        <source>permission denied; only root and the service&apos;s own user may use this socket</source>
        <translation>keine Berechtigung; nur root und der Benutzer des Dienstes dürfen diesen Socket benutzen</translation>
    </message>
    <message>
        <source>this name is too long for a local socket (%1 bytes, %2 are possible); name a shorter one with --control</source>
        <translation>dieser Name ist zu lang für einen lokalen Socket (%1 Bytes, %2 sind möglich); nennen Sie mit --control einen kürzeren</translation>
    </message>
    <message>
        <source>the service shows the fingerprint %1, not the one it was enrolled with; if its key was renewed, enrol it again</source>
        <translation>der Dienst zeigt den Fingerabdruck %1, nicht den, mit dem er angemeldet wurde; wurde sein Schlüssel erneuert, so melden Sie ihn noch einmal an</translation>
    </message>
    <message>
        <source>the service shows the fingerprint %1, not the expected one; nothing was sent</source>
        <translation>der Dienst zeigt den Fingerabdruck %1, nicht den erwarteten; nichts wurde gesendet</translation>
    </message>
    <message>
        <source>must be the 64 hex digits the service prints when it starts</source>
        <translation>müssen die 64 Hexziffern sein, die der Dienst beim Start ausgibt</translation>
    </message>
    <message>
        <source>the answer is not that of a Sallyport service</source>
        <translation>die Antwort ist nicht die eines Sallyport-Dienstes</translation>
    </message>
    <message>
        <source>the answer can&apos;t be read (%1); console and service may be of different versions</source>
        <translation>die Antwort ist nicht lesbar (%1); Konsole und Dienst haben vielleicht verschiedene Versionen</translation>
    </message>
    <message>
        <source>the service sent a line beyond the limit</source>
        <translation>der Dienst hat eine Zeile gesendet, die zu lang ist</translation>
    </message>
    <message>
        <source>the call has %1 bytes, the service takes %2; send less at once</source>
        <translation>der Aufruf hat %1 Bytes, der Dienst nimmt %2; senden Sie weniger auf einmal</translation>
    </message>
    <message>
        <source>certificate or key is not PEM</source>
        <translation>Zertifikat oder Schlüssel ist kein PEM</translation>
    </message>
    <message>
        <source>the key belongs to another certificate</source>
        <translation>der Schlüssel gehört zu einem anderen Zertifikat</translation>
    </message>
    <message>
        <source>this console is not enrolled; have an administrator run &quot;sallyportd enrol&quot; on the server and enter its code</source>
        <translation>diese Konsole ist nicht angemeldet; lassen Sie einen Administrator auf dem Server „sallyportd enrol“ ausführen, und geben Sie dessen Code ein</translation>
    </message>
    <message>
        <source>the code is unknown, used or expired; make a new one with &quot;sallyportd enrol&quot;</source>
        <translation>der Code ist unbekannt, verbraucht oder abgelaufen; machen Sie mit „sallyportd enrol“ einen neuen</translation>
    </message>
    <message>
        <source>consoles on this computer need no enrolment; enrol over TLS</source>
        <translation>Konsolen auf diesem Computer brauchen keine Anmeldung; melden Sie über TLS an</translation>
    </message>
    <message>
        <source>no console with this fingerprint is enrolled; look at the list of consoles</source>
        <translation>keine Konsole mit diesem Fingerabdruck ist angemeldet; sehen Sie in der Liste der Konsolen nach</translation>
    </message>
    <message>
        <source>%1 consoles are enrolled; have an administrator revoke those that are not used</source>
        <translation>%1 Konsolen sind angemeldet; lassen Sie einen Administrator die unbenutzten ausschließen</translation>
    </message>
    <message>
        <source>this needs the role Operator, and %1 is a Viewer here; have an administrator enrol this console anew in that role</source>
        <translation>das erfordert die Rolle Bediener, und %1 ist hier Betrachter; lassen Sie einen Administrator diese Konsole in jener Rolle neu anmelden</translation>
    </message>
    <message>
        <source>this needs the role Administrator, which %1 does not have here; have an administrator enrol this console anew in that role</source>
        <translation>das erfordert die Rolle Administrator, die %1 hier nicht hat; lassen Sie einen Administrator diese Konsole in jener Rolle neu anmelden</translation>
    </message>
    <message>
        <source>this is for administrators on the service&apos;s own computer; have one run &quot;sallyportd enrol&quot; there</source>
        <translation>das ist Administratoren am Computer des Dienstes vorbehalten; lassen Sie einen dort „sallyportd enrol“ ausführen</translation>
    </message>
    <message>
        <source>there is no such method; the service may be of another version</source>
        <translation>eine solche Methode gibt es nicht; der Dienst hat vielleicht eine andere Version</translation>
    </message>
    <message>
        <source>the answer has %1 bytes, more than %2; ask for less, by a filter or a limit, or subscribe</source>
        <translation>die Antwort hat %1 Bytes, mehr als %2; fragen Sie nach weniger, mit einem Filter oder einer Grenze, oder abonnieren Sie</translation>
    </message>
    <message>
        <source>must have at most %1 characters</source>
        <translation>darf höchstens %1 Zeichen haben</translation>
    </message>
    <message>
        <source>must have 1 to %1 characters</source>
        <translation>muss 1 bis %1 Zeichen haben</translation>
    </message>
    <message>
        <source>there is no such revision; ask for the history</source>
        <translation>eine solche Revision gibt es nicht; fragen Sie nach dem Verlauf</translation>
    </message>
    <message>
        <source>revision %1 by %2 was applied in the meantime; merge with it and apply again</source>
        <translation>Revision %1 von %2 wurde inzwischen angewendet; führen Sie mit ihr zusammen und wenden Sie noch einmal an</translation>
    </message>
    <message>
        <source>the policy has errors; see problems</source>
        <translation>die Richtlinie hat Fehler; siehe die Probleme</translation>
    </message>
    <message>
        <source>say what to end: sessions, connections or a filter (an empty filter fits everything)</source>
        <translation>sagen Sie, was zu beenden ist: Sitzungen, Verbindungen oder ein Filter (ein leerer Filter passt auf alles)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not handed out; use mspclnt.ini, msplat.txt, wspad.dat or wpad.dat</source>
        <translation>„%1“ wird nicht ausgegeben; nehmen Sie mspclnt.ini, msplat.txt, wspad.dat oder wpad.dat</translation>
    </message>
    <message>
        <source>the policy has this service switched off; enable its listener and apply</source>
        <translation>in der Richtlinie ist dieser Dienst ausgeschaltet; schalten Sie seinen Empfang ein und wenden Sie an</translation>
    </message>
    <message>
        <source>can&apos;t be read or written (%1)</source>
        <translation>kann nicht gelesen oder geschrieben werden (%1)</translation>
    </message>
    <message>
        <source>is a folder; name a file</source>
        <translation>ist ein Ordner; nennen Sie eine Datei</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a link in a folder that everybody may write to; name the file that is meant</source>
        <translation>„%1“ ist ein Verweis in einem Ordner, in den jeder schreiben darf; nennen Sie die gemeinte Datei</translation>
    </message>
    <message>
        <source>belongs to another user, in a folder that everybody may write to; name another file</source>
        <translation>gehört einem anderen Benutzer, in einem Ordner, in den jeder schreiben darf; nennen Sie eine andere Datei</translation>
    </message>
    <message>
        <source>has other names, and is in a folder that everybody may write to; name another file</source>
        <translation>hat weitere Namen und liegt in einem Ordner, in den jeder schreiben darf; nennen Sie eine andere Datei</translation>
    </message>
    <message>
        <source>is no list of servers; bring the file back from a backup, or remove it and add the servers again</source>
        <translation>ist keine Serverliste; holen Sie die Datei aus einer Sicherung zurück, oder entfernen Sie sie und fügen Sie die Server neu hinzu</translation>
    </message>
    <message>
        <source>holds no certificate with its key; bring the file back from a backup, or remove it and add the servers again</source>
        <translation>enthält kein Zertifikat mit seinem Schlüssel; holen Sie die Datei aus einer Sicherung zurück, oder entfernen Sie sie und fügen Sie die Server neu hinzu</translation>
    </message>
    <message>
        <source>another console changed this draft meanwhile; load it</source>
        <translation>eine andere Konsole hat diesen Entwurf inzwischen geändert; laden Sie ihn</translation>
    </message>
    <message>
        <source>another program keeps the database locked; end it or try again (%1)</source>
        <translation>ein anderes Programm hält die Datenbank gesperrt; beenden Sie es, oder versuchen Sie es noch einmal (%1)</translation>
    </message>
    <message>
        <source>the database can&apos;t be written; check owner and permissions of the file and its folder (%1)</source>
        <translation>die Datenbank kann nicht geschrieben werden; prüfen Sie Eigentümer und Rechte der Datei und ihres Ordners (%1)</translation>
    </message>
    <message>
        <source>the database can&apos;t be opened; check that its folder exists and may be written (%1)</source>
        <translation>die Datenbank kann nicht geöffnet werden; prüfen Sie, ob ihr Ordner da ist und beschrieben werden darf (%1)</translation>
    </message>
    <message>
        <source>the disk can&apos;t be read or written; look for its messages in the system&apos;s log (%1)</source>
        <translation>der Datenträger kann nicht gelesen oder geschrieben werden; suchen Sie seine Meldungen im Systemprotokoll (%1)</translation>
    </message>
    <message>
        <source>the disk is full; free some space (%1)</source>
        <translation>der Datenträger ist voll; schaffen Sie Platz (%1)</translation>
    </message>
    <message>
        <source>the database is damaged; put a backup in its place (%1)</source>
        <translation>die Datenbank ist beschädigt; setzen Sie eine Sicherung an ihre Stelle (%1)</translation>
    </message>
    <message>
        <source>the database failed (%1)</source>
        <translation>die Datenbank hat versagt (%1)</translation>
    </message>
    <message>
        <source>this file is of version %1, this program knows versions up to %2; use the newer program</source>
        <translation>diese Datei hat Version %1, dieses Programm kennt Versionen bis %2; nehmen Sie das neuere Programm</translation>
    </message>
    <message>
        <source>this is no such database of Sallyport; name another file</source>
        <translation>das ist keine solche Datenbank von Sallyport; nennen Sie eine andere Datei</translation>
    </message>
    <message>
        <source>switched off by policy</source>
        <translation>von der Richtlinie ausgeschaltet</translation>
    </message>
    <message>
        <source>no policy yet</source>
        <translation>noch keine Richtlinie</translation>
    </message>
    <message>
        <source>stopped by %1</source>
        <translation>angehalten von %1</translation>
    </message>
    <message>
        <source>stopped by an operator</source>
        <translation>von einem Bediener angehalten</translation>
    </message>
    <message>
        <source>on a free port instead of the policy&apos;s %1</source>
        <translation>auf einem freien Port statt auf %1 wie in der Richtlinie</translation>
    </message>
    <message>
        <source>%1 is in use by another program</source>
        <translation>%1 wird von einem anderen Programm benutzt</translation>
    </message>
    <message>
        <source>%1 is no address of this computer</source>
        <translation>%1 ist keine Adresse dieses Computers</translation>
    </message>
    <message>
        <source>the service&apos;s user may not listen on %1; choose a port above 1023</source>
        <translation>der Benutzer des Dienstes darf auf %1 nicht empfangen; wählen Sie einen Port über 1023</translation>
    </message>
    <message>
        <source>%1 can&apos;t be listened on (%2)</source>
        <translation>auf %1 kann nicht empfangen werden (%2)</translation>
    </message>
    <message>
        <source>A filter has at most %1 characters and %2 values; make it shorter.</source>
        <translation>Ein Filter hat höchstens %1 Zeichen und %2 Werte; kürzen Sie ihn.</translation>
    </message>
    <message>
        <source>nothing stands there in the policy in force</source>
        <translation>dort steht nichts in der geltenden Richtlinie</translation>
    </message>
    <message>
        <source>OpenSSL could not make key and certificate; check the computer&apos;s OpenSSL configuration</source>
        <translation>OpenSSL konnte Schlüssel und Zertifikat nicht erzeugen; prüfen Sie die OpenSSL-Konfiguration des Computers</translation>
    </message>
    <message>
        <source>console and service do not understand each other and may be of different versions (%1)</source>
        <translation>Konsole und Dienst verstehen einander nicht und haben womöglich verschiedene Versionen (%1)</translation>
    </message>
    <message>
        <source>a line has more than %1 bytes; send less in one call</source>
        <translation>eine Zeile hat mehr als %1 Bytes; senden Sie weniger in einem Aufruf</translation>
    </message>
    <message>
        <source>only calls with an id are taken here; console and service may be of different versions</source>
        <translation>hier werden nur Aufrufe mit einer id angenommen; Konsole und Dienst haben womöglich verschiedene Versionen</translation>
    </message>
    <message>
        <source>can&apos;t be written (%1); check the folder and its permissions</source>
        <translation>lässt sich nicht schreiben (%1); prüfen Sie den Ordner und seine Rechte</translation>
    </message>
    <message>
        <source>can&apos;t be written (%1); free some space on the disk</source>
        <translation>lässt sich nicht schreiben (%1); schaffen Sie Platz auf dem Datenträger</translation>
    </message>
    <message>
        <source>the database can&apos;t be read; check owner and permissions of the file</source>
        <translation>die Datenbank lässt sich nicht lesen; prüfen Sie Eigentümer und Rechte der Datei</translation>
    </message>
    <message>
        <source>no write-ahead log can be kept beside the database; move it to a local disk</source>
        <translation>neben der Datenbank lässt sich kein Write-Ahead-Log führen; legen Sie sie auf einen lokalen Datenträger</translation>
    </message>
    <message>
        <source>the database has no answer to &quot;%1&quot;</source>
        <translation>die Datenbank hat keine Antwort auf „%1“</translation>
    </message>
    <message>
        <source>object %1 is missing; put a backup in its place</source>
        <translation>Objekt %1 fehlt; setzen Sie eine Sicherung an seine Stelle</translation>
    </message>
    <message>
        <source>object %1 is damaged; put a backup in its place</source>
        <translation>Objekt %1 ist beschädigt; setzen Sie eine Sicherung an seine Stelle</translation>
    </message>
    <message>
        <source>the policy database holds no revision; put a backup in its place</source>
        <translation>die Richtliniendatenbank enthält keine Revision; setzen Sie eine Sicherung an ihre Stelle</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of a client; put a backup in its place</source>
        <translation>„%1“ ist keine Adresse eines Clients; setzen Sie eine Sicherung an ihre Stelle</translation>
    </message>
    <message>
        <source>console %1 has the unknown role &quot;%2&quot;; revoke it</source>
        <translation>Konsole %1 hat die unbekannte Rolle „%2“; widerrufen Sie sie</translation>
    </message>
    <message>
        <source>the row counter is missing; put a backup in its place</source>
        <translation>der Zeilenzähler fehlt; setzen Sie eine Sicherung an seine Stelle</translation>
    </message>
    <message>
        <source>row %1 can&apos;t be read; put a backup of the file in its place (%2)</source>
        <translation>Zeile %1 lässt sich nicht lesen; setzen Sie eine Sicherung der Datei an ihre Stelle (%2)</translation>
    </message>
    <message>
        <source>was removed, replaced or changed by another program under the running service, which goes on with the policy it has in memory and takes no change; save that one first (&quot;sallyportctl policy export&quot;), stop the service, then put a backup in its place, without a -wal file beside it, and start it again</source>
        <translation>wurde unter dem laufenden Dienst von einem anderen Programm entfernt, ersetzt oder geändert; der Dienst arbeitet mit der Richtlinie in seinem Speicher weiter und nimmt keine Änderung an. Sichern Sie zuerst diese („sallyportctl policy export“), halten Sie den Dienst an, setzen Sie eine Sicherung an die Stelle der Datei, ohne -wal-Datei daneben, und starten Sie ihn wieder</translation>
    </message>
    <message>
        <source>was removed, replaced or changed by another program under the running service, which takes no change, since it could not record it; stop the service, then put a backup in its place, without a -wal file beside it, and start it again; without a backup the audit trail begins anew and consoles elsewhere enrol again</source>
        <translation>wurde unter dem laufenden Dienst von einem anderen Programm entfernt, ersetzt oder geändert; der Dienst nimmt keine Änderung an, da er sie nicht aufzeichnen könnte. Halten Sie ihn an, setzen Sie eine Sicherung an die Stelle der Datei, ohne -wal-Datei daneben, und starten Sie ihn wieder; ohne Sicherung beginnt die Überwachung neu, und Konsolen auf anderen Computern melden sich neu an</translation>
    </message>
    <message>
        <source>was removed, replaced or changed by another program under the running service, which logs to the daily files only; stop the service and start it again, which begins a new one unless a backup is in its place, without a -wal file beside it</source>
        <translation>wurde unter dem laufenden Dienst von einem anderen Programm entfernt, ersetzt oder geändert; der Dienst protokolliert nur in die Tagesdateien. Halten Sie ihn an und starten Sie ihn wieder: das beginnt eine neue Datei, sofern keine Sicherung an ihrer Stelle liegt, ohne -wal-Datei daneben</translation>
    </message>
    <message>
        <source>nothing can be recorded at present; records that wait to be written: %1</source>
        <translation>zurzeit lässt sich nichts aufzeichnen; Einträge, die darauf warten: %1</translation>
    </message>
    <message>
        <source>%1, where consoles elsewhere connect, is in use by another program; end that one, or start the service with another --control-tls; trying again</source>
        <translation>%1, wo sich Konsolen auf anderen Computern verbinden, wird von einem anderen Programm benutzt; beenden Sie dieses, oder starten Sie den Dienst mit einem anderen --control-tls; weiterer Versuch läuft</translation>
    </message>
    <message>
        <source>%1, where consoles elsewhere connect, is no address of this computer; start the service with another --control-tls; trying again</source>
        <translation>%1, wo sich Konsolen auf anderen Computern verbinden, ist keine Adresse dieses Computers; starten Sie den Dienst mit einem anderen --control-tls; weiterer Versuch läuft</translation>
    </message>
    <message>
        <source>the service&apos;s user may not listen on %1, where consoles elsewhere connect; choose a port above 1023; trying again</source>
        <translation>der Benutzer des Dienstes darf auf %1, wo sich Konsolen auf anderen Computern verbinden, nicht lauschen; wählen Sie einen Port über 1023; weiterer Versuch läuft</translation>
    </message>
    <message>
        <source>consoles elsewhere can&apos;t connect to %1 (%2); trying again</source>
        <translation>Konsolen auf anderen Computern können sich nicht mit %1 verbinden (%2); weiterer Versuch läuft</translation>
    </message>
    <message>
        <source>all %1 places for clients are taken; further clients are refused or wait</source>
        <translation>alle %1 Plätze für Clients sind belegt; weitere Clients werden abgewiesen oder warten</translation>
    </message>
    <message>
        <source>%1 has %2 of the %3 places for clients, all that one address may have (--client-share %4); its further connections are refused</source>
        <translation>%1 hat %2 der %3 Plätze für Clients, mehr darf eine Adresse nicht haben (--client-share %4); ihre weiteren Verbindungen werden abgewiesen</translation>
    </message>
    <message>
        <source>unfinished requests of clients hold %1, all they may (--request-memory); further long ones are refused</source>
        <translation>unfertige Anforderungen von Clients belegen %1, mehr dürfen sie nicht (--request-memory); weitere lange werden abgewiesen</translation>
    </message>
    <message>
        <source>unfinished requests of %1 hold %2, all that one address may have (--client-share %3 of --request-memory); its further long ones are refused</source>
        <translation>unfertige Anforderungen von %1 belegen %2, mehr darf eine Adresse nicht haben (--client-share %3 von --request-memory); ihre weiteren langen werden abgewiesen</translation>
    </message>
    <message>
        <source>%1 waits with %2 BINDs, all that one address may have (--client-binds); further ones are refused</source>
        <translation>%1 wartet mit %2 BINDs, mehr darf eine Adresse nicht haben (--client-binds); weitere werden abgewiesen</translation>
    </message>
</context>
<context>
    <name>sallyport::FieldTexts</name>
    <message>
        <source>Server: name</source>
        <translation>Server: Name</translation>
    </message>
    <message>
        <source>Server: description</source>
        <translation>Server: Beschreibung</translation>
    </message>
    <message>
        <source>Web Proxy: accepts requests</source>
        <translation>Webproxy: nimmt Anfragen an</translation>
    </message>
    <message>
        <source>Web Proxy: address</source>
        <translation>Webproxy: Adresse</translation>
    </message>
    <message>
        <source>Web Proxy: port</source>
        <translation>Webproxy: Port</translation>
    </message>
    <message>
        <source>Firewall Client channel: accepts clients</source>
        <translation>Kanal der Firewall-Clients: nimmt Clients an</translation>
    </message>
    <message>
        <source>Firewall Client channel: address</source>
        <translation>Kanal der Firewall-Clients: Adresse</translation>
    </message>
    <message>
        <source>Firewall Client channel: port</source>
        <translation>Kanal der Firewall-Clients: Port</translation>
    </message>
    <message>
        <source>Give up connecting after (seconds)</source>
        <translation>Verbindungsversuch aufgeben nach (Sekunden)</translation>
    </message>
    <message>
        <source>End idle connections after (seconds)</source>
        <translation>Stille Verbindungen beenden nach (Sekunden)</translation>
    </message>
    <message>
        <source>Connections at once, at most</source>
        <translation>Höchstzahl gleichzeitiger Verbindungen</translation>
    </message>
    <message>
        <source>How clients connect</source>
        <translation>Wie Clients sich verbinden</translation>
    </message>
    <message>
        <source>DNS name told to clients</source>
        <translation>DNS-Name, der Clients genannt wird</translation>
    </message>
    <message>
        <source>Addresses told to clients</source>
        <translation>Adressen, die Clients genannt werden</translation>
    </message>
    <message>
        <source>Clients detect the server automatically</source>
        <translation>Clients finden den Server selbst</translation>
    </message>
    <message>
        <source>Port told to clients</source>
        <translation>Port, der Clients genannt wird</translation>
    </message>
    <message>
        <source>Fetch settings every (hours)</source>
        <translation>Einstellungen holen alle (Stunden)</translation>
    </message>
    <message>
        <source>Try a silent server again after (minutes)</source>
        <translation>Stummen Server neu versuchen nach (Minuten)</translation>
    </message>
    <message>
        <source>Give up a fetch after (minutes)</source>
        <translation>Abruf aufgeben nach (Minuten)</translation>
    </message>
    <message>
        <source>Give up a silent server after (minutes)</source>
        <translation>Stummen Server aufgeben nach (Minuten)</translation>
    </message>
    <message>
        <source>Web Proxy told to browsers</source>
        <translation>Webproxy, der Browsern genannt wird</translation>
    </message>
    <message>
        <source>Web Proxy port told to browsers</source>
        <translation>Port des Webproxys, der Browsern genannt wird</translation>
    </message>
    <message>
        <source>Set browsers to use the Web Proxy</source>
        <translation>Browser auf den Webproxy einstellen</translation>
    </message>
    <message>
        <source>Set browsers to use a configuration script</source>
        <translation>Browser auf ein Konfigurationsskript einstellen</translation>
    </message>
    <message>
        <source>Set browsers to detect settings automatically</source>
        <translation>Browser auf selbsttätige Erkennung einstellen</translation>
    </message>
    <message>
        <source>Script address</source>
        <translation>Skriptadresse</translation>
    </message>
    <message>
        <source>SOCKS V4 filter: enabled</source>
        <translation>SOCKS-V4-Filter: eingeschaltet</translation>
    </message>
    <message>
        <source>SOCKS V4 filter: address</source>
        <translation>SOCKS-V4-Filter: Adresse</translation>
    </message>
    <message>
        <source>SOCKS V4 filter: port</source>
        <translation>SOCKS-V4-Filter: Port</translation>
    </message>
    <message>
        <source>Requests that no entry or rule speaks of</source>
        <translation>Anfragen, von denen kein Eintrag und keine Regel spricht</translation>
    </message>
    <message>
        <source>Local Address Table</source>
        <translation>Lokale Adresstabelle</translation>
    </message>
    <message>
        <source>Local Domain Table</source>
        <translation>Lokale Domänentabelle</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Application settings: order</source>
        <translation>Anwendungseinstellungen: Reihenfolge</translation>
    </message>
    <message>
        <source>Consoles elsewhere</source>
        <translation>Konsolen auf anderen Computern</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Überwachung</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
</context>
<context>
    <name>sallyport::FileField</name>
    <message>
        <source>&amp;File:</source>
        <translation>Da&amp;tei:</translation>
    </message>
    <message>
        <source>All that can be read (*.ini *.txt *.json);;ini files (*.ini);;Address tables (*.txt);;JSON documents (*.json);;All files (*)</source>
        <translation>Alles Lesbare (*.ini *.txt *.json);;ini-Dateien (*.ini);;Adresstabellen (*.txt);;JSON-Dokumente (*.json);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>sallyport::FileTexts</name>
    <message>
        <source>It can&apos;t be read: %1</source>
        <translation>Sie kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>It is larger than 16 MiB, so it can&apos;t be such a file.</source>
        <translation>Sie ist größer als 16 MiB, also keine solche Datei.</translation>
    </message>
    <message>
        <source>It can&apos;t be written: %1</source>
        <translation>Sie kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>It is no file. Choose a file.</source>
        <translation>Das ist keine Datei. Wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>It is there already and no file. Choose another name.</source>
        <translation>Das gibt es schon, und es ist keine Datei. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Sie ist leer.</translation>
    </message>
</context>
<context>
    <name>sallyport::FilterField</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>How to write a filter</source>
        <translation>Wie man einen Filter schreibt</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Half-typed: %1</source>
        <translation>Halb getippt: %1</translation>
    </message>
    <message>
        <source>Wrong: %1</source>
        <translation>Falsch: %1</translation>
    </message>
    <message>
        <source>F1 says how to write one</source>
        <translation>F1 sagt, wie man einen schreibt</translation>
    </message>
    <message>
        <source>%1 holds this text</source>
        <translation>%1 enthält diesen Text</translation>
    </message>
    <message>
        <source>%1, however the program is spelled</source>
        <translation>%1, gleich wie das Programm geschrieben ist</translation>
    </message>
    <message>
        <source>%1, a whole number</source>
        <translation>%1, eine ganze Zahl</translation>
    </message>
    <message>
        <source>%1, more or less than a number</source>
        <translation>%1, mehr oder weniger als eine Zahl</translation>
    </message>
    <message>
        <source>%1, more or less than so many bytes</source>
        <translation>%1, mehr oder weniger als so viele Bytes</translation>
    </message>
    <message>
        <source>%1, more or less than so many bytes a second</source>
        <translation>%1, mehr oder weniger als so viele Bytes je Sekunde</translation>
    </message>
    <message>
        <source>%1, so long ago or on a day</source>
        <translation>%1, so lange her oder an einem Tag</translation>
    </message>
    <message>
        <source>less long ago</source>
        <translation>weniger lange her</translation>
    </message>
    <message>
        <source>longer ago</source>
        <translation>länger her</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1 (about %2)</source>
        <translation>%1 (etwa %2)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Words of this list</source>
        <translation>Wörter dieser Liste</translation>
    </message>
    <message>
        <source>All words must fit</source>
        <translation>Alle Wörter müssen passen</translation>
    </message>
    <message>
        <source>any field holds it</source>
        <translation>ein beliebiges Feld enthält es</translation>
    </message>
    <message>
        <source>the whole field; * stands for anything</source>
        <translation>das ganze Feld; * steht für Beliebiges</translation>
    </message>
    <message>
        <source>one or the other</source>
        <translation>das eine oder das andere</translation>
    </message>
    <message>
        <source>what does not fit it</source>
        <translation>was nicht dazu passt</translation>
    </message>
    <message>
        <source>also &lt;, &gt;=, &lt;=; KB, MB, GB, or KiB, MiB, GiB by 1024</source>
        <translation>auch &lt;, &gt;=, &lt;=; KB, MB, GB, oder KiB, MiB, GiB zu 1024</translation>
    </message>
    <message>
        <source>younger than 5 minutes; s, m, h, d, w</source>
        <translation>jünger als 5 Minuten; s, m, h, d, w</translation>
    </message>
    <message>
        <source>quotes keep spaces; a quote inside is written twice</source>
        <translation>Anführungszeichen halten Leerzeichen zusammen; eines darin wird doppelt geschrieben</translation>
    </message>
    <message>
        <source>keeps the filter as a button above the list</source>
        <translation>behält den Filter als Knopf über der Liste</translation>
    </message>
    <message>
        <source>the field holds it; in quotes, exactly</source>
        <translation>das Feld enthält es; in Anführungszeichen genau</translation>
    </message>
</context>
<context>
    <name>sallyport::FilterPopup</name>
    <message>
        <source>How the filter may go on</source>
        <translation>Wie der Filter weitergehen kann</translation>
    </message>
</context>
<context>
    <name>sallyport::FirewallClientPane</name>
    <message>
        <source>&amp;New Entry…</source>
        <translation>Neue&amp;r Eintrag…</translation>
    </message>
    <message>
        <source>&amp;Edit Entry…</source>
        <translation>Eintrag &amp;bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Remove Entry</source>
        <translation>Eintrag en&amp;tfernen</translation>
    </message>
    <message>
        <source>What every Firewall Client fetches with mspclnt.ini. A program with Disable = 1 is left alone by the client, and the service refuses it as well.</source>
        <translation>Was jeder Firewall-Client mit mspclnt.ini holt. Ein Programm mit Disable = 1 lässt der Client in Ruhe, und auch der Dienst lehnt es ab.</translation>
    </message>
    <message>
        <source>No program is treated differently yet.
An entry such as msmsgs, Disable, 1 takes a program off the Firewall Client.</source>
        <translation>Noch wird kein Programm anders behandelt.
Ein Eintrag wie msmsgs, Disable, 1 nimmt ein Programm vom Firewall-Client.</translation>
    </message>
    <message>
        <source>Edit %1 %2</source>
        <translation>%1 %2 bearbeiten</translation>
    </message>
    <message>
        <source>Add %1 %2</source>
        <translation>%1 %2 hinzufügen</translation>
    </message>
    <message>
        <source>%1 %2 = %3 is in the draft.</source>
        <translation>%1 %2 = %3 steht im Entwurf.</translation>
    </message>
    <message>
        <source>%1 %2 = %3 was added to the draft.</source>
        <translation>%1 %2 = %3 wurde in den Entwurf aufgenommen.</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n setting(s)</source>
        <translation>
            <numerusform>%n Einstellung entfernen</numerusform>
            <numerusform>%n Einstellungen entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) removed from the draft.</source>
        <translation>
            <numerusform>%n Einstellung aus dem Entwurf entfernt.</numerusform>
            <numerusform>%n Einstellungen aus dem Entwurf entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n program(s)</source>
        <translation>
            <numerusform>%n Programm einfügen</numerusform>
            <numerusform>%n Programme einfügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) are in the draft.</source>
        <translation>
            <numerusform>%n Programm steht im Entwurf.</numerusform>
            <numerusform>%n Programme stehen im Entwurf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change Firewall Client properties</source>
        <translation>Eigenschaften des Firewall-Clients ändern</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %n Setting(s)</source>
        <translation>
            <numerusform>%n Einstellung en&amp;tfernen</numerusform>
            <numerusform>%n Einstellungen en&amp;tfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) with settings. Clients refresh every %1 h. &lt;a href=&quot;properties&quot;&gt;Properties&lt;/a&gt;</source>
        <translation>
            <numerusform>%n Programm mit Einstellungen. Clients aktualisieren alle %1 h. &lt;a href=&quot;properties&quot;&gt;Eigenschaften&lt;/a&gt;</numerusform>
            <numerusform>%n Programme mit Einstellungen. Clients aktualisieren alle %1 h. &lt;a href=&quot;properties&quot;&gt;Eigenschaften&lt;/a&gt;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) selected.</source>
        <translation>
            <numerusform>%n Einstellung gewählt.</numerusform>
            <numerusform>%n Einstellungen gewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; has no settings: the entry is without effect.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; hat keine Einstellungen: der Eintrag ist ohne Wirkung.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1: %2 = %3&lt;/b&gt;. %4 %5 %6</source>
        <translation>&lt;b&gt;%1: %2 = %3&lt;/b&gt;. %4 %5 %6</translation>
    </message>
    <message>
        <source>Firewall Client properties are in the draft.</source>
        <translation>Die Eigenschaften des Firewall-Clients sind im Entwurf.</translation>
    </message>
    <message>
        <source>Sessions of %1</source>
        <translation>Sitzungen von %1</translation>
    </message>
    <message>
        <source>Pa&amp;ste Programs…</source>
        <translation>&amp;Programme einfügen…</translation>
    </message>
    <message>
        <source>D&amp;uplicate Entry…</source>
        <translation>Eintrag &amp;duplizieren…</translation>
    </message>
    <message>
        <source>&amp;Properties…</source>
        <translation>&amp;Eigenschaften…</translation>
    </message>
    <message numerus="yes">
        <source>Edit %1 of %n program(s)</source>
        <translation>
            <numerusform>%1 von %n Programm bearbeiten</numerusform>
            <numerusform>%1 von %n Programmen bearbeiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 = %2 of %n program(s) is in the draft.</source>
        <translation>
            <numerusform>%1 = %2 von %n Programm steht im Entwurf.</numerusform>
            <numerusform>%1 = %2 von %n Programmen steht im Entwurf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select settings of one key to change their value together.</source>
        <translation>Wählen Sie Einstellungen eines Schlüssels, um ihren Wert gemeinsam zu ändern.</translation>
    </message>
</context>
<context>
    <name>sallyport::FirewallClientSheet</name>
    <message>
        <source>Firewall Client Properties</source>
        <translation>Eigenschaften des Firewall-Clients</translation>
    </message>
</context>
<context>
    <name>sallyport::FolderPane</name>
    <message>
        <source>The servers this console manages. The private service of this computer is always there.</source>
        <translation>Die Server, die diese Konsole verwaltet. Der private Dienst dieses Computers ist immer da.</translation>
    </message>
    <message>
        <source>A server, its policy and what it does now.</source>
        <translation>Ein Server, seine Richtlinie und was er jetzt tut.</translation>
    </message>
    <message>
        <source>What happens now: services, sessions, clients.</source>
        <translation>Was jetzt geschieht: Dienste, Sitzungen, Clients.</translation>
    </message>
    <message>
        <source>The ways out this server offers: start, stop, restart.</source>
        <translation>Die Wege hinaus, die dieser Server bietet: starten, anhalten, neu starten.</translation>
    </message>
    <message>
        <source>Who is connected now, to where, and the means to end it.</source>
        <translation>Wer jetzt wohin verbunden ist, und das Mittel, es zu beenden.</translation>
    </message>
    <message>
        <source>Which computer has which version of mspclnt.ini.</source>
        <translation>Welcher Computer welche Version von mspclnt.ini hat.</translation>
    </message>
    <message>
        <source>Filters that speak protocols of their own.</source>
        <translation>Filter, die eigene Protokolle sprechen.</translation>
    </message>
    <message>
        <source>The SOCKS V4 filter: on or off, and its port.</source>
        <translation>Der SOCKS-V4-Filter: an oder aus, und sein Port.</translation>
    </message>
    <message>
        <source>What is local: addresses and domains clients reach directly.</source>
        <translation>Was lokal ist: Adressen und Domänen, die Clients direkt erreichen.</translation>
    </message>
    <message>
        <source>Address ranges that never leave by this server.</source>
        <translation>Adressbereiche, die nie über diesen Server hinausgehen.</translation>
    </message>
    <message>
        <source>Domains that never leave by this server.</source>
        <translation>Domänen, die nie über diesen Server hinausgehen.</translation>
    </message>
    <message>
        <source>What clients fetch from this server.</source>
        <translation>Was Clients von diesem Server holen.</translation>
    </message>
    <message>
        <source>Application settings and everything else in mspclnt.ini.</source>
        <translation>Anwendungen und alles andere in mspclnt.ini.</translation>
    </message>
    <message>
        <source>Who changed what, and the way back.</source>
        <translation>Wer was geändert hat, und der Weg zurück.</translation>
    </message>
    <message>
        <source>Who did what from where, and how it ended.</source>
        <translation>Wer was von wo getan hat, und wie es ausging.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Not connected.&lt;/b&gt; You work on a draft of revision %1; Apply waits for the server.</source>
        <translation>&lt;b&gt;Nicht verbunden.&lt;/b&gt; Sie arbeiten an einem Entwurf der Revision %1; das Anwenden wartet auf den Server.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Not connected.&lt;/b&gt; The console keeps trying.</source>
        <translation>&lt;b&gt;Nicht verbunden.&lt;/b&gt; Die Konsole versucht es weiter.</translation>
    </message>
    <message>
        <source>How the browsers of the clients find the Web Proxy.</source>
        <translation>Wie die Browser der Clients den Webproxy finden.</translation>
    </message>
    <message>
        <source>Add Server…</source>
        <translation>Server hinzufügen…</translation>
    </message>
    <message>
        <source>Manage another computer&apos;s service from here.</source>
        <translation>Den Dienst eines anderen Computers von hier verwalten.</translation>
    </message>
    <message>
        <source>Everything is applied.</source>
        <translation>Alles ist angewendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not applied:</source>
        <translation>
            <numerusform>%n Änderung nicht angewendet:</numerusform>
            <numerusform>%n Änderungen nicht angewendet:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more; Review lists them all</source>
        <translation>
            <numerusform>und %n weitere; die Prüfung führt alle auf</numerusform>
            <numerusform>und %n weitere; die Prüfung führt alle auf</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) now.</source>
        <translation>
            <numerusform>%Ln Sitzung jetzt.</numerusform>
            <numerusform>%Ln Sitzungen jetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln computer(s) with older settings.</source>
        <translation>
            <numerusform>%Ln Computer mit älteren Einstellungen.</numerusform>
            <numerusform>%Ln Computer mit älteren Einstellungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) not applied.</source>
        <translation>
            <numerusform>%Ln Änderung nicht angewendet.</numerusform>
            <numerusform>%Ln Änderungen nicht angewendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n server(s), %1 connected.</source>
        <translation>
            <numerusform>%n Server, %1 verbunden.</numerusform>
            <numerusform>%n Server, %1 verbunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;, version %2. Your role: &lt;b&gt;%3&lt;/b&gt;. Web Proxy %4 · Firewall Client %5 · SOCKS V4 %6. Revision %7 by %8.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;, Version %2. Ihre Rolle: &lt;b&gt;%3&lt;/b&gt;. Webproxy %4 · Firewall-Client %5 · SOCKS V4 %6. Revision %7 von %8.</translation>
    </message>
    <message>
        <source>Every policy that was in force; compare them, and take changes back.</source>
        <translation>Jede Richtlinie, die galt; vergleichen Sie sie, und nehmen Sie Änderungen zurück.</translation>
    </message>
</context>
<context>
    <name>sallyport::Groups</name>
    <message>
        <source>&amp;Group By</source>
        <translation>&amp;Gruppieren nach</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>The %1 with the most sessions, of %2.</source>
        <translation>Die %1 mit den meisten Sitzungen, von %2.</translation>
    </message>
</context>
<context>
    <name>sallyport::GroupsView</name>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
</context>
<context>
    <name>sallyport::HelpSheet</name>
    <message>
        <source>Keys and Help</source>
        <translation>Tasten und Hilfe</translation>
    </message>
    <message>
        <source>Keys here</source>
        <translation>Tasten hier</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Keys everywhere</source>
        <translation>Tasten überall</translation>
    </message>
</context>
<context>
    <name>sallyport::HistoryModel</name>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Angewendet</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>can&apos;t be shown</source>
        <translation>kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>What the server started with</source>
        <translation>Womit der Server begann</translation>
    </message>
</context>
<context>
    <name>sallyport::HistoryPane</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>The history is kept by the server; it shows once there is a connection.</source>
        <translation>Der Verlauf liegt auf dem Server; er erscheint, sobald eine Verbindung besteht.</translation>
    </message>
    <message>
        <source>Select a revision.</source>
        <translation>Wählen Sie eine Revision.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) from revision %1 to %2.</source>
        <translation>
            <numerusform>%n Unterschied von Revision %1 zu %2.</numerusform>
            <numerusform>%n Unterschiede von Revision %1 zu %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;Revision %1&lt;/b&gt; by &lt;b&gt;%2&lt;/b&gt;, %3: %4&lt;br&gt;</source>
        <translation>&lt;b&gt;Revision %1&lt;/b&gt; von &lt;b&gt;%2&lt;/b&gt;, %3: %4&lt;br&gt;</translation>
    </message>
    <message>
        <source>&amp;Take This Change Back…</source>
        <translation>Diese Änderung &amp;zurücknehmen…</translation>
    </message>
    <message>
        <source>&amp;Return to This State…</source>
        <translation>Zu diesem &amp;Stand zurückkehren…</translation>
    </message>
    <message>
        <source>Every policy that was in force. Select one to see what it changed, two to compare them. What is taken back goes into the draft; nothing is in force before Apply.</source>
        <translation>Jede Richtlinie, die in Kraft war. Wählen Sie eine, um zu sehen, was sie änderte, zwei, um sie zu vergleichen. Was zurückgenommen wird, geht in den Entwurf; nichts gilt vor dem Anwenden.</translation>
    </message>
    <message>
        <source>The history can&apos;t be shown. %1</source>
        <translation>Der Verlauf kann nicht gezeigt werden. %1</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Take %n Change(s) Back…</source>
        <translation>
            <numerusform>%n Änderung &amp;zurücknehmen…</numerusform>
            <numerusform>%n Änderungen &amp;zurücknehmen…</numerusform>
        </translation>
    </message>
    <message>
        <source>What the server started with: there is nothing before it that it could be taken back to.</source>
        <translation>Womit der Server begann: Davor gibt es nichts, wohin man zurückkönnte.</translation>
    </message>
    <message>
        <source>What it changed shows once there is a connection.</source>
        <translation>Was sie änderte, zeigt sich, sobald eine Verbindung besteht.</translation>
    </message>
    <message>
        <source>What it changed can&apos;t be shown. %1 &lt;a href=&quot;again&quot;&gt;Retry&lt;/a&gt;</source>
        <translation>Was sie änderte, kann nicht gezeigt werden. %1 &lt;a href=&quot;again&quot;&gt;Noch einmal&lt;/a&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Revision %1&lt;/b&gt; by &lt;b&gt;%2&lt;/b&gt;, %3.&lt;br&gt;</source>
        <translation>&lt;b&gt;Revision %1&lt;/b&gt; von &lt;b&gt;%2&lt;/b&gt;, %3.&lt;br&gt;</translation>
    </message>
    <message>
        <source>Nothing was put into the draft. %1</source>
        <translation>Nichts wurde in den Entwurf gesetzt. %1</translation>
    </message>
    <message>
        <source>The draft is so already; there is nothing to change.</source>
        <translation>Der Entwurf ist schon so; es gibt nichts zu ändern.</translation>
    </message>
    <message>
        <source>It can&apos;t be taken back, since it was changed again: %1.</source>
        <translation>Das lässt sich nicht zurücknehmen, denn es wurde wieder geändert: %1.</translation>
    </message>
    <message>
        <source>The draft is what is in force; there is nothing to apply.</source>
        <translation>Der Entwurf ist das, was gilt; es gibt nichts anzuwenden.</translation>
    </message>
    <message>
        <source>In the draft. Review, then apply.</source>
        <translation>Im Entwurf. Prüfen Sie, dann wenden Sie an.</translation>
    </message>
    <message>
        <source>In the draft, but for what was changed again since: %1.</source>
        <translation>Im Entwurf, bis auf das, was seitdem wieder geändert wurde: %1.</translation>
    </message>
    <message numerus="yes">
        <source>The draft is what is in force again; your %n change(s) that were not applied went for it.</source>
        <translation>
            <numerusform>Der Entwurf entspricht wieder dem, was gilt; Ihre %n nicht angewendete Änderung wurde dafür aufgegeben.</numerusform>
            <numerusform>Der Entwurf entspricht wieder dem, was gilt; Ihre %n nicht angewendeten Änderungen wurden dafür aufgegeben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the draft, in place of your %n change(s) that were not applied. Review, then apply.</source>
        <translation>
            <numerusform>Im Entwurf, anstelle Ihrer %n nicht angewendeten Änderung. Prüfen, dann anwenden.</numerusform>
            <numerusform>Im Entwurf, anstelle Ihrer %n nicht angewendeten Änderungen. Prüfen, dann anwenden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>mspclnt.ini: client configuration and local domains</source>
        <translation>mspclnt.ini: Clientkonfiguration und lokale Domänen</translation>
    </message>
    <message>
        <source>wspcfg.ini: the entries of its programs</source>
        <translation>wspcfg.ini: die Einträge ihrer Programme</translation>
    </message>
    <message>
        <source>Whole policy as one ini document</source>
        <translation>Ganze Richtlinie als ein ini-Dokument</translation>
    </message>
    <message>
        <source>msplat.txt: Local Address Table</source>
        <translation>msplat.txt: lokale Adresstabelle</translation>
    </message>
    <message>
        <source>Text to import</source>
        <translation>Zu importierender Text</translation>
    </message>
    <message>
        <source>What will change</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>&amp;Read as:</source>
        <translation>&amp;Lesen als:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Nichts würde sich ändern.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n change(s)</source>
        <translation>
            <numerusform>%n Änderung &amp;importieren</numerusform>
            <numerusform>%n Änderungen &amp;importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Whole policy as JSON</source>
        <translation>Ganze Richtlinie als JSON</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>A path; or drop a file here, or paste its text below</source>
        <translation>Ein Pfad; oder legen Sie hier eine Datei ab, oder fügen Sie unten ihren Text ein</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Die Datei wird gelesen…</translation>
    </message>
    <message>
        <source>Nothing is imported while there are errors. Correct them here, or in the file.</source>
        <translation>Solange es Fehler gibt, wird nichts importiert. Berichtigen Sie sie hier oder in der Datei.</translation>
    </message>
    <message>
        <source>Name a file, or paste its text above.</source>
        <translation>Nennen Sie eine Datei, oder fügen Sie ihren Text oben ein.</translation>
    </message>
    <message>
        <source>What is ticked can&apos;t stand alone: %1</source>
        <translation>Das Angehakte kann nicht allein stehen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) that are not ticked stay as they are.</source>
        <translation>
            <numerusform>%n nicht angehakte Änderung bleibt, wie sie ist.</numerusform>
            <numerusform>%n nicht angehakte Änderungen bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is imported while there are errors. Correct them in the file.</source>
        <translation>Solange es Fehler gibt, wird nichts importiert. Berichtigen Sie sie in der Datei.</translation>
    </message>
    <message>
        <source>Reading the text…</source>
        <translation>Text wird gelesen…</translation>
    </message>
</context>
<context>
    <name>sallyport::InForce</name>
    <message>
        <source>&lt;b&gt;Not applied yet.&lt;/b&gt;</source>
        <translation>&lt;b&gt;Noch nicht angewendet.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>As of revision %1. Revision %2 by %3 is in force now: merge or discard to see it.</source>
        <translation>Stand: Revision %1. Jetzt gilt Revision %2 von %3: führen Sie zusammen oder verwerfen Sie, um sie zu sehen.</translation>
    </message>
    <message>
        <source>As of revision %1.</source>
        <translation>Stand: Revision %1.</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Not changed since revision %1.</source>
        <translation>Seit Revision %1 nicht geändert.</translation>
    </message>
    <message>
        <source>As it was at the start, in %1revision %2&lt;/a&gt;, %3.</source>
        <translation>Wie am Anfang, in %1Revision %2&lt;/a&gt;, %3.</translation>
    </message>
    <message>
        <source>Set by %1 in %2revision %3&lt;/a&gt;, %4.</source>
        <translation>Gesetzt von %1 in %2Revision %3&lt;/a&gt;, %4.</translation>
    </message>
    <message>
        <source>Set by %1 in %2revision %3&lt;/a&gt;, %4: %5</source>
        <translation>Gesetzt von %1 in %2Revision %3&lt;/a&gt;, %4: %5</translation>
    </message>
</context>
<context>
    <name>sallyport::IniView</name>
    <message>
        <source>… (more lines)</source>
        <translation>… (weitere Zeilen)</translation>
    </message>
    <message numerus="yes">
        <source>… (%n more character(s))</source>
        <translation>
            <numerusform>… (%n weiteres Zeichen)</numerusform>
            <numerusform>… (%n weitere Zeichen)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::KeyChoice</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
</context>
<context>
    <name>sallyport::KeyTips</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>sallyport::LineProblemsModel</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n ausgelassen</numerusform>
            <numerusform>%n ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>sallyport::ListenersPage</name>
    <message>
        <source>Listeners</source>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>Accept outgoing &amp;Web requests</source>
        <translation>Ausgehende &amp;Webanfragen annehmen</translation>
    </message>
    <message>
        <source>Accept &amp;Firewall Clients</source>
        <translation>&amp;Firewall-Clients annehmen</translation>
    </message>
    <message>
        <source>Web Proxy</source>
        <translation>Webproxy</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>A&amp;dresse:</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>&amp;Port:</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Firewall Client</source>
        <translation>Firewall-Client</translation>
    </message>
    <message>
        <source>Add&amp;ress:</source>
        <translation>Ad&amp;resse:</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>P&amp;ort:</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Give up &amp;connecting after:</source>
        <translation>Verbindungsaufbau auf&amp;geben nach:</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>&amp;End idle ones after:</source>
        <translation>&amp;Untätige beenden nach:</translation>
    </message>
    <message>
        <source>At &amp;most at once:</source>
        <translation>&amp;Höchstens zugleich:</translation>
    </message>
    <message>
        <source>0 = as many as the system allows</source>
        <translation>0 = so viele, wie das System erlaubt</translation>
    </message>
    <message>
        <source>The Web Proxy listens there already. Give one of them another port.</source>
        <translation>Dort empfängt schon der Webproxy. Geben Sie einem von beiden einen anderen Port.</translation>
    </message>
    <message>
        <source>The SOCKS V4 filter listens there already. Give one of them another port.</source>
        <translation>Dort empfängt schon der SOCKS-V4-Filter. Geben Sie einem von beiden einen anderen Port.</translation>
    </message>
</context>
<context>
    <name>sallyport::LocalAddressesPage</name>
    <message>
        <source>Local Address Table</source>
        <translation>Lokale Adresstabelle</translation>
    </message>
    <message>
        <source>Add &amp;private ranges</source>
        <translation>&amp;Private Bereiche</translation>
    </message>
    <message>
        <source>&amp;Sort and join</source>
        <translation>&amp;Sortieren und verbinden</translation>
    </message>
    <message>
        <source>&amp;Import file…</source>
        <translation>Datei &amp;importieren…</translation>
    </message>
    <message>
        <source>Addresses that are inside: clients reach them directly. One range a line, as FROM TO, FROM-TO, ADDRESS/BITS or a single address.</source>
        <translation>Adressen, die innen liegen: Clients erreichen sie direkt. Ein Bereich je Zeile, als VON BIS, VON-BIS, ADRESSE/BITS oder eine einzelne Adresse.</translation>
    </message>
    <message>
        <source>Ranges</source>
        <translation>Bereiche</translation>
    </message>
    <message numerus="yes">
        <source>%n range(s)</source>
        <translation>
            <numerusform>%n Bereich</numerusform>
            <numerusform>%n Bereiche</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – %2 overlaps another range; Sort and join makes one of them.</source>
        <translation>%1 – %2 überschneidet sich mit einem anderen Bereich; „Sortieren und verbinden“ macht einen daraus.</translation>
    </message>
    <message>
        <source>Import Address Table</source>
        <translation>Adresstabelle importieren</translation>
    </message>
    <message>
        <source>Address tables (*.txt);;All files (*)</source>
        <translation>Adresstabellen (*.txt);;Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the file could not be read and were left out.</source>
        <translation>
            <numerusform>%n Zeile der Datei war nicht lesbar und wurde ausgelassen.</numerusform>
            <numerusform>%n Zeilen der Datei waren nicht lesbar und wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorts the ranges and joins those that meet; remarks go. Ctrl+Z in the text brings it back.</source>
        <translation>Sortiert die Bereiche und verbindet, was aneinanderstößt; Bemerkungen entfallen. Strg+Z im Text holt alles zurück.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) can&apos;t be read; the list says why.</source>
        <translation>
            <numerusform>%n Zeile ist nicht lesbar; die Liste sagt, warum.</numerusform>
            <numerusform>%n Zeilen sind nicht lesbar; die Liste sagt, warum.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::LocalAddressesSheet</name>
    <message>
        <source>Local Address Table</source>
        <translation>Lokale Adresstabelle</translation>
    </message>
</context>
<context>
    <name>sallyport::LocalDomainsPage</name>
    <message>
        <source>Local Domain Table</source>
        <translation>Lokale Domänentabelle</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domänen</translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s)</source>
        <translation>
            <numerusform>%n Domäne</numerusform>
            <numerusform>%n Domänen</numerusform>
        </translation>
    </message>
    <message>
        <source>Names that are inside: clients look them up and reach them directly. One domain a line; it takes in every name below it.</source>
        <translation>Namen, die innen sind: Clients lösen sie selbst auf und erreichen sie direkt. Eine Domäne je Zeile; sie umfasst jeden Namen darunter.</translation>
    </message>
    <message>
        <source>Line %1: “%2” is no domain. Write names such as example.com.</source>
        <translation>Zeile %1: „%2“ ist keine Domäne. Schreiben Sie Namen wie example.com.</translation>
    </message>
    <message>
        <source>Line %1: “%2” stands twice. Take one of them out.</source>
        <translation>Zeile %1: „%2“ steht doppelt da. Nehmen Sie eines heraus.</translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s) can&apos;t stay like this; the list says why.</source>
        <translation>
            <numerusform>%n Domäne kann so nicht bleiben; die Liste sagt, warum.</numerusform>
            <numerusform>%n Domänen können so nicht bleiben; die Liste sagt, warum.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: “%2” takes in the same names as an entry before it. One of them is enough.</source>
        <translation>Zeile %1: „%2“ umfasst dieselben Namen wie ein Eintrag davor. Einer davon genügt.</translation>
    </message>
</context>
<context>
    <name>sallyport::LocalDomainsSheet</name>
    <message>
        <source>Local Domain Table</source>
        <translation>Lokale Domänentabelle</translation>
    </message>
</context>
<context>
    <name>sallyport::MainWindow</name>
    <message>
        <source>Sallyport</source>
        <translation>Sallyport</translation>
    </message>
    <message>
        <source>Not applied: somebody else was faster. Merge, then apply again.</source>
        <translation>Nicht angewendet: jemand anders war schneller. Führen Sie zusammen und wenden Sie dann erneut an.</translation>
    </message>
    <message>
        <source>Not applied: %1</source>
        <translation>Nicht angewendet: %1</translation>
    </message>
    <message>
        <source>Not undone: %1</source>
        <translation>Nicht zurückgenommen: %1</translation>
    </message>
    <message>
        <source>Revision %1 applied.</source>
        <translation>Revision %1 angewendet.</translation>
    </message>
    <message>
        <source>refused by revision %1</source>
        <translation>abgelehnt von Revision %1</translation>
    </message>
    <message>
        <source>Merged. Review, then apply.</source>
        <translation>Zusammengeführt. Prüfen Sie, dann wenden Sie an.</translation>
    </message>
    <message>
        <source>Change server properties</source>
        <translation>Eigenschaften des Servers ändern</translation>
    </message>
    <message>
        <source>Server properties are in the draft.</source>
        <translation>Die Eigenschaften des Servers stehen im Entwurf.</translation>
    </message>
    <message>
        <source>%1 was taken off this console.</source>
        <translation>%1 wurde aus dieser Konsole genommen.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Imported into the draft.</source>
        <translation>In den Entwurf importiert.</translation>
    </message>
    <message>
        <source>Not merged: another revision was applied meanwhile. Merge again.</source>
        <translation>Nicht zusammengeführt: Inzwischen wurde eine weitere Revision angewendet. Führen Sie noch einmal zusammen.</translation>
    </message>
    <message>
        <source>No server is called &quot;%1&quot;; see Servers and Arrays.</source>
        <translation>Kein Server heißt „%1“; siehe Server und Arrays.</translation>
    </message>
    <message>
        <source>Not confirmed: it was sent, and no answer came. Whether it is in force shows once the server answers again; the draft is kept.</source>
        <translation>Nicht bestätigt: sie wurde gesendet, und es kam keine Antwort. Ob sie gilt, zeigt sich, sobald der Server wieder antwortet; der Entwurf bleibt.</translation>
    </message>
    <message>
        <source>%1 was added until this console ends: %2</source>
        <translation>%1 wurde hinzugefügt, bis diese Konsole endet: %2</translation>
    </message>
    <message>
        <source>Where windows and columns stand can&apos;t be kept: %1 can&apos;t be written.</source>
        <translation>Wo Fenster und Spalten stehen, lässt sich nicht behalten: %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>What clients have now is not shown: %1</source>
        <translation>Was Clients jetzt haben, wird nicht gezeigt: %1</translation>
    </message>
    <message>
        <source>%1[*] – %2 – Sallyport</source>
        <translation>%1[*] – %2 – Sallyport</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>Drop %n change(s)</source>
        <translation>
            <numerusform>%n Änderung fallen lassen</numerusform>
            <numerusform>%n Änderungen fallen lassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) dropped from the draft.</source>
        <translation>
            <numerusform>%n Änderung aus dem Entwurf genommen.</numerusform>
            <numerusform>%n Änderungen aus dem Entwurf genommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was added; your role there is %2.</source>
        <translation>%1 wurde hinzugefügt; Ihre Rolle dort ist %2.</translation>
    </message>
    <message>
        <source>%1: service %2, revision %3</source>
        <translation>%1: Dienst %2, Revision %3</translation>
    </message>
    <message>
        <source>Revision %1 can&apos;t be undone: it is not in the history of %2 any more.</source>
        <translation>Revision %1 lässt sich nicht zurücknehmen: Sie steht nicht mehr im Verlauf von %2.</translation>
    </message>
    <message>
        <source>Taken out of the draft again.</source>
        <translation>Wieder aus dem Entwurf genommen.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n change(s) of the last time are not applied.</source>
        <translation>
            <numerusform>%1: %n Änderung vom letzten Mal ist nicht angewendet.</numerusform>
            <numerusform>%1: %n Änderungen vom letzten Mal sind nicht angewendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>There is nothing to make in %1; entries are made in Firewall Client.</source>
        <translation>In %1 lässt sich nichts anlegen; Einträge werden unter Firewall-Client angelegt.</translation>
    </message>
    <message>
        <source>There is nothing to paste in %1; programs are pasted in Firewall Client.</source>
        <translation>In %1 lässt sich nichts einfügen; Programme werden unter Firewall-Client eingefügt.</translation>
    </message>
    <message numerus="yes">
        <source>Imported into the draft in part. The whole of what was read has %n warning(s); Import lists them when it reads the same again.</source>
        <translation>
            <numerusform>Teilweise in den Entwurf importiert. Das Ganze des Gelesenen hat %n Warnung; Import führt sie auf, wenn er dasselbe wieder liest.</numerusform>
            <numerusform>Teilweise in den Entwurf importiert. Das Ganze des Gelesenen hat %n Warnungen; Import führt sie auf, wenn er dasselbe wieder liest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported into the draft in part. The whole of what was read has %n warning(s), at these lines: %1. Import lists them when it reads the same again.</source>
        <translation>
            <numerusform>Teilweise in den Entwurf importiert. Das Ganze des Gelesenen hat %n Warnung, in dieser Zeile: %1. Import führt sie auf, wenn er dasselbe wieder liest.</numerusform>
            <numerusform>Teilweise in den Entwurf importiert. Das Ganze des Gelesenen hat %n Warnungen, in diesen Zeilen: %1. Import führt sie auf, wenn er dasselbe wieder liest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported into the draft, with %n warning(s). Import lists them when it reads the same again.</source>
        <translation>
            <numerusform>In den Entwurf importiert, mit %n Warnung. Import führt sie auf, wenn er dasselbe wieder liest.</numerusform>
            <numerusform>In den Entwurf importiert, mit %n Warnungen. Import führt sie auf, wenn er dasselbe wieder liest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported into the draft, with %n warning(s) at these lines of what was read: %1. Import lists them when it reads the same again.</source>
        <translation>
            <numerusform>In den Entwurf importiert, mit %n Warnung in dieser Zeile des Gelesenen: %1. Import führt sie auf, wenn er dasselbe wieder liest.</numerusform>
            <numerusform>In den Entwurf importiert, mit %n Warnungen in diesen Zeilen des Gelesenen: %1. Import führt sie auf, wenn er dasselbe wieder liest.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sallyport::MoreFilters</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more saved filter(s)</source>
        <translation>
            <numerusform>%n weiterer gespeicherter Filter</numerusform>
            <numerusform>%n weitere gespeicherte Filter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::NumberField</name>
    <message>
        <source>Enter a whole number from %1 to %2.</source>
        <translation>Geben Sie eine ganze Zahl von %1 bis %2 ein.</translation>
    </message>
</context>
<context>
    <name>sallyport::OutcomeLine</name>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier</source>
        <translation>
            <numerusform>%n frühere</numerusform>
            <numerusform>%n frühere</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier messages</source>
        <translation>Frühere Meldungen</translation>
    </message>
</context>
<context>
    <name>sallyport::Page</name>
    <message>
        <source>Some of it is not seen, or is seen elsewhere: %1</source>
        <translation>Einiges davon ist nicht oder anderswo zu sehen: %1</translation>
    </message>
</context>
<context>
    <name>sallyport::Palette</name>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Search Anything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Search anything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Search places, actions, programs, users, computers and hosts</source>
        <translation>Orte, Befehle, Programme, Benutzer, Computer und Ziele suchen</translation>
    </message>
    <message>
        <source>Nothing here is called &quot;%1&quot;. What can be typed: actions, places and servers, programs, and the users, computers and hosts of live sessions.</source>
        <translation>Nichts hier heißt „%1“. Eingeben lassen sich: Befehle, Orte und Server, Programme, und die Benutzer, Computer und Ziele laufender Sitzungen.</translation>
    </message>
</context>
<context>
    <name>sallyport::PaletteEntries</name>
    <message>
        <source>Program in the policy of %1</source>
        <translation>Programm in der Richtlinie von %1</translation>
    </message>
    <message>
        <source>Block %1…</source>
        <translation>%1 sperren…</translation>
    </message>
    <message>
        <source>Program, at %1</source>
        <translation>Programm, auf %1</translation>
    </message>
    <message>
        <source>Sessions of %1</source>
        <translation>Sitzungen von %1</translation>
    </message>
    <message>
        <source>Program at %1</source>
        <translation>Programm auf %1</translation>
    </message>
    <message>
        <source>User at %1</source>
        <translation>Benutzer auf %1</translation>
    </message>
    <message>
        <source>Computer at %1</source>
        <translation>Computer auf %1</translation>
    </message>
    <message>
        <source>Host, from %1</source>
        <translation>Ziel, von %1 aus</translation>
    </message>
    <message>
        <source>Sessions that fit, on %1</source>
        <translation>Passende Sitzungen, auf %1</translation>
    </message>
    <message>
        <source>Address of a computer at %1</source>
        <translation>Adresse eines Computers auf %1</translation>
    </message>
</context>
<context>
    <name>sallyport::Pane</name>
    <message>
        <source>Inspector</source>
        <translation>Betrachter der Auswahl</translation>
    </message>
    <message>
        <source>The policy in force is not known here, so it can&apos;t be changed.</source>
        <translation>Die geltende Richtlinie ist hier nicht bekannt und lässt sich darum nicht ändern.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>sentence, why it can&apos;t be changed</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Not connected to %1; nothing is known.</source>
        <translation>Nicht mit %1 verbunden; nichts ist bekannt.</translation>
    </message>
    <message>
        <source>Not connected to %1.</source>
        <translation>Nicht mit %1 verbunden.</translation>
    </message>
    <message>
        <source>Your role on this server, %1, does not allow it.</source>
        <translation>Ihre Rolle auf diesem Server, %1, erlaubt es nicht.</translation>
    </message>
    <message>
        <source>Select a row first.</source>
        <translation>Wählen Sie zuerst eine Zeile.</translation>
    </message>
</context>
<context>
    <name>sallyport::PanelWindow</name>
    <message>
        <source>Sessions – Sallyport</source>
        <translation>Sitzungen – Sallyport</translation>
    </message>
    <message>
        <source>No server is called &quot;%1&quot;. Known: %2.</source>
        <translation>Kein Server heißt „%1“. Bekannt: %2.</translation>
    </message>
</context>
<context>
    <name>sallyport::PartsModel</name>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>sallyport::PasteProgramsPage</name>
    <message>
        <source>Programs</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Disable=1 – take them off the Firewall Client</source>
        <translation>Disable=1 – vom Firewall-Client nehmen</translation>
    </message>
    <message>
        <source>Disable=0 – let them use the Firewall Client</source>
        <translation>Disable=0 – den Firewall-Client benutzen lassen</translation>
    </message>
    <message>
        <source>&amp;Programs:</source>
        <translation>&amp;Programme:</translation>
    </message>
    <message>
        <source>&amp;Setting:</source>
        <translation>&amp;Einstellung:</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Eingegeben</translation>
    </message>
    <message>
        <source>What will be added</source>
        <translation>Was hinzukommt</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>has it already</source>
        <translation>hat es schon</translation>
    </message>
    <message>
        <source>named twice</source>
        <translation>doppelt genannt</translation>
    </message>
    <message>
        <source>no program name, left out</source>
        <translation>kein Programmname, ausgelassen</translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) will be set.</source>
        <translation>
            <numerusform>%n Programm wird gesetzt.</numerusform>
            <numerusform>%n Programme werden gesetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) can&apos;t be program names.</source>
        <translation>
            <numerusform>%n Stück kann kein Programmname sein.</numerusform>
            <numerusform>%n Stücke können keine Programmnamen sein.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type or paste at least one program name, for example msmsgs.</source>
        <translation>Geben Sie mindestens einen Programmnamen ein, zum Beispiel msmsgs.</translation>
    </message>
    <message>
        <source>Nothing here would change. Name a program that has no such setting yet.</source>
        <translation>Hier würde sich nichts ändern. Nennen Sie ein Programm, das die Einstellung noch nicht hat.</translation>
    </message>
    <message>
        <source>Any list of programs: one a line or several, with paths, numbers and remarks, or the output of tasklist:
1. msmsgs.exe
C:\Program Files\ICQ\icq.exe
aim, ypager</source>
        <translation>Eine beliebige Liste von Programmen: eines je Zeile oder mehrere, mit Pfaden, Nummern und Bemerkungen, oder die Ausgabe von tasklist:
1. msmsgs.exe
C:\Program Files\ICQ\icq.exe
aim, ypager</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful one(s) wait to be ticked.</source>
        <translation>
            <numerusform>%n zweifelhaftes wartet auf ein Häkchen.</numerusform>
            <numerusform>%n zweifelhafte warten auf ein Häkchen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out: headings and remarks.</source>
        <translation>
            <numerusform>%n Zeile ausgelassen: Überschriften und Bemerkungen.</numerusform>
            <numerusform>%n Zeilen ausgelassen: Überschriften und Bemerkungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is ticked below. Tick the programs to add.</source>
        <translation>Unten ist nichts angehakt. Haken Sie die Programme an, die hinzukommen sollen.</translation>
    </message>
    <message>
        <source>may be the address of a site</source>
        <translation>kann die Adresse einer Website sein</translation>
    </message>
    <message>
        <source>ends in .%1</source>
        <translation>endet auf .%1</translation>
    </message>
    <message>
        <source>stands behind other words</source>
        <translation>steht hinter anderen Wörtern</translation>
    </message>
    <message>
        <source>stands behind a label</source>
        <translation>steht hinter einer Beschriftung</translation>
    </message>
    <message>
        <source>several words, no .exe</source>
        <translation>mehrere Wörter, kein .exe</translation>
    </message>
    <message>
        <source>no .exe, unlike others</source>
        <translation>kein .exe, anders als die übrigen</translation>
    </message>
    <message>
        <source>in brackets, as parts of the system are</source>
        <translation>in Klammern, wie Teile des Systems</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>ausgelassen: %1</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>geändert: %1</translation>
    </message>
    <message>
        <source>added: %1</source>
        <translation>hinzugefügt: %1</translation>
    </message>
</context>
<context>
    <name>sallyport::PasteProgramsSheet</name>
    <message>
        <source>Paste Programs</source>
        <translation>Programme einfügen</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add %n</source>
        <translation>
            <numerusform>%n &amp;hinzufügen</numerusform>
            <numerusform>%n &amp;hinzufügen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::PathField</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>Du&amp;rchsuchen…</translation>
    </message>
</context>
<context>
    <name>sallyport::PolicyDraft</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>%1 rückgängig</translation>
    </message>
    <message>
        <source>Undone, but for what was changed again since: %1.</source>
        <translation>Zurückgenommen, bis auf das, was seither wieder geändert wurde: %1.</translation>
    </message>
    <message>
        <source>Not undone: it was changed again since: %1.</source>
        <translation>Nicht zurückgenommen: Seither wurde wieder geändert: %1.</translation>
    </message>
</context>
<context>
    <name>sallyport::PolicyPane</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Umfasst</translation>
    </message>
    <message>
        <source>Filters that speak a protocol of their own. A filter that is off has its port closed.</source>
        <translation>Filter, die ein eigenes Protokoll sprechen. Ist ein Filter aus, ist sein Port geschlossen.</translation>
    </message>
    <message>
        <source>Addresses inside. Clients reach them directly, never through this server; they fetch the list as msplat.txt.</source>
        <translation>Adressen innen. Clients erreichen sie direkt, nie über diesen Server; sie holen die Liste als msplat.txt.</translation>
    </message>
    <message>
        <source>Names inside. Clients reach them directly and look them up themselves.</source>
        <translation>Namen innen. Clients erreichen sie direkt und schlagen sie selbst nach.</translation>
    </message>
    <message>
        <source>SOCKS V4</source>
        <translation>SOCKS V4</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>the domain and everything below it</source>
        <translation>die Domäne und alles darunter</translation>
    </message>
    <message>
        <source>&amp;Properties…</source>
        <translation>&amp;Eigenschaften…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>No address counts as local yet: clients send everything to this server.</source>
        <translation>Noch gilt keine Adresse als lokal: Clients schicken alles an diesen Server.</translation>
    </message>
    <message>
        <source>No domain counts as local yet.</source>
        <translation>Noch gilt keine Domäne als lokal.</translation>
    </message>
    <message>
        <source>Change the SOCKS V4 filter</source>
        <translation>Den SOCKS-V4-Filter ändern</translation>
    </message>
    <message>
        <source>Change the Local Address Table</source>
        <translation>Die lokale Adresstabelle ändern</translation>
    </message>
    <message>
        <source>Change the Local Domain Table</source>
        <translation>Die lokale Domänentabelle ändern</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n row(s)</source>
        <translation>
            <numerusform>%n Zeile entfernen</numerusform>
            <numerusform>%n Zeilen entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;SOCKS V4 is on.&lt;/b&gt; Programs with SOCKS settings leave by it, without a program name: application entries do not reach them.</source>
        <translation>&lt;b&gt;SOCKS V4 ist an.&lt;/b&gt; Programme mit SOCKS-Einstellungen gehen dort hinaus, ohne Programmnamen: Anwendungseinträge erreichen sie nicht.</translation>
    </message>
    <message>
        <source>&lt;b&gt;SOCKS V4 is off.&lt;/b&gt; Its port is closed; programs with SOCKS settings find no way out here.</source>
        <translation>&lt;b&gt;SOCKS V4 ist aus.&lt;/b&gt; Sein Port ist geschlossen; Programme mit SOCKS-Einstellungen finden hier keinen Weg hinaus.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) selected.</source>
        <translation>
            <numerusform>%n Zeile gewählt.</numerusform>
            <numerusform>%n Zeilen gewählt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s).</source>
        <translation>
            <numerusform>%n Zeile.</numerusform>
            <numerusform>%n Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clients reach &lt;b&gt;%1&lt;/b&gt; directly, never through this server.</source>
        <translation>Clients erreichen &lt;b&gt;%1&lt;/b&gt; direkt, nie über diesen Server.</translation>
    </message>
    <message>
        <source>Clients reach &lt;b&gt;%1&lt;/b&gt; to &lt;b&gt;%2&lt;/b&gt; directly, never through this server.</source>
        <translation>Clients erreichen &lt;b&gt;%1&lt;/b&gt; bis &lt;b&gt;%2&lt;/b&gt; direkt, nie über diesen Server.</translation>
    </message>
    <message>
        <source>Clients look up names of &lt;b&gt;%1&lt;/b&gt; themselves and reach them directly.</source>
        <translation>Clients lösen Namen aus &lt;b&gt;%1&lt;/b&gt; selbst auf und erreichen sie direkt.</translation>
    </message>
    <message>
        <source>The SOCKS V4 filter is in the draft.</source>
        <translation>Der SOCKS-V4-Filter ist im Entwurf.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>In the policy</source>
        <translation>In der Richtlinie</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>listens on %1</source>
        <translation>lauscht an %1</translation>
    </message>
    <message>
        <source>&lt;b&gt;SOCKS V4 will be off.&lt;/b&gt; Until that is applied, programs with SOCKS settings leave by %1.</source>
        <translation>&lt;b&gt;SOCKS V4 wird ausgeschaltet.&lt;/b&gt; Bis das angewendet ist, gelangen Programme mit SOCKS-Einstellungen über %1 hinaus.</translation>
    </message>
    <message>
        <source>&lt;b&gt;SOCKS V4 is on in the policy.&lt;/b&gt; Whether it listens is not known without a connection.</source>
        <translation>&lt;b&gt;SOCKS V4 ist in der Richtlinie an.&lt;/b&gt; Ob er lauscht, ist ohne Verbindung nicht bekannt.</translation>
    </message>
    <message>
        <source>&lt;b&gt;SOCKS V4 is off in the policy.&lt;/b&gt; Whether it listens is not known without a connection.</source>
        <translation>&lt;b&gt;SOCKS V4 ist in der Richtlinie aus.&lt;/b&gt; Ob er lauscht, ist ohne Verbindung nicht bekannt.</translation>
    </message>
    <message>
        <source>&lt;b&gt;SOCKS V4 is on in the policy.&lt;/b&gt; Whether it listens is not known yet.</source>
        <translation>&lt;b&gt;SOCKS V4 ist in der Richtlinie an.&lt;/b&gt; Ob er lauscht, ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>&lt;b&gt;SOCKS V4 is off in the policy.&lt;/b&gt; Whether it listens is not known yet.</source>
        <translation>&lt;b&gt;SOCKS V4 ist in der Richtlinie aus.&lt;/b&gt; Ob er lauscht, ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>&lt;b&gt;SOCKS V4 is on in the policy and does not listen:&lt;/b&gt; %1. Programs with SOCKS settings find no way out here. &lt;a href=&quot;services&quot;&gt;Services&lt;/a&gt;</source>
        <translation>&lt;b&gt;SOCKS V4 ist in der Richtlinie an und lauscht nicht:&lt;/b&gt; %1. Programme mit SOCKS-Einstellungen finden hier keinen Weg hinaus. &lt;a href=&quot;services&quot;&gt;Dienste&lt;/a&gt;</translation>
    </message>
    <message>
        <source>Edit &amp;Table…</source>
        <translation>&amp;Tabelle bearbeiten…</translation>
    </message>
    <message>
        <source>The Local Address Table is in the draft.</source>
        <translation>Die lokale Adresstabelle ist im Entwurf.</translation>
    </message>
    <message>
        <source>The Local Domain Table is in the draft.</source>
        <translation>Die lokale Domänentabelle ist im Entwurf.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) removed from the draft.</source>
        <translation>
            <numerusform>%n Zeile aus dem Entwurf entfernt.</numerusform>
            <numerusform>%n Zeilen aus dem Entwurf entfernt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::PrivateService</name>
    <message>
        <source>The private service ended; it is being started again.</source>
        <translation>Der private Dienst endete; er wird neu gestartet.</translation>
    </message>
    <message>
        <source>The private service could not be started: %1</source>
        <translation>Der private Dienst konnte nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>The private service was ended by signal %1 (%2); it is being started again.</source>
        <translation>Der private Dienst wurde durch Signal %1 (%2) beendet; er wird neu gestartet.</translation>
    </message>
    <message>
        <source>The private service ended with code %1; it is being started again.</source>
        <translation>Der private Dienst endete mit Code %1; er wird neu gestartet.</translation>
    </message>
    <message>
        <source>The private service ended, saying “%1”; it is being started again.</source>
        <translation>Der private Dienst endete mit der Meldung „%1“; er wird neu gestartet.</translation>
    </message>
    <message>
        <source>The private service ended with code %1, saying “%2”; it is being started again.</source>
        <translation>Der private Dienst endete mit Code %1 und der Meldung „%2“; er wird neu gestartet.</translation>
    </message>
</context>
<context>
    <name>sallyport::ProblemList</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>F8 goes to the next line, Shift+F8 to the one before.</source>
        <translation>F8 geht zur nächsten Zeile, Umschalt+F8 zur vorigen.</translation>
    </message>
</context>
<context>
    <name>sallyport::ProblemsModel</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>sallyport::RefusedDialog</name>
    <message>
        <source>Refused Connections</source>
        <translation>Abgelehnte Verbindungen</translation>
    </message>
    <message>
        <source>Connections to disconnect</source>
        <translation>Zu trennende Verbindungen</translation>
    </message>
    <message>
        <source>What was allowed when it began lives on until it ends, or until you end it.</source>
        <translation>Was erlaubt war, als es begann, besteht fort, bis es endet oder Sie es beenden.</translation>
    </message>
    <message>
        <source>&amp;Leave Connected</source>
        <translation>&amp;Verbunden lassen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Disconnect %n Connection(s)</source>
        <translation>
            <numerusform>%n Verbindung &amp;trennen</numerusform>
            <numerusform>%n Verbindungen &amp;trennen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln live connection(s) would be refused now</source>
        <translation>
            <numerusform>%Ln bestehende Verbindung würde jetzt abgelehnt</numerusform>
            <numerusform>%Ln bestehende Verbindungen würden jetzt abgelehnt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::RefusedList</name>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Why it would be refused</source>
        <translation>Warum sie abgelehnt würde</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonym</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Open for</source>
        <translation>Offen seit</translation>
    </message>
</context>
<context>
    <name>sallyport::ReviewDialog</name>
    <message>
        <source>Looking for live connections that the new policy would refuse…</source>
        <translation>Suche bestehende Verbindungen, die die neue Richtlinie ablehnen würde…</translation>
    </message>
    <message>
        <source>Review Changes</source>
        <translation>Änderungen prüfen</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Problems; errors keep the policy from being applied</source>
        <translation>Probleme; mit Fehlern wird die Richtlinie nicht angewendet</translation>
    </message>
    <message>
        <source>Worth a look before applying</source>
        <translation>Vor dem Anwenden einen Blick wert</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Connections to disconnect</source>
        <translation>Zu trennende Verbindungen</translation>
    </message>
    <message>
        <source>Live connections</source>
        <translation>Bestehende Verbindungen</translation>
    </message>
    <message>
        <source>why, for the history</source>
        <translation>warum, für den Verlauf</translation>
    </message>
    <message>
        <source>&amp;Comment:</source>
        <translation>&amp;Kommentar:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>No live connection would be refused.</source>
        <translation>Keine bestehende Verbindung würde abgelehnt.</translation>
    </message>
    <message numerus="yes">
        <source>The new policy would refuse %n of them. The ticked ones are ended once it is in force; the others live on until they end by themselves.</source>
        <translation>
            <numerusform>Die neue Richtlinie würde %n davon ablehnen. Ist sie angehakt, wird sie beendet, sobald die Richtlinie in Kraft ist; sonst besteht sie fort, bis sie von selbst endet.</numerusform>
            <numerusform>Die neue Richtlinie würde %n davon ablehnen. Die angehakten werden beendet, sobald sie in Kraft ist; die anderen bestehen fort, bis sie von selbst enden.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not known which live connections would be refused. %1</source>
        <translation>Es ist nicht bekannt, welche bestehenden Verbindungen abgelehnt würden. %1</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply and disconnect %n</source>
        <translation>
            <numerusform>&amp;Anwenden und %n trennen</numerusform>
            <numerusform>&amp;Anwenden und %n trennen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>Every change was dropped; nothing is left to apply.</source>
        <translation>Alle Änderungen wurden verworfen; es ist nichts mehr anzuwenden.</translation>
    </message>
    <message numerus="yes">
        <source>Replaces your %n change(s) that are not applied; Undo brings them back.</source>
        <translation>
            <numerusform>Ersetzt Ihre %n nicht angewendete Änderung; Rückgängig bringt sie zurück.</numerusform>
            <numerusform>Ersetzt Ihre %n nicht angewendeten Änderungen; Rückgängig bringt sie zurück.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::RowMenu</name>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>Only &amp;This (%1)</source>
        <translation>&amp;Nur dies (%1)</translation>
    </message>
    <message>
        <source>Only &amp;This</source>
        <translation>&amp;Nur dies</translation>
    </message>
    <message>
        <source>&amp;Not This (%1)</source>
        <translation>N&amp;icht dies (%1)</translation>
    </message>
    <message>
        <source>&amp;Not This</source>
        <translation>N&amp;icht dies</translation>
    </message>
    <message>
        <source>&amp;Block %1…</source>
        <translation>%1 &amp;sperren…</translation>
    </message>
    <message>
        <source>Copy C&amp;ell (%1)</source>
        <translation>Ze&amp;lle kopieren (%1)</translation>
    </message>
    <message>
        <source>Copy C&amp;ell</source>
        <translation>Ze&amp;lle kopieren</translation>
    </message>
    <message>
        <source>&amp;Copy Rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy as CS&amp;V</source>
        <translation>Als CS&amp;V kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;Filter (%1)</source>
        <translation>Als &amp;Filter kopieren (%1)</translation>
    </message>
    <message>
        <source>Copy as &amp;Filter</source>
        <translation>Als &amp;Filter kopieren</translation>
    </message>
</context>
<context>
    <name>sallyport::SavedFilters</name>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Keep Filter as a Button</source>
        <translation>Filter als Knopf behalten</translation>
    </message>
    <message>
        <source>Keep this filter as a button (%1)</source>
        <translation>Diesen Filter als Knopf behalten (%1)</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>Filter %1</translation>
    </message>
    <message numerus="yes">
        <source>No more than %n filter(s) can be kept here; remove one first.</source>
        <translation>
            <numerusform>Mehr als %n Filter lässt sich hier nicht behalten; entfernen Sie erst einen.</numerusform>
            <numerusform>Mehr als %n Filter lassen sich hier nicht behalten; entfernen Sie erst einen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter %1 removed.</source>
        <translation>Filter %1 entfernt.</translation>
    </message>
    <message>
        <source>Move &amp;Left</source>
        <translation>Nach &amp;links</translation>
    </message>
    <message>
        <source>Move Ri&amp;ght</source>
        <translation>Nach &amp;rechts</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>Name des Filters</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
</context>
<context>
    <name>sallyport::Server</name>
    <message>
        <source>%1 is stopped</source>
        <translation>%1 ist angehalten</translation>
    </message>
    <message>
        <source>%1 waits: %2. Change its address or port, or end the program that has this port</source>
        <translation>%1 wartet: %2. Ändern Sie Adresse oder Port, oder beenden Sie das Programm, das diesen Port hat</translation>
    </message>
    <message>
        <source>%1 waits: %2. Change its address or port</source>
        <translation>%1 wartet: %2. Ändern Sie Adresse oder Port</translation>
    </message>
    <message>
        <source>no answer for %1; what is shown is as of then</source>
        <translation>keine Antwort seit %1; gezeigt ist der Stand von damals</translation>
    </message>
    <message>
        <source>not known without a connection</source>
        <translation>ohne Verbindung nicht bekannt</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>waits: %1</source>
        <translation>wartet: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>You are a viewer on %1: only administrators change the policy. One of them can enrol this console anew in that role.</source>
        <translation>Sie sind auf %1 Betrachter: Nur Administratoren ändern die Richtlinie. Einer von ihnen kann diese Konsole in jener Rolle neu anmelden.</translation>
    </message>
    <message>
        <source>You are an operator on %1: only administrators change the policy. Have one enrol this console anew as one.</source>
        <translation>Sie sind auf %1 Bediener: Nur Administratoren ändern die Richtlinie. Lassen Sie diese Konsole von einem als Administrator neu anmelden.</translation>
    </message>
    <message>
        <source>Disconnecting…</source>
        <translation>Wird getrennt…</translation>
    </message>
    <message>
        <source>Starting %1…</source>
        <translation>%1 wird gestartet…</translation>
    </message>
    <message>
        <source>Stopping %1…</source>
        <translation>%1 wird angehalten…</translation>
    </message>
    <message>
        <source>Restarting %1…</source>
        <translation>%1 wird neu gestartet…</translation>
    </message>
</context>
<context>
    <name>sallyport::ServerAddressPage</name>
    <message>
        <source>Where is the service?</source>
        <translation>Wo ist der Dienst?</translation>
    </message>
    <message>
        <source>as the address</source>
        <translation>wie die Adresse</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse:</translation>
    </message>
    <message>
        <source>Control &amp;port:</source>
        <translation>Steuer&amp;port:</translation>
    </message>
    <message>
        <source>TCP, with TLS</source>
        <translation>TCP, mit TLS</translation>
    </message>
    <message>
        <source>Na&amp;me in this console:</source>
        <translation>Na&amp;me in dieser Konsole:</translation>
    </message>
    <message>
        <source>Enter the name or address of the computer the service runs on, for example gateway.example.com.</source>
        <translation>Geben Sie Namen oder Adresse des Computers ein, auf dem der Dienst läuft, zum Beispiel gateway.example.com.</translation>
    </message>
    <message>
        <source>The service prints its control address when it starts. What sallyportd enrol printed can be pasted into the address as a whole.</source>
        <translation>Der Dienst nennt seine Steueradresse beim Start. Was sallyportd enrol ausgegeben hat, lässt sich als Ganzes in die Adresse einfügen.</translation>
    </message>
    <message>
        <source>The one-time code and the fingerprint that were pasted are kept for the next steps.</source>
        <translation>Der eingefügte Einmalcode und der Fingerabdruck sind für die nächsten Schritte gemerkt.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>“%1” is no name or address of a computer. Enter the one that the service runs on, for example gateway.example.com.</source>
        <translation>„%1“ ist kein Name und keine Adresse eines Computers. Geben Sie den ein, auf dem der Dienst läuft, zum Beispiel gateway.example.com.</translation>
    </message>
</context>
<context>
    <name>sallyport::ServerCodePage</name>
    <message>
        <source>Enrol this console</source>
        <translation>Diese Konsole anmelden</translation>
    </message>
    <message>
        <source>On the server, run sallyportd enrol --data DIR --role administrator. It prints a code that works once; the role it was made for becomes this console&apos;s.</source>
        <translation>Führen Sie auf dem Server sallyportd enrol --data DIR --role administrator aus. Das gibt einen Code aus, der einmal gilt; die Rolle, für die er gemacht ist, bekommt diese Konsole.</translation>
    </message>
    <message>
        <source>One-time c&amp;ode:</source>
        <translation>Einmalc&amp;ode:</translation>
    </message>
    <message>
        <source>This console&apos;s na&amp;me:</source>
        <translation>Na&amp;me dieser Konsole:</translation>
    </message>
    <message>
        <source>Enter the one-time code that the server printed.</source>
        <translation>Geben Sie den Einmalcode ein, den der Server ausgegeben hat.</translation>
    </message>
    <message>
        <source>Give this console a name by which the server can list it, for example anna&apos;s laptop.</source>
        <translation>Geben Sie dieser Konsole einen Namen, unter dem der Server sie führen kann, zum Beispiel Annas Laptop.</translation>
    </message>
</context>
<context>
    <name>sallyport::ServerFingerprintPage</name>
    <message>
        <source>Is it the right one?</source>
        <translation>Ist es der richtige?</translation>
    </message>
    <message>
        <source>I &amp;compared it with what the service shows</source>
        <translation>Ich habe ihn mit dem des Dienstes &amp;verglichen</translation>
    </message>
    <message>
        <source>Whoever answered there has this fingerprint. The service prints its own when it starts and with each one-time code: paste it here, or compare it by eye.</source>
        <translation>Wer dort geantwortet hat, hat diesen Fingerabdruck. Der Dienst gibt seinen eigenen beim Start und mit jedem Einmalcode aus: fügen Sie ihn hier ein, oder vergleichen Sie mit den Augen.</translation>
    </message>
    <message>
        <source>&amp;Answering:</source>
        <translation>&amp;Antwortend:</translation>
    </message>
    <message>
        <source>&amp;Expected:</source>
        <translation>&amp;Erwartet:</translation>
    </message>
    <message>
        <source>The fingerprints differ: this is not the service you expect, or you pasted only a part. Do not go on before they agree.</source>
        <translation>Die Fingerabdrücke unterscheiden sich: das ist nicht der erwartete Dienst, oder Sie haben nur einen Teil eingefügt. Gehen Sie nicht weiter, bevor sie übereinstimmen.</translation>
    </message>
    <message>
        <source>Paste the expected fingerprint above, or compare it by eye and tick here.</source>
        <translation>Fügen Sie oben den erwarteten Fingerabdruck ein, oder vergleichen Sie mit den Augen und setzen Sie hier den Haken.</translation>
    </message>
</context>
<context>
    <name>sallyport::ServerGeneralPage</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>&amp;Refuse them</source>
        <translation>Ab&amp;lehnen</translation>
    </message>
    <message>
        <source>A&amp;llow them</source>
        <translation>&amp;Zulassen</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation>&amp;Beschreibung:</translation>
    </message>
    <message>
        <source>Requests that no entry or rule speaks of</source>
        <translation>Anfragen, von denen kein Eintrag und keine Regel spricht</translation>
    </message>
    <message>
        <source>Give the server a name, for example branch-a.</source>
        <translation>Geben Sie dem Server einen Namen, zum Beispiel branch-a.</translation>
    </message>
    <message numerus="yes">
        <source>Shorten the name to %n character(s).</source>
        <translation>
            <numerusform>Kürzen Sie den Namen auf %n Zeichen.</numerusform>
            <numerusform>Kürzen Sie den Namen auf %n Zeichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shorten the description to %n character(s).</source>
        <translation>
            <numerusform>Kürzen Sie die Beschreibung auf %n Zeichen.</numerusform>
            <numerusform>Kürzen Sie die Beschreibung auf %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whatever you have not thought of gets out.</source>
        <translation>Was Sie nicht bedacht haben, kommt hinaus.</translation>
    </message>
    <message>
        <source>Take the control characters out of the name; typing it anew does.</source>
        <translation>Nehmen Sie die Steuerzeichen aus dem Namen; am einfachsten tippen Sie ihn neu.</translation>
    </message>
    <message>
        <source>Write the description in one paragraph, without line breaks and tabs.</source>
        <translation>Schreiben Sie die Beschreibung in einem Absatz, ohne Zeilenumbrüche und Tabulatoren.</translation>
    </message>
</context>
<context>
    <name>sallyport::ServerLink</name>
    <message numerus="yes">
        <source>the server did not answer within %n second(s)</source>
        <translation>
            <numerusform>der Server hat nicht innerhalb einer Sekunde geantwortet</numerusform>
            <numerusform>der Server hat nicht innerhalb von %n Sekunden geantwortet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ServerSheet</name>
    <message>
        <source>Server Properties</source>
        <translation>Eigenschaften des Servers</translation>
    </message>
</context>
<context>
    <name>sallyport::ServiceWords</name>
    <message>
        <source>off in the policy</source>
        <translation>in der Richtlinie aus</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>stopped (%1)</source>
        <translation>angehalten (%1)</translation>
    </message>
    <message>
        <source>waits: %1</source>
        <translation>wartet: %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ServicesModel</name>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Listens on</source>
        <translation>Empfängt auf</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
</context>
<context>
    <name>sallyport::ServicesPane</name>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>The ways out this server offers. Stopping or restarting one ends all its connections.</source>
        <translation>Die Wege hinaus, die dieser Server bietet. Anhalten oder neu starten beendet alle Verbindungen des Dienstes.</translation>
    </message>
    <message>
        <source>Nothing is known of the services while there is no connection to the server.</source>
        <translation>Ohne Verbindung zum Server ist von den Diensten nichts bekannt.</translation>
    </message>
    <message>
        <source>Select a service to start, stop or restart it.</source>
        <translation>Wählen Sie einen Dienst, um ihn zu starten, anzuhalten oder neu zu starten.</translation>
    </message>
    <message>
        <source>%1 started.</source>
        <translation>%1 gestartet.</translation>
    </message>
    <message numerus="yes">
        <source>%n services selected.</source>
        <translation>
            <numerusform>%n Dienst ausgewählt.</numerusform>
            <numerusform>%n Dienste ausgewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; is closed: %2.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; ist geschlossen: %2.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; waits: %2. It is tried every second. &lt;a href=&quot;listener&quot;&gt;Change its address or port&lt;/a&gt;, or end the program that has this port.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; wartet: %2. Jede Sekunde wird es versucht. &lt;a href=&quot;listener&quot;&gt;Ändern Sie Adresse oder Port&lt;/a&gt;, oder beenden Sie das Programm, das diesen Port hat.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; waits: %2. It is tried every second. &lt;a href=&quot;listener&quot;&gt;Change its address or port&lt;/a&gt;.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; wartet: %2. Jede Sekunde wird es versucht. &lt;a href=&quot;listener&quot;&gt;Ändern Sie Adresse oder Port&lt;/a&gt;.</translation>
    </message>
    <message>
        <source>S&amp;top…</source>
        <translation>&amp;Anhalten…</translation>
    </message>
    <message>
        <source>R&amp;estart…</source>
        <translation>&amp;Neu starten…</translation>
    </message>
    <message>
        <source>Asking who is connected…</source>
        <translation>Wer verbunden ist, wird gefragt…</translation>
    </message>
    <message>
        <source>%1 was not restarted: %2</source>
        <translation>%1 wurde nicht neu gestartet: %2</translation>
    </message>
    <message>
        <source>Whether %1 was restarted is not known: %2. The list of services shows since when it runs.</source>
        <translation>Ob %1 neu gestartet wurde, ist nicht bekannt: %2. Die Liste der Dienste zeigt, seit wann er läuft.</translation>
    </message>
    <message>
        <source>%1 was not restarted; the server is reached again.</source>
        <translation>%1 wurde nicht neu gestartet; der Server ist wieder erreichbar.</translation>
    </message>
    <message>
        <source>%1 was not started: %2</source>
        <translation>%1 wurde nicht gestartet: %2</translation>
    </message>
    <message>
        <source>Whether %1 was started is not known: %2. The list of services shows whether it runs.</source>
        <translation>Ob %1 gestartet wurde, ist nicht bekannt: %2. Die Liste der Dienste zeigt, ob er läuft.</translation>
    </message>
    <message>
        <source>%1 was not started; the server is reached again.</source>
        <translation>%1 wurde nicht gestartet; der Server ist wieder erreichbar.</translation>
    </message>
    <message>
        <source>%1 was not stopped: %2</source>
        <translation>%1 wurde nicht angehalten: %2</translation>
    </message>
    <message>
        <source>Whether %1 was stopped is not known: %2. The list of services shows whether it runs.</source>
        <translation>Ob %1 angehalten wurde, ist nicht bekannt: %2. Die Liste der Dienste zeigt, ob er läuft.</translation>
    </message>
    <message>
        <source>%1 was not stopped; the server is reached again.</source>
        <translation>%1 wurde nicht angehalten; der Server ist wieder erreichbar.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%1&lt;/b&gt; serves %Ln connection(s) on %2, since %3. &lt;a href=&quot;sessions&quot;&gt;Its sessions&lt;/a&gt;</source>
        <translation>
            <numerusform>&lt;b&gt;%1&lt;/b&gt; bedient %Ln Verbindung auf %2, seit %3. &lt;a href=&quot;sessions&quot;&gt;Seine Sitzungen&lt;/a&gt;</numerusform>
            <numerusform>&lt;b&gt;%1&lt;/b&gt; bedient %Ln Verbindungen auf %2, seit %3. &lt;a href=&quot;sessions&quot;&gt;Seine Sitzungen&lt;/a&gt;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 stopped; %Ln connection(s) ended.</source>
        <translation>
            <numerusform>%1 angehalten; %Ln Verbindung beendet.</numerusform>
            <numerusform>%1 angehalten; %Ln Verbindungen beendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 restarted; %Ln connection(s) ended.</source>
        <translation>
            <numerusform>%1 neu gestartet; %Ln Verbindung beendet.</numerusform>
            <numerusform>%1 neu gestartet; %Ln Verbindungen beendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::SessionGroups</name>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonym</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
</context>
<context>
    <name>sallyport::SessionTotals</name>
    <message>
        <source>Out, 5 min</source>
        <translation>Hinaus, 5 min</translation>
    </message>
    <message>
        <source>In, 5 min</source>
        <translation>Herein, 5 min</translation>
    </message>
    <message>
        <source>%1 · shown &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>%1 · gezeigt &lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%Ln&lt;/b&gt; session(s)</source>
        <translation>
            <numerusform>&lt;b&gt;%Ln&lt;/b&gt; Sitzung</numerusform>
            <numerusform>&lt;b&gt;%Ln&lt;/b&gt; Sitzungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%Ln&lt;/b&gt; connection(s)</source>
        <translation>
            <numerusform>&lt;b&gt;%Ln&lt;/b&gt; Verbindung</numerusform>
            <numerusform>&lt;b&gt;%Ln&lt;/b&gt; Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is connected is not known.</source>
        <translation>Wer verbunden ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source> · &lt;b&gt;paused&lt;/b&gt;</source>
        <translation> · &lt;b&gt;pausiert&lt;/b&gt;</translation>
    </message>
    <message>
        <source>: the service was reached again, a new list waits</source>
        <translation>: der Dienst ist wieder erreichbar, eine neue Liste wartet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln started</source>
        <translation>
            <numerusform>%Ln begonnen</numerusform>
            <numerusform>%Ln begonnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ended</source>
        <translation>
            <numerusform>%Ln beendet</numerusform>
            <numerusform>%Ln beendet</numerusform>
        </translation>
    </message>
    <message>
        <source>: %1 held back</source>
        <translation>: %1 zurückgehalten</translation>
    </message>
</context>
<context>
    <name>sallyport::SessionsModel</name>
    <message>
        <source>Session type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Client computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Client address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verb.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Raus</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Rein</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonym</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>zu %1</translation>
    </message>
    <message>
        <source>connection of %1</source>
        <translation>Verbindung von %1</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>%1 (bytes)</source>
        <translation>%1 (Bytes)</translation>
    </message>
    <message>
        <source>%1 (bytes/s)</source>
        <translation>%1 (Bytes/s)</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
</context>
<context>
    <name>sallyport::SessionsPane</name>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>Disconnect &amp;All Shown</source>
        <translation>&amp;Alle gezeigten trennen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Who is connected now, live. A session that is disconnected may come back: policy decides about that.</source>
        <translation>Wer jetzt verbunden ist, laufend. Eine getrennte Sitzung kann wiederkommen: darüber entscheidet die Richtlinie.</translation>
    </message>
    <message>
        <source>Hold the list still (Space)</source>
        <translation>Die Liste anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>&amp;Paused</source>
        <translation>&amp;Pausiert</translation>
    </message>
    <message>
        <source>Disconnect &amp;All Shown (%1)</source>
        <translation>&amp;Alle gezeigten trennen (%1)</translation>
    </message>
    <message>
        <source>Filter first: without a filter this would end everything.</source>
        <translation>Erst filtern: ohne Filter würde das alles beenden.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Disconnect %n Item(s)</source>
        <translation>
            <numerusform>%n Element &amp;trennen</numerusform>
            <numerusform>%n Elemente &amp;trennen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Disconnect %n Connection(s)</source>
        <translation>
            <numerusform>%n Verbindung &amp;trennen</numerusform>
            <numerusform>%n Verbindungen &amp;trennen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Disconnect %n Session(s)</source>
        <translation>
            <numerusform>%n Sitzung &amp;trennen</numerusform>
            <numerusform>%n Sitzungen &amp;trennen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) selected.</source>
        <translation>
            <numerusform>%n Zeile gewählt.</numerusform>
            <numerusform>%n Zeilen gewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a session to see who it is; expand it to see where it goes.</source>
        <translation>Wählen Sie eine Sitzung, um zu sehen, wer es ist; klappen Sie sie auf, um zu sehen, wohin sie geht.</translation>
    </message>
    <message>
        <source>an anonymous user</source>
        <translation>ein anonymer Benutzer</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; at &lt;b&gt;%2&lt;/b&gt; through %3, since %4.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; an &lt;b&gt;%2&lt;/b&gt; über %3, seit %4.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; of &lt;b&gt;%2&lt;/b&gt; at &lt;b&gt;%3&lt;/b&gt; through %4, since %5.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; von &lt;b&gt;%2&lt;/b&gt; an &lt;b&gt;%3&lt;/b&gt; über %4, seit %5.</translation>
    </message>
    <message>
        <source>Connected to &lt;b&gt;%1&lt;/b&gt;, port %2 (%3).</source>
        <translation>Verbunden mit &lt;b&gt;%1&lt;/b&gt;, Port %2 (%3).</translation>
    </message>
    <message>
        <source>address not known yet</source>
        <translation>Adresse noch nicht bekannt</translation>
    </message>
    <message>
        <source>ended in the console</source>
        <translation>in der Konsole beendet</translation>
    </message>
    <message>
        <source>Nothing was disconnected: %1</source>
        <translation>Nichts wurde getrennt: %1</translation>
    </message>
    <message>
        <source>Nobody is connected now.</source>
        <translation>Im Augenblick ist niemand verbunden.</translation>
    </message>
    <message>
        <source>Nobody here fits the filter.</source>
        <translation>Auf niemanden hier passt der Filter.</translation>
    </message>
    <message>
        <source>Who is connected is not known.</source>
        <translation>Wer verbunden ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>Einstellungen von %1</translation>
    </message>
    <message>
        <source>Block %1…</source>
        <translation>%1 sperren…</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>%1 is in the clipboard.</source>
        <translation>%1 ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Select a session first.</source>
        <translation>Wählen Sie zuerst eine Sitzung.</translation>
    </message>
    <message>
        <source>Ends every connection that is shown now.</source>
        <translation>Beendet jede Verbindung, die jetzt zu sehen ist.</translation>
    </message>
    <message>
        <source>Whether anything was disconnected is not known: %1. The list of sessions shows what is still there.</source>
        <translation>Ob etwas getrennt wurde, ist nicht bekannt: %1. Die Liste der Sitzungen zeigt, was noch da ist.</translation>
    </message>
    <message>
        <source>&amp;Group By</source>
        <translation>&amp;Gruppieren nach</translation>
    </message>
    <message>
        <source>Shows the sessions&apos; groups beside the list</source>
        <translation>Zeigt die Gruppen der Sitzungen neben der Liste</translation>
    </message>
</context>
<context>
    <name>sallyport::SessionsView</name>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
</context>
<context>
    <name>sallyport::SharedValuePage</name>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>&amp;Value:</source>
        <translation>&amp;Wert:</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>sallyport::SharedValueSheet</name>
    <message numerus="yes">
        <source>Settings of %n Program(s)</source>
        <translation>
            <numerusform>Einstellungen von %n Programm</numerusform>
            <numerusform>Einstellungen von %n Programmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::SheetDialog</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>These are your changes from before; they were not accepted yet. &lt;a href=&quot;afresh&quot;&gt;Start afresh&lt;/a&gt;</source>
        <translation>Das sind Ihre Änderungen von vorhin; sie wurden noch nicht übernommen. &lt;a href=&quot;afresh&quot;&gt;Neu beginnen&lt;/a&gt;</translation>
    </message>
    <message>
        <source>Your changes from before were made to values that have changed since; they were not taken up.</source>
        <translation>Ihre Änderungen von vorhin galten Werten, die sich seitdem geändert haben; sie wurden nicht übernommen.</translation>
    </message>
    <message>
        <source>Goes into the draft; Apply puts it into force.</source>
        <translation>Geht in den Entwurf; „Anwenden“ setzt ihn in Kraft.</translation>
    </message>
    <message>
        <source>&amp;Add to Draft</source>
        <translation>In den Entwurf &amp;aufnehmen</translation>
    </message>
</context>
<context>
    <name>sallyport::SocksFilterPage</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>&amp;Enable this filter</source>
        <translation>Diesen Filter &amp;einschalten</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>A&amp;dresse:</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>&amp;Port:</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Programs with SOCKS settings of their own get out here, without telling which program or user they are. With the filter off, the port is closed.</source>
        <translation>Programme mit eigenen SOCKS-Einstellungen kommen hier hinaus, ohne zu sagen, welches Programm oder wessen sie sind. Ist der Filter aus, ist der Port geschlossen.</translation>
    </message>
    <message>
        <source>The Web Proxy listens there already. Choose another port.</source>
        <translation>Dort empfängt schon der Webproxy. Wählen Sie einen anderen Port.</translation>
    </message>
    <message>
        <source>The Firewall Client channel listens there already. Choose another port.</source>
        <translation>Dort empfängt schon der Kanal der Firewall-Clients. Wählen Sie einen anderen Port.</translation>
    </message>
</context>
<context>
    <name>sallyport::SocksFilterSheet</name>
    <message>
        <source>SOCKS V4 Filter Properties</source>
        <translation>Eigenschaften des SOCKS-V4-Filters</translation>
    </message>
</context>
<context>
    <name>sallyport::Sparkline</name>
    <message>
        <source>nothing moves</source>
        <translation>nichts bewegt sich</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
    <message>
        <source>The last five minutes, a tick a minute; now is at the right.</source>
        <translation>Die letzten fünf Minuten, ein Strich je Minute; rechts ist jetzt.</translation>
    </message>
</context>
<context>
    <name>sallyport::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Servers and Arrays</source>
        <translation>Server und Arrays</translation>
    </message>
    <message>
        <source>connected, %1 ms</source>
        <translation>verbunden, %1 ms</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>verbinde…</translation>
    </message>
    <message>
        <source>not connected: %1</source>
        <translation>nicht verbunden: %1</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>revision %1 by %2, %3</source>
        <translation>Revision %1 von %2, %3</translation>
    </message>
    <message>
        <source>Connected again.</source>
        <translation>Wieder verbunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s), first: %1</source>
        <translation>
            <numerusform>%n Problem: %1</numerusform>
            <numerusform>%n Probleme, das erste: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>Verbunden.</translation>
    </message>
    <message>
        <source>%1, your role: %2</source>
        <translation>%1, Ihre Rolle: %2</translation>
    </message>
</context>
<context>
    <name>sallyport::StopServiceSheet</name>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln Benutzer</numerusform>
            <numerusform>%Ln Benutzern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln computer(s) without a user&apos;s name</source>
        <translation>
            <numerusform>%Ln Computer ohne Benutzernamen</numerusform>
            <numerusform>%Ln Computern ohne Benutzernamen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln Verbindung</numerusform>
            <numerusform>%Ln Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart %1: ends %2</source>
        <translation>%1 neu starten: beendet %2</translation>
    </message>
    <message>
        <source>Stop %1: ends %2</source>
        <translation>%1 anhalten: beendet %2</translation>
    </message>
    <message>
        <source>Restart %1: ends %2 of %3</source>
        <extracomment>%2 is &quot;n connections&quot;, %3 is &quot;n users&quot;</extracomment>
        <translation>%1 neu starten: beendet %2 von %3</translation>
    </message>
    <message>
        <source>Stop %1: ends %2 of %3</source>
        <extracomment>%2 is &quot;n connections&quot;, %3 is &quot;n users&quot;</extracomment>
        <translation>%1 anhalten: beendet %2 von %3</translation>
    </message>
    <message numerus="yes">
        <source>R&amp;estart %1 and End %Ln Connection(s)</source>
        <translation>
            <numerusform>%1 &amp;neu starten und %Ln Verbindung beenden</numerusform>
            <numerusform>%1 &amp;neu starten und %Ln Verbindungen beenden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Stop %1 and End %Ln Connection(s)</source>
        <translation>
            <numerusform>%1 &amp;anhalten und %Ln Verbindung beenden</numerusform>
            <numerusform>%1 &amp;anhalten und %Ln Verbindungen beenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Their sockets are closed at once. The programs may connect again when it listens.</source>
        <translation>Ihre Sockets werden sofort geschlossen. Die Programme können sich wieder verbinden, sobald er empfängt.</translation>
    </message>
    <message>
        <source>Their sockets are closed at once. Nobody gets out this way until it is started again.</source>
        <translation>Ihre Sockets werden sofort geschlossen. Auf diesem Weg kommt niemand hinaus, bis er wieder gestartet wird.</translation>
    </message>
    <message>
        <source>Restart a Service</source>
        <translation>Dienst neu starten</translation>
    </message>
    <message>
        <source>Stop a Service</source>
        <translation>Dienst anhalten</translation>
    </message>
    <message>
        <source>Quit with changes that are not applied</source>
        <translation>Beenden mit nicht angewendeten Änderungen</translation>
    </message>
    <message>
        <source>Quit: ends %1 of %2</source>
        <extracomment>%1 is &quot;n connections&quot;, %2 is &quot;n users&quot;</extracomment>
        <translation>Beenden: trennt %1 von %2</translation>
    </message>
    <message>
        <source>Quit: ends %1</source>
        <translation>Beenden: trennt %1</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Quit and End %Ln Connection(s)</source>
        <translation>
            <numerusform>&amp;Beenden und %Ln Verbindung trennen</numerusform>
            <numerusform>&amp;Beenden und %Ln Verbindungen trennen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) on %1 are not applied. They are kept for the next start.</source>
        <translation>
            <numerusform>%Ln Änderung auf %1 ist nicht angewendet. Sie bleibt für den nächsten Start erhalten.</numerusform>
            <numerusform>%Ln Änderungen auf %1 sind nicht angewendet. Sie bleiben für den nächsten Start erhalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) on %1 are not applied. They can&apos;t be kept and are lost.</source>
        <translation>
            <numerusform>%Ln Änderung auf %1 ist nicht angewendet. Sie lässt sich nicht aufbewahren und geht verloren.</numerusform>
            <numerusform>%Ln Änderungen auf %1 sind nicht angewendet. Sie lassen sich nicht aufbewahren und gehen verloren.</numerusform>
        </translation>
    </message>
    <message>
        <source>The service of this computer runs as long as the console does. Nobody gets out by it until the console is started again.</source>
        <translation>Der Dienst dieses Computers läuft so lange wie die Konsole. Bis sie wieder gestartet wird, kommt durch ihn niemand hinaus.</translation>
    </message>
    <message>
        <source>Quit Sallyport</source>
        <translation>Sallyport beenden</translation>
    </message>
</context>
<context>
    <name>sallyport::TableModel</name>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Achtung</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Not applied yet: new.</source>
        <translation>Noch nicht angewendet: neu.</translation>
    </message>
    <message>
        <source>Not applied yet: changed.</source>
        <translation>Noch nicht angewendet: geändert.</translation>
    </message>
    <message>
        <source>Without effect</source>
        <translation>Ohne Wirkung</translation>
    </message>
</context>
<context>
    <name>sallyport::TablePane</name>
    <message>
        <source>Nothing here fits the filter.</source>
        <translation>Auf nichts hier passt der Filter.</translation>
    </message>
    <message>
        <source>%1:word</source>
        <translation>%1:Wort</translation>
    </message>
    <message>
        <source>%1 · shown %2</source>
        <translation>%1 · gezeigt %2</translation>
    </message>
</context>
<context>
    <name>sallyport::TakeBack</name>
    <message>
        <source>Takes revision %1 back: %2</source>
        <translation>Nimmt Revision %1 zurück: %2</translation>
    </message>
    <message>
        <source>Takes revisions %1 back: %2</source>
        <translation>Nimmt die Revisionen %1 zurück: %2</translation>
    </message>
    <message>
        <source>Take revision %1 back</source>
        <translation>Revision %1 zurücknehmen</translation>
    </message>
    <message numerus="yes">
        <source>Take %n revision(s) back</source>
        <translation>
            <numerusform>%n Revision zurücknehmen</numerusform>
            <numerusform>%n Revisionen zurücknehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Return to revision %1</source>
        <translation>Zu Revision %1 zurückkehren</translation>
    </message>
    <message>
        <source>Returns to revision %1</source>
        <translation>Kehrt zu Revision %1 zurück</translation>
    </message>
    <message>
        <source>Returns to revision %1 in part</source>
        <translation>Kehrt teilweise zu Revision %1 zurück</translation>
    </message>
</context>
<context>
    <name>sallyport::TickList</name>
    <message>
        <source>Only what is ticked is taken over. Space ticks or unticks what is selected.</source>
        <translation>Nur was angehakt ist, wird übernommen. Die Leertaste setzt oder entfernt die Häkchen der Auswahl.</translation>
    </message>
</context>
<context>
    <name>sallyport::TreeView</name>
    <message>
        <source>Console tree</source>
        <translation>Konsolenbaum</translation>
    </message>
</context>
<context>
    <name>sallyport::TroubleLine</name>
    <message>
        <source>Attention</source>
        <translation>Achtung</translation>
    </message>
    <message>
        <source>%1 &lt;a href=&quot;retry&quot;&gt;Retry&lt;/a&gt;</source>
        <translation>%1 &lt;a href=&quot;retry&quot;&gt;Noch einmal&lt;/a&gt;</translation>
    </message>
</context>
<context>
    <name>sallyport::Troubles</name>
    <message>
        <source>The policy in force could not be read: %1</source>
        <translation>Die geltende Richtlinie konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The state of the services could not be read: %1</source>
        <translation>Der Zustand der Dienste konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The computers could not be read: %1</source>
        <translation>Die Computer konnten nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The state of the server could not be read: %1</source>
        <translation>Der Zustand des Servers konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The server does not tell its sessions: %1</source>
        <translation>Der Server nennt seine Sitzungen nicht: %1</translation>
    </message>
    <message>
        <source>Changes are not kept on this computer and end with this window: %1</source>
        <translation>Änderungen bleiben auf diesem Computer nicht erhalten und enden mit diesem Fenster: %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ValueEditor</name>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>How the server is given</source>
        <translation>Wie der Server angegeben ist</translation>
    </message>
    <message>
        <source>By address</source>
        <translation>Nach Adresse</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>several values</source>
        <translation>mehrere Werte</translation>
    </message>
</context>
<context>
    <name>sallyport::WebBrowserPage</name>
    <message>
        <source>Web Browser</source>
        <translation>Webbrowser</translation>
    </message>
    <message>
        <source>Set browsers to &amp;use the Web Proxy</source>
        <translation>Browser auf den &amp;Webproxy einstellen</translation>
    </message>
    <message>
        <source>Set browsers to &amp;detect settings automatically</source>
        <translation>Browser auf &amp;selbsttätige Erkennung einstellen</translation>
    </message>
    <message>
        <source>Set browsers to use a configuration &amp;script</source>
        <translation>Browser auf ein &amp;Konfigurationsskript einstellen</translation>
    </message>
    <message>
        <source>Web Proxy</source>
        <translation>Webproxy</translation>
    </message>
    <message>
        <source>Na&amp;me:</source>
        <translation>Na&amp;me:</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>&amp;Port:</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Browsers on the clients</source>
        <translation>Browser auf den Clients</translation>
    </message>
    <message>
        <source>Script add&amp;ress:</source>
        <translation>Skriptad&amp;resse:</translation>
    </message>
    <message>
        <source>Left empty, the script comes from the Web Proxy itself and follows its name and port.</source>
        <translation>Bleibt sie leer, kommt das Skript vom Webproxy selbst und folgt dessen Namen und Port.</translation>
    </message>
    <message>
        <source>Enter the Web Proxy&apos;s name or address, for example proxy.example.com.</source>
        <translation>Geben Sie Namen oder Adresse des Webproxys ein, zum Beispiel proxy.example.com.</translation>
    </message>
    <message>
        <source>Enter the name browsers reach the Web Proxy by, or don&apos;t set them to use it.</source>
        <translation>Geben Sie den Namen ein, unter dem Browser den Webproxy erreichen, oder stellen Sie sie nicht auf ihn ein.</translation>
    </message>
    <message>
        <source>Enter a complete address that begins with http:// or https://, or leave it empty.</source>
        <translation>Geben Sie eine vollständige Adresse ein, die mit http:// oder https:// beginnt, oder lassen Sie das Feld leer.</translation>
    </message>
</context>
<context>
    <name>sallyport::WebBrowserPane</name>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>&amp;Properties…</source>
        <translation>&amp;Eigenschaften…</translation>
    </message>
    <message>
        <source>What the Firewall Client writes into the browsers of its PC, so that they find the Web Proxy.</source>
        <translation>Was der Firewall-Client in die Browser seines PCs schreibt, damit sie den Webproxy finden.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Web Proxy</source>
        <translation>Webproxy</translation>
    </message>
    <message>
        <source>Set browsers to use the Web Proxy</source>
        <translation>Browser auf den Webproxy einstellen</translation>
    </message>
    <message>
        <source>Set browsers to detect settings automatically</source>
        <translation>Browser die Einstellungen selbst finden lassen</translation>
    </message>
    <message>
        <source>Set browsers to use a configuration script</source>
        <translation>Browser auf ein Konfigurationsskript einstellen</translation>
    </message>
    <message>
        <source>Script address</source>
        <translation>Adresse des Skripts</translation>
    </message>
    <message>
        <source>Clients set their browsers with each refresh, every %1 h.</source>
        <translation>Clients stellen ihre Browser bei jedem Abruf ein, alle %1 h.</translation>
    </message>
    <message>
        <source>Change Web Browser properties</source>
        <translation>Webbrowser-Eigenschaften ändern</translation>
    </message>
    <message>
        <source>Web Browser properties are in the draft.</source>
        <translation>Die Webbrowser-Eigenschaften sind im Entwurf.</translation>
    </message>
</context>
<context>
    <name>sallyport::WebBrowserSheet</name>
    <message>
        <source>Web Browser Properties</source>
        <translation>Eigenschaften des Webbrowsers</translation>
    </message>
</context>
<context>
    <name>sallyport::WindowActions</name>
    <message>
        <source>&amp;Action</source>
        <translation>&amp;Aktion</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Find in This Place</source>
        <translation>Hier &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>&amp;Hinauf</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Sallyport</source>
        <translation>&amp;Über Sallyport</translation>
    </message>
    <message>
        <source>Re&amp;move Server</source>
        <translation>Server en&amp;tfernen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>&amp;System Appearance</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>Server &amp;Properties…</source>
        <translation>&amp;Eigenschaften des Servers…</translation>
    </message>
    <message>
        <source>&amp;Add Server…</source>
        <translation>Server &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>Revie&amp;w Changes…</source>
        <translation>Änderungen &amp;prüfen…</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>&amp;Search Anything…</source>
        <translation>&amp;Alles durchsuchen…</translation>
    </message>
    <message>
        <source>A&amp;pply Changes</source>
        <translation>Änderungen anw&amp;enden</translation>
    </message>
    <message>
        <source>&amp;Discard Changes</source>
        <translation>Änderungen &amp;verwerfen</translation>
    </message>
    <message>
        <source>&amp;Next Part of the Window</source>
        <translation>&amp;Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>&amp;Previous Part of the Window</source>
        <translation>V&amp;origer Teil des Fensters</translation>
    </message>
    <message>
        <source>&amp;Keys and Help for This Place</source>
        <translation>&amp;Tasten und Hilfe zu diesem Ort</translation>
    </message>
    <message>
        <source>Compare with &amp;File…</source>
        <translation>Mit &amp;Datei vergleichen…</translation>
    </message>
    <message>
        <source>Re&amp;name Server</source>
        <translation>Server &amp;umbenennen</translation>
    </message>
    <message>
        <source>Search (%1)</source>
        <translation>Suchen (%1)</translation>
    </message>
    <message>
        <source>U&amp;ndo Revision %1…</source>
        <translation>Revision %1 &amp;zurücknehmen…</translation>
    </message>
</context>
<context>
    <name>sallyport::WizardDialog</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
</context>
<context>
    <name>sallyport::WrongLines</name>
    <message>
        <source>Lines that can&apos;t be read</source>
        <translation>Nicht lesbare Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::texts</name>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>%1 local time
%2 UTC</source>
        <translation>%1 Ortszeit
%2 UTC</translation>
    </message>
    <message>
        <source>Firewall Client</source>
        <translation>Firewall-Client</translation>
    </message>
    <message>
        <source>Web Proxy</source>
        <translation>Webproxy</translation>
    </message>
    <message>
        <source>SOCKS</source>
        <translation>SOCKS</translation>
    </message>
    <message>
        <source>SecureNAT</source>
        <translation>SecureNAT</translation>
    </message>
    <message>
        <source>Firewall</source>
        <translation>Firewall</translation>
    </message>
    <message>
        <source>SOCKS V4</source>
        <translation>SOCKS V4</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>The SOCKS V4 filter is off.</source>
        <translation>Der SOCKS-V4-Filter ist aus.</translation>
    </message>
    <message>
        <source>The listener of this way out is off.</source>
        <translation>Der Empfang auf diesem Weg hinaus ist aus.</translation>
    </message>
    <message>
        <source>The client does not say which program asks.</source>
        <translation>Der Client sagt nicht, welches Programm fragt.</translation>
    </message>
    <message>
        <source>Nothing speaks of it; the default allows.</source>
        <translation>Nichts spricht davon; die Vorgabe lässt zu.</translation>
    </message>
    <message>
        <source>Nothing speaks of it; the default denies.</source>
        <translation>Nichts spricht davon; die Vorgabe lehnt ab.</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>+ %1</source>
        <translation>+ %1</translation>
    </message>
    <message>
        <source>+ %1 = %2</source>
        <translation>+ %1 = %2</translation>
    </message>
    <message>
        <source>− %1</source>
        <translation>− %1</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>+ %1: %2</source>
        <translation>+ %1: %2</translation>
    </message>
    <message>
        <source>The entry %1 takes the program off the Firewall Client.</source>
        <translation>Der Eintrag %1 nimmt das Programm vom Firewall-Client.</translation>
    </message>
    <message>
        <source>Common Configuration takes every program without an entry of its own off the Firewall Client.</source>
        <translation>Common Configuration nimmt jedes Programm ohne eigenen Eintrag vom Firewall-Client.</translation>
    </message>
    <message>
        <source>The destination is this server itself, where this client does not get.</source>
        <translation>Das Ziel ist dieser Server selbst; dorthin gelangt dieser Client nicht.</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
</TS>
