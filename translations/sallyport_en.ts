<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>sallyport::ApplyBar</name>
    <message numerus="yes">
        <source>%n change(s) not applied: %1</source>
        <translation>
            <numerusform>%n change not applied: %1</numerusform>
            <numerusform>%n changes not applied: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>· %n problem(s)</source>
        <translation>
            <numerusform>· %n problem</numerusform>
            <numerusform>· %n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>· %n warning(s)</source>
        <translation>
            <numerusform>· %n warning</numerusform>
            <numerusform>· %n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your %n change(s) are kept.</source>
        <translation>
            <numerusform>Your change is kept.</numerusform>
            <numerusform>Your %n changes are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) discarded.</source>
        <translation>
            <numerusform>%n change discarded.</numerusform>
            <numerusform>%n changes discarded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln live connection(s) would be refused</source>
        <translation>
            <numerusform>%Ln live connection would be refused</numerusform>
            <numerusform>%Ln live connections would be refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::AuditPane</name>
    <message numerus="yes">
        <source>%n record(s), newest first.</source>
        <translation>
            <numerusform>%n record, newest first.</numerusform>
            <numerusform>%n records, newest first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::AuditSentences</name>
    <message numerus="yes">
        <source>%1 and %n more place(s)</source>
        <translation>
            <numerusform>%1 and %n more place</numerusform>
            <numerusform>%1 and %n more places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and those of %n other user(s) or program(s)</source>
        <translation>
            <numerusform>and those of %n other user or program</numerusform>
            <numerusform>and those of %n other users or programs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ended %Ln connection(s) of %1 to %2</source>
        <translation>
            <numerusform>ended %Ln connection of %1 to %2</numerusform>
            <numerusform>ended %Ln connections of %1 to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ended %Ln connection(s): %1</source>
        <translation>
            <numerusform>ended %Ln connection: %1</numerusform>
            <numerusform>ended %Ln connections: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ended %Ln connection(s)</source>
        <translation>
            <numerusform>ended %Ln connection</numerusform>
            <numerusform>ended %Ln connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::AuditTexts</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes, of %1 and others</source>
        <translation>
            <numerusform>%n change, of %1 and others</numerusform>
            <numerusform>%n changes, of %1 and others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes, of %1</source>
        <translation>
            <numerusform>%n change, of %1</numerusform>
            <numerusform>%n changes, of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; and %n more of the kind before</source>
        <translation>
            <numerusform>%1; and %n more of the kind before</numerusform>
            <numerusform>%1; and %n more of the kind before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ClientsPane</name>
    <message numerus="yes">
        <source>%n of them is (are) stale: they take the new file at their next refresh.</source>
        <translation>
            <numerusform>%n of them is stale: it takes the new file at its next refresh.</numerusform>
            <numerusform>%n of them are stale: they take the new file at their next refresh.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln computer(s).</source>
        <translation>
            <numerusform>%Ln computer.</numerusform>
            <numerusform>%Ln computers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::CompareDialog</name>
    <message numerus="yes">
        <source>%n difference(s): − stands in the file only, + in the draft only.</source>
        <translation>
            <numerusform>%n difference: − stands in the file only, + in the draft only.</numerusform>
            <numerusform>%n differences: − stands in the file only, + in the draft only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ConflictDialog</name>
    <message numerus="yes">
        <source>Both of you changed %n setting(s) differently. Take mine or theirs in each line: click the value, or press Left or Right.</source>
        <translation>
            <numerusform>Both of you changed %n setting differently. Take mine or theirs: click the value, or press Left or Right.</numerusform>
            <numerusform>Both of you changed %n settings differently. Take mine or theirs in each line: click the value, or press Left or Right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other change(s) of theirs, merged with yours</source>
        <translation>
            <numerusform>%n other change of theirs, merged with yours</numerusform>
            <numerusform>%n other changes of theirs, merged with yours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left to decide</source>
        <translation>
            <numerusform>%n left to decide</numerusform>
            <numerusform>%n left to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::DisconnectPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shorten the reason to %n character(s).</source>
        <translation>
            <numerusform>Shorten the reason to %n character.</numerusform>
            <numerusform>Shorten the reason to %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::DisconnectSheet</name>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln connection</numerusform>
            <numerusform>%Ln connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln session</numerusform>
            <numerusform>%Ln sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::DraftChanges</name>
    <message numerus="yes">
        <source>&amp;Drop %n Change(s)</source>
        <translation>
            <numerusform>&amp;Drop %n Change</numerusform>
            <numerusform>&amp;Drop %n Changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::EndedTexts</name>
    <message numerus="yes">
        <source>%Ln connection(s) ended.</source>
        <translation>
            <numerusform>%Ln connection ended.</numerusform>
            <numerusform>%Ln connections ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) of %1 ended.</source>
        <translation>
            <numerusform>%Ln connection of %1 ended.</numerusform>
            <numerusform>%Ln connections of %1 ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) of %1 and %2 more ended.</source>
        <translation>
            <numerusform>%Ln connection of %1 and %2 more ended.</numerusform>
            <numerusform>%Ln connections of %1 and %2 more ended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ErrandLine</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is what is being done: &quot;Restarting Firewall…&quot;</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ExportDialog</name>
    <message numerus="yes">
        <source>%n problem(s), shown under their lines.</source>
        <translation>
            <numerusform>%n problem, shown under its line.</numerusform>
            <numerusform>%n problems, shown under their lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) differ from what is handed out now.</source>
        <translation>
            <numerusform>%n line differs from what is handed out now.</numerusform>
            <numerusform>%n lines differ from what is handed out now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) differ from the policy in force.</source>
        <translation>
            <numerusform>%n line differs from the policy in force.</numerusform>
            <numerusform>%n lines differ from the policy in force.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::FirewallClientPane</name>
    <message numerus="yes">
        <source>Remove %n setting(s)</source>
        <translation>
            <numerusform>Remove %n setting</numerusform>
            <numerusform>Remove %n settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) removed from the draft.</source>
        <translation>
            <numerusform>%n setting removed from the draft.</numerusform>
            <numerusform>%n settings removed from the draft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n program(s)</source>
        <translation>
            <numerusform>Paste %n program</numerusform>
            <numerusform>Paste %n programs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) are in the draft.</source>
        <translation>
            <numerusform>%n program is in the draft.</numerusform>
            <numerusform>%n programs are in the draft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %n Setting(s)</source>
        <translation>
            <numerusform>&amp;Remove %n Setting</numerusform>
            <numerusform>&amp;Remove %n Settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) with settings. Clients refresh every %1 h. &lt;a href=&quot;properties&quot;&gt;Properties&lt;/a&gt;</source>
        <translation>
            <numerusform>%n program with settings. Clients refresh every %1 h. &lt;a href=&quot;properties&quot;&gt;Properties&lt;/a&gt;</numerusform>
            <numerusform>%n programs with settings. Clients refresh every %1 h. &lt;a href=&quot;properties&quot;&gt;Properties&lt;/a&gt;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) selected.</source>
        <translation>
            <numerusform>%n setting selected.</numerusform>
            <numerusform>%n settings selected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit %1 of %n program(s)</source>
        <translation>
            <numerusform>Edit %1 of %n program</numerusform>
            <numerusform>Edit %1 of %n programs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 = %2 of %n program(s) is in the draft.</source>
        <translation>
            <numerusform>%1 = %2 of %n program is in the draft.</numerusform>
            <numerusform>%1 = %2 of %n programs is in the draft.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::FolderPane</name>
    <message numerus="yes">
        <source>%n change(s) not applied:</source>
        <translation>
            <numerusform>%n change not applied:</numerusform>
            <numerusform>%n changes not applied:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more; Review lists them all</source>
        <translation>
            <numerusform>and %n more; Review lists them all</numerusform>
            <numerusform>and %n more; Review lists them all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) now.</source>
        <translation>
            <numerusform>%Ln session now.</numerusform>
            <numerusform>%Ln sessions now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln computer(s) with older settings.</source>
        <translation>
            <numerusform>%Ln computer with older settings.</numerusform>
            <numerusform>%Ln computers with older settings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) not applied.</source>
        <translation>
            <numerusform>%Ln change not applied.</numerusform>
            <numerusform>%Ln changes not applied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n server(s), %1 connected.</source>
        <translation>
            <numerusform>%n server, %1 connected.</numerusform>
            <numerusform>%n servers, %1 connected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::HistoryPane</name>
    <message numerus="yes">
        <source>%n difference(s) from revision %1 to %2.</source>
        <translation>
            <numerusform>%n difference from revision %1 to %2.</numerusform>
            <numerusform>%n differences from revision %1 to %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Take %n Change(s) Back…</source>
        <translation>
            <numerusform>&amp;Take %n Change Back…</numerusform>
            <numerusform>&amp;Take %n Changes Back…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The draft is what is in force again; your %n change(s) that were not applied went for it.</source>
        <translation>
            <numerusform>The draft is what is in force again; your %n change that was not applied went for it.</numerusform>
            <numerusform>The draft is what is in force again; your %n changes that were not applied went for it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the draft, in place of your %n change(s) that were not applied. Review, then apply.</source>
        <translation>
            <numerusform>In the draft, in place of your %n change that was not applied. Review, then apply.</numerusform>
            <numerusform>In the draft, in place of your %n changes that were not applied. Review, then apply.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ImportDialog</name>
    <message numerus="yes">
        <source>&amp;Import %n change(s)</source>
        <translation>
            <numerusform>&amp;Import %n change</numerusform>
            <numerusform>&amp;Import %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) that are not ticked stay as they are.</source>
        <translation>
            <numerusform>%n change that is not ticked stays as it is.</numerusform>
            <numerusform>%n changes that are not ticked stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::IniView</name>
    <message numerus="yes">
        <source>… (%n more character(s))</source>
        <translation>
            <numerusform>… (%n more character)</numerusform>
            <numerusform>… (%n more characters)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::LineProblemsModel</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::LocalAddressesPage</name>
    <message numerus="yes">
        <source>%n range(s)</source>
        <translation>
            <numerusform>%n range</numerusform>
            <numerusform>%n ranges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the file could not be read and were left out.</source>
        <translation>
            <numerusform>%n line of the file could not be read and was left out.</numerusform>
            <numerusform>%n lines of the file could not be read and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) can&apos;t be read; the list says why.</source>
        <translation>
            <numerusform>%n line can&apos;t be read; the list says why.</numerusform>
            <numerusform>%n lines can&apos;t be read; the list says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::LocalDomainsPage</name>
    <message numerus="yes">
        <source>%n domain(s)</source>
        <translation>
            <numerusform>%n domain</numerusform>
            <numerusform>%n domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s) can&apos;t stay like this; the list says why.</source>
        <translation>
            <numerusform>%n domain can&apos;t stay like this; the list says why.</numerusform>
            <numerusform>%n domains can&apos;t stay like this; the list says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::MainWindow</name>
    <message numerus="yes">
        <source>Drop %n change(s)</source>
        <translation>
            <numerusform>Drop %n change</numerusform>
            <numerusform>Drop %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) dropped from the draft.</source>
        <translation>
            <numerusform>%n change dropped from the draft.</numerusform>
            <numerusform>%n changes dropped from the draft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n change(s) of the last time are not applied.</source>
        <translation>
            <numerusform>%1: %n change of the last time is not applied.</numerusform>
            <numerusform>%1: %n changes of the last time are not applied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported into the draft in part. The whole of what was read has %n warning(s); Import lists them when it reads the same again.</source>
        <translation>
            <numerusform>Imported into the draft in part. The whole of what was read has %n warning; Import lists it when it reads the same again.</numerusform>
            <numerusform>Imported into the draft in part. The whole of what was read has %n warnings; Import lists them when it reads the same again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported into the draft in part. The whole of what was read has %n warning(s), at these lines: %1. Import lists them when it reads the same again.</source>
        <translation>
            <numerusform>Imported into the draft in part. The whole of what was read has %n warning, at this line: %1. Import lists it when it reads the same again.</numerusform>
            <numerusform>Imported into the draft in part. The whole of what was read has %n warnings, at these lines: %1. Import lists them when it reads the same again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported into the draft, with %n warning(s). Import lists them when it reads the same again.</source>
        <translation>
            <numerusform>Imported into the draft, with %n warning. Import lists it when it reads the same again.</numerusform>
            <numerusform>Imported into the draft, with %n warnings. Import lists them when it reads the same again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported into the draft, with %n warning(s) at these lines of what was read: %1. Import lists them when it reads the same again.</source>
        <translation>
            <numerusform>Imported into the draft, with %n warning at this line of what was read: %1. Import lists it when it reads the same again.</numerusform>
            <numerusform>Imported into the draft, with %n warnings at these lines of what was read: %1. Import lists them when it reads the same again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::MoreFilters</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more saved filter(s)</source>
        <translation>
            <numerusform>%n more saved filter</numerusform>
            <numerusform>%n more saved filters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::OutcomeLine</name>
    <message numerus="yes">
        <source>%n earlier</source>
        <translation>
            <numerusform>%n earlier</numerusform>
            <numerusform>%n earlier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::PasteProgramsPage</name>
    <message numerus="yes">
        <source>%n program(s) will be set.</source>
        <translation>
            <numerusform>%n program will be set.</numerusform>
            <numerusform>%n programs will be set.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) can&apos;t be program names.</source>
        <translation>
            <numerusform>%n piece can&apos;t be a program name.</numerusform>
            <numerusform>%n pieces can&apos;t be program names.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful one(s) wait to be ticked.</source>
        <translation>
            <numerusform>%n doubtful one waits to be ticked.</numerusform>
            <numerusform>%n doubtful ones wait to be ticked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out: headings and remarks.</source>
        <translation>
            <numerusform>%n line left out: headings and remarks.</numerusform>
            <numerusform>%n lines left out: headings and remarks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::PasteProgramsSheet</name>
    <message numerus="yes">
        <source>&amp;Add %n</source>
        <translation>
            <numerusform>&amp;Add %n</numerusform>
            <numerusform>&amp;Add %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::PolicyPane</name>
    <message numerus="yes">
        <source>Remove %n row(s)</source>
        <translation>
            <numerusform>Remove %n row</numerusform>
            <numerusform>Remove %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) selected.</source>
        <translation>
            <numerusform>%n row selected.</numerusform>
            <numerusform>%n rows selected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s).</source>
        <translation>
            <numerusform>%n row.</numerusform>
            <numerusform>%n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) removed from the draft.</source>
        <translation>
            <numerusform>%n row removed from the draft.</numerusform>
            <numerusform>%n rows removed from the draft.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::RefusedDialog</name>
    <message numerus="yes">
        <source>&amp;Disconnect %n Connection(s)</source>
        <translation>
            <numerusform>&amp;Disconnect %n Connection</numerusform>
            <numerusform>&amp;Disconnect %n Connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln live connection(s) would be refused now</source>
        <translation>
            <numerusform>%Ln live connection would be refused now</numerusform>
            <numerusform>%Ln live connections would be refused now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ReviewDialog</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new policy would refuse %n of them. The ticked ones are ended once it is in force; the others live on until they end by themselves.</source>
        <translation>
            <numerusform>The new policy would refuse %n of them. If ticked, it is ended once the policy is in force; else it lives on until it ends by itself.</numerusform>
            <numerusform>The new policy would refuse %n of them. The ticked ones are ended once it is in force; the others live on until they end by themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply and disconnect %n</source>
        <translation>
            <numerusform>&amp;Apply and disconnect %n</numerusform>
            <numerusform>&amp;Apply and disconnect %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replaces your %n change(s) that are not applied; Undo brings them back.</source>
        <translation>
            <numerusform>Replaces your %n change that is not applied; Undo brings it back.</numerusform>
            <numerusform>Replaces your %n changes that are not applied; Undo brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::SavedFilters</name>
    <message numerus="yes">
        <source>No more than %n filter(s) can be kept here; remove one first.</source>
        <translation>
            <numerusform>No more than %n filter can be kept here; remove one first.</numerusform>
            <numerusform>No more than %n filters can be kept here; remove one first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ServerGeneralPage</name>
    <message numerus="yes">
        <source>Shorten the name to %n character(s).</source>
        <translation>
            <numerusform>Shorten the name to %n character.</numerusform>
            <numerusform>Shorten the name to %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shorten the description to %n character(s).</source>
        <translation>
            <numerusform>Shorten the description to %n character.</numerusform>
            <numerusform>Shorten the description to %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ServerLink</name>
    <message numerus="yes">
        <source>the server did not answer within %n second(s)</source>
        <translation>
            <numerusform>the server did not answer within %n second</numerusform>
            <numerusform>the server did not answer within %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ServicesPane</name>
    <message numerus="yes">
        <source>%n services selected.</source>
        <translation>
            <numerusform>%n service selected.</numerusform>
            <numerusform>%n services selected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%1&lt;/b&gt; serves %Ln connection(s) on %2, since %3. &lt;a href=&quot;sessions&quot;&gt;Its sessions&lt;/a&gt;</source>
        <translation>
            <numerusform>&lt;b&gt;%1&lt;/b&gt; serves %Ln connection on %2, since %3. &lt;a href=&quot;sessions&quot;&gt;Its sessions&lt;/a&gt;</numerusform>
            <numerusform>&lt;b&gt;%1&lt;/b&gt; serves %Ln connections on %2, since %3. &lt;a href=&quot;sessions&quot;&gt;Its sessions&lt;/a&gt;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 stopped; %Ln connection(s) ended.</source>
        <translation>
            <numerusform>%1 stopped; %Ln connection ended.</numerusform>
            <numerusform>%1 stopped; %Ln connections ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 restarted; %Ln connection(s) ended.</source>
        <translation>
            <numerusform>%1 restarted; %Ln connection ended.</numerusform>
            <numerusform>%1 restarted; %Ln connections ended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::SessionTotals</name>
    <message numerus="yes">
        <source>&lt;b&gt;%Ln&lt;/b&gt; session(s)</source>
        <translation>
            <numerusform>&lt;b&gt;%Ln&lt;/b&gt; session</numerusform>
            <numerusform>&lt;b&gt;%Ln&lt;/b&gt; sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%Ln&lt;/b&gt; connection(s)</source>
        <translation>
            <numerusform>&lt;b&gt;%Ln&lt;/b&gt; connection</numerusform>
            <numerusform>&lt;b&gt;%Ln&lt;/b&gt; connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln started</source>
        <translation>
            <numerusform>%Ln started</numerusform>
            <numerusform>%Ln started</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ended</source>
        <translation>
            <numerusform>%Ln ended</numerusform>
            <numerusform>%Ln ended</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::SessionsPane</name>
    <message numerus="yes">
        <source>&amp;Disconnect %n Item(s)</source>
        <translation>
            <numerusform>&amp;Disconnect %n Item</numerusform>
            <numerusform>&amp;Disconnect %n Items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Disconnect %n Connection(s)</source>
        <translation>
            <numerusform>&amp;Disconnect %n Connection</numerusform>
            <numerusform>&amp;Disconnect %n Connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Disconnect %n Session(s)</source>
        <translation>
            <numerusform>&amp;Disconnect %n Session</numerusform>
            <numerusform>&amp;Disconnect %n Sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) selected.</source>
        <translation>
            <numerusform>%n row selected.</numerusform>
            <numerusform>%n rows selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::SharedValuePage</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::SharedValueSheet</name>
    <message numerus="yes">
        <source>Settings of %n Program(s)</source>
        <translation>
            <numerusform>Settings of %n Program</numerusform>
            <numerusform>Settings of %n Programs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::StatusLine</name>
    <message numerus="yes">
        <source>%n problem(s), first: %1</source>
        <translation>
            <numerusform>%n problem: %1</numerusform>
            <numerusform>%n problems, first: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::StopServiceSheet</name>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln user</numerusform>
            <numerusform>%Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln computer(s) without a user&apos;s name</source>
        <translation>
            <numerusform>%Ln computer without a user&apos;s name</numerusform>
            <numerusform>%Ln computers without a user&apos;s name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln connection</numerusform>
            <numerusform>%Ln connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R&amp;estart %1 and End %Ln Connection(s)</source>
        <translation>
            <numerusform>R&amp;estart %1 and End %Ln Connection</numerusform>
            <numerusform>R&amp;estart %1 and End %Ln Connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Stop %1 and End %Ln Connection(s)</source>
        <translation>
            <numerusform>&amp;Stop %1 and End %Ln Connection</numerusform>
            <numerusform>&amp;Stop %1 and End %Ln Connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Quit and End %Ln Connection(s)</source>
        <translation>
            <numerusform>&amp;Quit and End %Ln Connection</numerusform>
            <numerusform>&amp;Quit and End %Ln Connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) on %1 are not applied. They are kept for the next start.</source>
        <translation>
            <numerusform>%Ln change on %1 is not applied. It is kept for the next start.</numerusform>
            <numerusform>%Ln changes on %1 are not applied. They are kept for the next start.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) on %1 are not applied. They can&apos;t be kept and are lost.</source>
        <translation>
            <numerusform>%Ln change on %1 is not applied. It can&apos;t be kept and is lost.</numerusform>
            <numerusform>%Ln changes on %1 are not applied. They can&apos;t be kept and are lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::TakeBack</name>
    <message numerus="yes">
        <source>Take %n revision(s) back</source>
        <translation>
            <numerusform>Take %n revision back</numerusform>
            <numerusform>Take %n revisions back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::WrongLines</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::texts</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
