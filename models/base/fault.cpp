// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/fault.h"

#include "models/base/visibletext.h"

#include <QMetaEnum>

#include <algorithm>
#include <array>

namespace sallyport
{

namespace
{

struct Row {
    Fault fault;
    ErrorCode code;
    const char* text;
};

constexpr std::array rows{
    Row{Fault::ValueMissing, ErrorCode::Missing,
        QT_TRANSLATE_NOOP("sallyport::Fault", "has no value; write one or remove the key")},
    Row{Fault::NotSwitch, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "\"%1\" is not 0 or 1; write 1 for on, 0 for off")},
    Row{Fault::NotAChoice, ErrorCode::UnknownWord,
        QT_TRANSLATE_NOOP("sallyport::Fault", "\"%1\" is not one of %2; write one of them")},
    Row{Fault::PortExpected, ErrorCode::Syntax,
        QT_TRANSLATE_NOOP("sallyport::Fault", "has nothing where a port is expected; remove the extra comma")},
    Row{Fault::NotPorts, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "\"%1\" is not a port or a range of ports; write numbers from 0 to 65535 such as 7000-7022, 7100")},
    Row{Fault::PortsBackwards, ErrorCode::OutOfRange,
        QT_TRANSLATE_NOOP("sallyport::Fault", "\"%1\" ends before it begins; write the smaller port first")},
    Row{Fault::PortsFromAny, ErrorCode::OutOfRange,
        QT_TRANSLATE_NOOP("sallyport::Fault", "\"%1\" begins with 0, which means any port; write 0 alone")},
    Row{Fault::NotPortAddress, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "\"%1\" is not port:address; write pairs such as 80:192.0.2.10, 82:192.0.2.11")},
    Row{Fault::PortTwice, ErrorCode::Duplicate,
        QT_TRANSLATE_NOOP("sallyport::Fault", "port %1 stands twice; give each port one address")},
    Row{Fault::NotServer, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "\"%1\" names no server; write i:ADDRESS or n:NAME, such as i:192.0.2.1 or n:branch-a")},
    Row{Fault::ServerUnnamed, ErrorCode::Missing,
        QT_TRANSLATE_NOOP("sallyport::Fault", "is empty; give the server a name")},
    Row{Fault::TooLong, ErrorCode::LimitExceeded,
        QT_TRANSLATE_NOOP("sallyport::Fault", "has %1 characters; shorten it to %2")},
    Row{Fault::ControlCharacter, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "holds a control character or line break; remove it")},
    Row{Fault::NotHost, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "\"%1\" is not a host name or address; write one such as branch-a.example.com")},
    Row{Fault::OutOfRange, ErrorCode::OutOfRange,
        QT_TRANSLATE_NOOP("sallyport::Fault", "%1 is out of range; write %2 to %3")},
    Row{Fault::GroupAddress, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "%1 is a group address; write an address of this server, or 0.0.0.0 for all of them")},
    Row{Fault::LinkLocalListener, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "%1 is a link-local address, which says nothing without its interface and can't be listened on; write "
            "another address of this server, or :: for all of them")},
    Row{Fault::PortOfWebProxy, ErrorCode::Duplicate,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "%1 is taken by the Web Proxy already; give one of them another port or address")},
    Row{Fault::PortOfFirewallClient, ErrorCode::Duplicate,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "%1 is taken by the Firewall Client channel already; give one of them another port or address")},
    Row{Fault::FirewallClientPortDiffers, ErrorCode::Conflict,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "clients are told port %1, but the Firewall Client listener is on %2; clients reach it only if something "
            "forwards the port")},
    Row{Fault::WebProxyPortDiffers, ErrorCode::Conflict,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "clients are told port %1, but the Web Proxy listener is on %2; clients reach it only if something "
            "forwards the port")},
    Row{Fault::ClientServerUnnamed, ErrorCode::Missing,
        QT_TRANSLATE_NOOP("sallyport::Fault", "is empty though clients connect by name; write the server's DNS name")},
    Row{Fault::ClientServerWithoutAddress, ErrorCode::Missing,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "is empty though clients connect by address; add an address or let them connect by name")},
    Row{Fault::AddressNotReachable, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "%1 is no address a client can connect to; write one of this server's")},
    Row{Fault::AddressTwice, ErrorCode::Duplicate,
        QT_TRANSLATE_NOOP("sallyport::Fault", "%1 stands twice; remove one of them")},
    Row{Fault::NotWebUrl, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "\"%1\" is not an http or https URL; write one such as http://branch-a:8080/wpad.dat, or leave it empty")},
    Row{Fault::BrowsersWithoutProxy, ErrorCode::Missing,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "is empty though browsers are set to use the Web Proxy; name it or clear setBrowsersToUseProxy")},
    Row{Fault::BrowsersWithoutScript, ErrorCode::Missing,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "is empty though browsers are set to use its configuration script; name it or write configurationUrl")},
    Row{Fault::RangeMixed, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "%1 mixes IPv4 and IPv6; write both ends in one of them")},
    Row{Fault::RangeBackwards, ErrorCode::OutOfRange,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "%1 ends before it begins; the second value is the last address, never a mask")},
    Row{Fault::RangeOverlaps, ErrorCode::Duplicate,
        QT_TRANSLATE_NOOP("sallyport::Fault", "%1 overlaps an earlier range; join them")},
    Row{Fault::RangeMask, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "%1 looks like a network mask, but the second value is the last address of a range; did you mean %2 "
            "(%3)?")},
    Row{Fault::RangeEverything, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "%1 is every address there is (%2): clients would take all of them for local and ask the server for none")},
    Row{Fault::LoopbackMissing, ErrorCode::Missing,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "does not cover 127.0.0.1; clients would send connections to themselves to the server")},
    Row{Fault::NotDomain, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "\"%1\" is not a domain; write one such as example.com or *.example.com")},
    Row{Fault::DomainTwice, ErrorCode::Duplicate,
        QT_TRANSLATE_NOOP("sallyport::Fault", "\"%1\" stands twice; remove one of them")},
    Row{Fault::DomainCovered, ErrorCode::Duplicate,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "\"%1\" takes in the same names as an entry before it, with or without \"*.\" in front; remove one of "
            "them")},
    Row{Fault::NameEmpty, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "is empty; write the program's file name without its extension")},
    Row{Fault::NameTooLong, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "\"%1\" is longer than %2 characters; shorten it")},
    Row{Fault::NameSpace, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "\"%1\" begins or ends with a space; remove it")},
    Row{Fault::NameControl, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "\"%1\" holds a control character; remove it")},
    Row{Fault::NameNotLatin1, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "mspclnt.ini (ISO 8859-1) can't carry \"%1\": clients are not told, the service goes by it")},
    Row{Fault::NameBracket, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "\"%1\" holds a bracket, which ends a section's name; remove it")},
    Row{Fault::NameFolder, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "\"%1\" holds a folder; write the program's file name alone")},
    Row{Fault::NameReserved, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "\"%1\" is a section of the file's own; no program can be configured by it")},
    Row{Fault::NameExtension, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "\"%1\" can't take effect on clients, which look for the name without its extension; write \"%2\"")},
    Row{Fault::NameSpelling, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "\"%1\" is taken for \"%2\": quotes, drives, streams behind a colon and invisible characters don't count")},
    Row{Fault::NameWildcard, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "\"%1\" is no pattern: * and ? fit nothing but themselves, and no program is likely to be called so; write "
            "each program's name")},
    Row{Fault::NameTwice, ErrorCode::Duplicate,
        QT_TRANSLATE_NOOP("sallyport::Fault", "\"%1\" names the same program as the entry \"%2\"; keep one of them")},
    Row{Fault::NameSpeltTwice, ErrorCode::Duplicate,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "\"%1\" is another spelling of the entry \"%2\"; the program is refused if either says so; keep one")},
    Row{Fault::IdEmpty, ErrorCode::Missing, QT_TRANSLATE_NOOP("sallyport::Fault", "is empty; give the entry an id")},
    Row{Fault::IdTwice, ErrorCode::Duplicate,
        QT_TRANSLATE_NOOP("sallyport::Fault", "\"%1\" is another entry's id too; give this one its own")},
    Row{Fault::KeyTwice, ErrorCode::Duplicate, QT_TRANSLATE_NOOP("sallyport::Fault", "stands twice; keep one of them")},
    Row{Fault::NotCanonical, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "\"%1\" is not in its canonical form; write \"%2\"")},
    Row{Fault::KeyOfAnyProgram, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "has no effect under [*]; move it to [Common Configuration]")},
    Row{Fault::PortInBothLists, ErrorCode::Conflict,
        QT_TRANSLATE_NOOP("sallyport::Fault", "port %1 is in %2 too; keep it in one of the two")},
    Row{Fault::EntryWithoutKeys, ErrorCode::Missing,
        QT_TRANSLATE_NOOP("sallyport::Fault", "has no keys and so no effect; add one or remove the entry")},
    Row{Fault::KeysWithoutEffect, ErrorCode::Conflict,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "%1=1 takes the program off the Firewall Client, so its other keys are without effect")},
    Row{Fault::TextMissing, ErrorCode::Missing, QT_TRANSLATE_NOOP("sallyport::Fault", "is missing; add it as text")},
    Row{Fault::FlagMissing, ErrorCode::Missing,
        QT_TRANSLATE_NOOP("sallyport::Fault", "is missing; add it as true or false")},
    Row{Fault::NumberMissing, ErrorCode::Missing,
        QT_TRANSLATE_NOOP("sallyport::Fault", "is missing; add it as a number")},
    Row{Fault::ArrayMissing, ErrorCode::Missing,
        QT_TRANSLATE_NOOP("sallyport::Fault", "is missing; add it as an array")},
    Row{Fault::ObjectMissing, ErrorCode::Missing,
        QT_TRANSLATE_NOOP("sallyport::Fault", "is missing; add it as an object")},
    Row{Fault::NotText, ErrorCode::InvalidValue, QT_TRANSLATE_NOOP("sallyport::Fault", "must be text, not %1")},
    Row{Fault::NotFlag, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "must be true or false, not %1")},
    Row{Fault::NotNumber, ErrorCode::InvalidValue, QT_TRANSLATE_NOOP("sallyport::Fault", "must be a number, not %1")},
    Row{Fault::NotArray, ErrorCode::InvalidValue, QT_TRANSLATE_NOOP("sallyport::Fault", "must be an array, not %1")},
    Row{Fault::NotObject, ErrorCode::InvalidValue, QT_TRANSLATE_NOOP("sallyport::Fault", "must be an object, not %1")},
    Row{Fault::NotWholeNumber, ErrorCode::OutOfRange,
        QT_TRANSLATE_NOOP("sallyport::Fault", "must be a whole number of 32 bits, not %1")},
    Row{Fault::NotAddress, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "%1 is not an IP address; write one such as 192.0.2.1 or 2001:db8::1")},
    Row{Fault::UnknownWord, ErrorCode::UnknownWord,
        QT_TRANSLATE_NOOP("sallyport::Fault", "%1 is not a word known here; write one of: %2")},
    Row{Fault::UnknownApplicationKey, ErrorCode::UnknownWord,
        QT_TRANSLATE_NOOP("sallyport::Fault", "%1 is not a key of an application entry; write one such as Disable")},
    Row{Fault::UnknownMember, ErrorCode::UnknownWord,
        QT_TRANSLATE_NOOP("sallyport::Fault", "is not a member known here; remove it or mend its name")},
    Row{Fault::MemberTwice, ErrorCode::Duplicate,
        QT_TRANSLATE_NOOP("sallyport::Fault", "stands twice in one object; keep one of them")},
    Row{Fault::NotJson, ErrorCode::Syntax, QT_TRANSLATE_NOOP("sallyport::Fault", "is not a JSON object: %1")},
    Row{Fault::JsonNotObject, ErrorCode::Syntax,
        QT_TRANSLATE_NOOP("sallyport::Fault", "is not a JSON object: the document is not an object")},
    Row{Fault::UnknownFormat, ErrorCode::Unsupported,
        QT_TRANSLATE_NOOP("sallyport::Fault", "%1 is not a format this version reads; it reads %2")},
    Row{Fault::TooManyProblems, ErrorCode::LimitExceeded,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "There are more than %1 problems; the rest is not listed. Correct these first.")},
    Row{Fault::FileTooLarge, ErrorCode::LimitExceeded,
        QT_TRANSLATE_NOOP("sallyport::Fault", "The file has %1 bytes; at most %2 are read. Choose a smaller file.")},
    Row{Fault::FileHoldsNul, ErrorCode::Syntax,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "The file holds NUL bytes, so it is no text in ANSI, UTF-8 or UTF-16. Save it in one of these and try "
            "again.")},
    Row{Fault::ClientHeaderBroken, ErrorCode::Syntax,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "This section header has no name, so the lines below it are left out. Write it as [name].")},
    Row{Fault::ClientHeaderUnclosed, ErrorCode::Syntax,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "The header of [%1] lacks its closing bracket and is read as if it had one. Add it.")},
    Row{Fault::ClientSectionTwice, ErrorCode::Duplicate,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "[%1] stands here again; clients read only the first section of a name, so this one is left out. Move its "
            "lines there.")},
    Row{Fault::ClientLineOutside, ErrorCode::Syntax,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "%1 stands before the first section, so it is left out. Move it below its [section].")},
    Row{Fault::ClientKeyless, ErrorCode::Syntax,
        QT_TRANSLATE_NOOP("sallyport::Fault", "This line is no setting: it has no “=” after a key. It is left out.")},
    Row{Fault::ClientKeyTwice, ErrorCode::Duplicate,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "[%1] %2 stands here again; clients go by the first one, so this line is left out. Remove one of them.")},
    Row{Fault::ClientKeyUnknown, ErrorCode::UnknownWord,
        QT_TRANSLATE_NOOP("sallyport::Fault", "[%1] %2: no such key is known. It is left out; check its spelling.")},
    Row{Fault::ServerKeyUnknown, ErrorCode::UnknownWord,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "[%1] %2: no such key is known. It is left out; use Name, or Addr1, Addr2 and so on.")},
    Row{Fault::ClientKeyOfAnyProgram, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "[%1] %2 has no meaning in this section and is left out. Write it under [Common Configuration].")},
    Row{Fault::ClientValueMissing, ErrorCode::Missing,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "[%1] %2 has no value, so the line is left out. Write one or remove the line.")},
    Row{Fault::NoProgramSection, ErrorCode::UnknownWord,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "[%1] holds no application setting, so it is left out. Check the spelling of its keys if it is meant for a "
            "program.")},
    Row{Fault::NameCodePage, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "[%1] is read as ISO 8859-1. In a file of another code page that is not the program's name, and nothing "
            "is refused by it. Save the file as UTF-8.")},
    Row{Fault::NameUnreadable, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "[%1] is a name in a code page that the file does not tell, so the section is left out. Save the file as "
            "UTF-8.")},
    Row{Fault::SectionNotOfWspcfg, ErrorCode::UnknownWord,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "[%1] is left out: wspcfg.ini holds programs' sections only. Remove it.")},
    Row{Fault::SettingNotNumber, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "[%1] %2 cannot be “%3”, so the line is left out. Write a whole number from %4 to %5.")},
    Row{Fault::SettingNotFlag, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "[%1] %2 cannot be “%3”. Write 0 or 1.")},
    Row{Fault::SettingNotAddress, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "[%1] %2 is no address of a computer: “%3”. The line is left out; write it like 192.0.2.1 or "
            "2001:db8::1.")},
    Row{Fault::SettingNotPath, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "[%1] %2 is no network path: “%3”. The line is left out; write it like \\\\SERVER\\mspclnt\\.")},
    Row{Fault::SettingNotDomain, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "[%1] %2: “%3” is no domain and is left out. Write domains such as example.com, with commas between "
            "them.")},
    Row{Fault::SettingLeftOut, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "[%1] %2 cannot be “%3”, so the line is left out. It can be: %4.")},
    Row{Fault::SettingTakenAs, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "[%1] %2: “%3” is taken as %4. Write %4 alone.")},
    Row{Fault::SettingTooGreat, ErrorCode::OutOfRange,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "[%1] %2: “%3” is more than this server can set and is taken as %4, the greatest value.")},
    Row{Fault::SettingWithPort, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "[%1] %2: “%3” is taken as the name %4 and the port %5. Write the name alone, and the port as "
            "WebProxyPort, "
            "which counts if both are there.")},
    Row{Fault::ProgramKeptBlocked, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "[%1] %2 cannot be “%3”. It is taken as 1, so that nothing is let out that was to be kept in. Write 0 or "
            "1.")},
    Row{Fault::NameAndAddresses, ErrorCode::Conflict,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "[%1] gives both a name and addresses; the name is used, the addresses are left out. Remove one of the "
            "two.")},
    Row{Fault::PolicyHeaderBroken, ErrorCode::Syntax,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "This section header has no name or no closing bracket. Write it as [name].")},
    Row{Fault::PolicySectionTwice, ErrorCode::Duplicate,
        QT_TRANSLATE_NOOP("sallyport::Fault", "[%1] stands here again. Merge the two sections.")},
    Row{Fault::PolicySectionMissing, ErrorCode::Missing,
        QT_TRANSLATE_NOOP("sallyport::Fault", "The section [%1] is missing. Add it with all its keys.")},
    Row{Fault::PolicySectionUnknown, ErrorCode::UnknownWord,
        QT_TRANSLATE_NOOP("sallyport::Fault", "[%1] is no section of a policy. Check its spelling.")},
    Row{Fault::PolicyLineOutside, ErrorCode::Syntax,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "This line stands before the first section. Move it below its [section].")},
    Row{Fault::PolicyLineKeyless, ErrorCode::Syntax,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "[%1] has no place for the line “%2”, which has no “=” after a key. Check its spelling.")},
    Row{Fault::PolicyKeyTwice, ErrorCode::Duplicate,
        QT_TRANSLATE_NOOP("sallyport::Fault", "[%1] %2 stands here again. Remove one of them.")},
    Row{Fault::PolicyKeyMissing, ErrorCode::Missing,
        QT_TRANSLATE_NOOP("sallyport::Fault", "[%1] lacks the key %2. Add it.")},
    Row{Fault::PolicyKeyUnknown, ErrorCode::UnknownWord,
        QT_TRANSLATE_NOOP("sallyport::Fault", "[%1] has no key “%2”. Check its spelling.")},
    Row{Fault::PolicyFormatUnknown, ErrorCode::Unsupported,
        QT_TRANSLATE_NOOP("sallyport::Fault", "This is a policy of format “%1”; this version reads format %2 only.")},
    Row{Fault::PolicyNotText, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "[%1] %2 cannot be “%3”. Write text in double quotes with \\\\ \\\" \\n \\r \\t \\uXXXX, or without "
            "quotes.")},
    Row{Fault::PolicyNotNumber, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "[%1] %2 cannot be “%3”. Write a whole number.")},
    Row{Fault::PolicyNotAddress, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "[%1] %2 cannot be “%3”. Write an IP address like 192.0.2.1 or 2001:db8::1.")},
    Row{Fault::PolicyNotAddresses, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "[%1] %2 cannot be “%3”. Write IP addresses with commas between them.")},
    Row{Fault::PolicyNotWord, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "[%1] %2 cannot be “%3”. Write one of: %4.")},
    Row{Fault::PolicyNotRange, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "[%1] holds lines of two IP addresses, FROM TO; this is “%2”.")},
    Row{Fault::PolicyItemQuotes, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "[%1]: the quotes of this line are damaged. Close them or write it without.")},
    Row{Fault::PolicyNameQuotes, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "[%1]: the quotes of the program's name are damaged. Write [Application NAME].")},
    Row{Fault::PolicyNameTwice, ErrorCode::Duplicate,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "[%1] stands here again; names of programs are compared without case. Merge the two sections.")},
    Row{Fault::PolicyIdDamaged, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "[%1] Id is damaged or stands twice. Remove the line to have a new one made.")},
    Row{Fault::PolicyValueQuotes, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "The quotes of the value are damaged. Close them or write it without.")},
    Row{Fault::LatNotTwoAddresses, ErrorCode::Syntax,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "A line holds a range, FROM TO, one address, or a network such as 10.0.0.0/8; words in this one: %1.")},
    Row{Fault::LatNotAddress, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "“%1” is no IP address. Write it like 192.0.2.1 or 2001:db8::1.")},
    Row{Fault::LatMixed, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "%1 and %2 are of different kinds. Give both ends in IPv4 or both in IPv6.")},
    Row{Fault::LatBackwards, ErrorCode::OutOfRange,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "%1 comes after %2. Write the lower address first; the second value is never a mask.")},
    Row{Fault::FilterFieldUnknown, ErrorCode::UnknownWord,
        QT_TRANSLATE_NOOP("sallyport::Fault", "\"%1\" is no field here; use one of %2, or a word without a colon.")},
    Row{Fault::FilterValueMissing, ErrorCode::Missing,
        QT_TRANSLATE_NOOP("sallyport::Fault", "\"%1:\" lacks a value; write %1:VALUE.")},
    Row{Fault::FilterNotPort, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "\"%1:\" takes a port, 0 to 65535, or digits with * for any others; \"%2\" is none.")},
    Row{Fault::FilterQuoteOpen, ErrorCode::Missing,
        QT_TRANSLATE_NOOP("sallyport::Fault", "A quotation mark is open; close it with another.")},
    Row{Fault::FilterWordMissing, ErrorCode::Missing,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "\"%1\" is half a word; write on: what is to be left out behind -, what else may be behind |.")},
    Row{Fault::FilterNumberMissing, ErrorCode::Missing,
        QT_TRANSLATE_NOOP("sallyport::Fault", "\"%1\" lacks what to compare with; write it such as %1>%2.")},
    Row{Fault::FilterNotNumber, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "\"%1\" takes a number, such as %1>5; \"%2\" is none.")},
    Row{Fault::FilterNotBytes, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "\"%1\" takes a number of bytes, such as %1>1MB (KB, MB, GB; KiB, MiB, GiB count by 1024); \"%2\" is "
            "none.")},
    Row{Fault::FilterNotTime, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "\"%1\" takes an age, such as %1<5m (s, m, h, d, w), or a day, such as %1:2026-11-27; \"%2\" is neither.")},
    Row{Fault::FilterTimeUnfinished, ErrorCode::Missing,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "\"%1\" takes an age, such as %1<5m (s, m, h, d, w), or a day, such as %1:2026-11-27; \"%2\" lacks the "
            "rest.")},
    Row{Fault::FilterTooLong, ErrorCode::LimitExceeded,
        QT_TRANSLATE_NOOP("sallyport::Fault", "A filter has at most %1 characters and %2 values; make it shorter.")},
    Row{Fault::FilterNotComparable, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "\"%1\" is no number or time to compare; write %1:VALUE.")},
    Row{Fault::ImportForeign, ErrorCode::Syntax,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "This is %1. What can be read are mspclnt.ini and wspcfg.ini (sections such as [Common], lines such as "
            "Disable=1), msplat.txt (lines of addresses) and policies. If it was fetched, something else answered in "
            "the server's place.")},
    Row{Fault::ImportNoSection, ErrorCode::Syntax,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "This has no section such as [Common] or [msmsgs], as mspclnt.ini and wspcfg.ini have; it begins “%1”.")},
    Row{Fault::ImportEmpty, ErrorCode::Missing, QT_TRANSLATE_NOOP("sallyport::Fault", "The file is empty.")},
    Row{Fault::NotConnected, ErrorCode::Unreachable,
        QT_TRANSLATE_NOOP("sallyport::Fault", "not connected to the service")},
    Row{Fault::ConnectionLost, ErrorCode::Unreachable,
        QT_TRANSLATE_NOOP("sallyport::Fault", "the connection to the service was lost")},
    Row{Fault::ConnectionRefused, ErrorCode::Unreachable,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "nothing listens there; start sallyportd on that computer, or check the port")},
    Row{Fault::HostUnknown, ErrorCode::Unreachable,
        QT_TRANSLATE_NOOP("sallyport::Fault", "this name is not known; check its spelling, or write the address")},
    Row{Fault::NoWayThere, ErrorCode::Unreachable,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "no way leads there; check the network, and that the computer is switched on")},
    Row{Fault::ConnectionEnded, ErrorCode::Unreachable,
        QT_TRANSLATE_NOOP("sallyport::Fault", "the service closed the connection")},
    Row{Fault::ServiceSilent, ErrorCode::TimedOut,
        QT_TRANSLATE_NOOP("sallyport::Fault", "the service does not answer")},
    Row{Fault::ServiceSilentFor, ErrorCode::TimedOut,
        QT_TRANSLATE_NOOP("sallyport::Fault", "the service does not answer (waited %1 s)")},
    Row{Fault::CodeNotSent, ErrorCode::TimedOut,
        QT_TRANSLATE_NOOP("sallyport::Fault", "the service does not answer (waited %1 s); the code was not sent")},
    Row{Fault::EnrolmentUnknown, ErrorCode::TimedOut,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "the service does not answer (waited %1 s); whether this console was enrolled is not known, its list of "
            "consoles tells")},
    Row{Fault::NotEncrypted, ErrorCode::Unreachable,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "no encrypted connection came about (%1); check that the port is that of Sallyport's consoles")},
    Row{Fault::ConnectionFailed, ErrorCode::Unreachable,
        QT_TRANSLATE_NOOP("sallyport::Fault", "the connection failed (%1)")},
    Row{Fault::SocketUnserved, ErrorCode::Unreachable,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "no service listens there; start sallyportd, or name the socket it uses")},
    Row{Fault::SocketForbidden, ErrorCode::Unreachable,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "permission denied; only root and the service's own user may use this socket")},
    Row{Fault::SocketNameTooLong, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "this name is too long for a local socket (%1 bytes, %2 are possible); name a shorter one with --control")},
    Row{Fault::FingerprintChanged, ErrorCode::NotAuthenticated,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "the service shows the fingerprint %1, not the one it was enrolled with; if its key was renewed, enrol it "
            "again")},
    Row{Fault::FingerprintUnexpected, ErrorCode::NotAuthenticated,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "the service shows the fingerprint %1, not the expected one; nothing was sent")},
    Row{Fault::FingerprintDigits, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "must be the 64 hex digits the service prints when it starts")},
    Row{Fault::AnswerForeign, ErrorCode::Syntax,
        QT_TRANSLATE_NOOP("sallyport::Fault", "the answer is not that of a Sallyport service")},
    Row{Fault::AnswerUnreadable, ErrorCode::Syntax,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "the answer can't be read (%1); console and service may be of different versions")},
    Row{Fault::AnswerLine, ErrorCode::LimitExceeded,
        QT_TRANSLATE_NOOP("sallyport::Fault", "the service sent a line beyond the limit")},
    Row{Fault::CallTooLong, ErrorCode::LimitExceeded,
        QT_TRANSLATE_NOOP("sallyport::Fault", "the call has %1 bytes, the service takes %2; send less at once")},
    Row{Fault::CertificateDamaged, ErrorCode::Corrupt,
        QT_TRANSLATE_NOOP("sallyport::Fault", "certificate or key is not PEM")},
    Row{Fault::CertificateForeign, ErrorCode::Corrupt,
        QT_TRANSLATE_NOOP("sallyport::Fault", "the key belongs to another certificate")},
    Row{Fault::CertificateNotMade, ErrorCode::Unsupported,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "OpenSSL could not make key and certificate; check the computer's OpenSSL configuration")},
    Row{Fault::MessageForeign, ErrorCode::Syntax,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "console and service do not understand each other and may be of different versions (%1)")},
    Row{Fault::NotEnrolled, ErrorCode::NotAuthenticated,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "this console is not enrolled; have an administrator run \"sallyportd enrol\" on the server and enter its "
            "code")},
    Row{Fault::EnrolmentCode, ErrorCode::NotAuthenticated,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "the code is unknown, used or expired; make a new one with \"sallyportd enrol\"")},
    Row{Fault::EnrolmentLocal, ErrorCode::Unsupported,
        QT_TRANSLATE_NOOP("sallyport::Fault", "consoles on this computer need no enrolment; enrol over TLS")},
    Row{Fault::ConsoleUnknown, ErrorCode::NotFound,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "no console with this fingerprint is enrolled; look at the list of consoles")},
    Row{Fault::TooManyConsoles, ErrorCode::LimitExceeded,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "%1 consoles are enrolled; have an administrator revoke those that are not used")},
    Row{Fault::OperatorsOnly, ErrorCode::PermissionDenied,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "this needs the role Operator, and %1 is a Viewer here; have an administrator enrol this console anew in "
            "that "
            "role")},
    Row{Fault::AdministratorsOnly, ErrorCode::PermissionDenied,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "this needs the role Administrator, which %1 does not have here; have an administrator enrol this console "
            "anew "
            "in that role")},
    Row{Fault::ServersOwnOnly, ErrorCode::PermissionDenied,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "this is for administrators on the service's own computer; have one run \"sallyportd enrol\" there")},
    Row{Fault::MethodUnknown, ErrorCode::UnknownWord,
        QT_TRANSLATE_NOOP("sallyport::Fault", "there is no such method; the service may be of another version")},
    Row{Fault::AnswerTooLong, ErrorCode::LimitExceeded,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "the answer has %1 bytes, more than %2; ask for less, by a filter or a limit, or subscribe")},
    Row{Fault::LineTooLong, ErrorCode::LimitExceeded,
        QT_TRANSLATE_NOOP("sallyport::Fault", "a line has more than %1 bytes; send less in one call")},
    Row{Fault::CallExpected, ErrorCode::Syntax,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "only calls with an id are taken here; console and service may be of different versions")},
    Row{Fault::TextTooLong, ErrorCode::OutOfRange,
        QT_TRANSLATE_NOOP("sallyport::Fault", "must have at most %1 characters")},
    Row{Fault::NameLength, ErrorCode::OutOfRange,
        QT_TRANSLATE_NOOP("sallyport::Fault", "must have 1 to %1 characters")},
    Row{Fault::RevisionUnknown, ErrorCode::NotFound,
        QT_TRANSLATE_NOOP("sallyport::Fault", "there is no such revision; ask for the history")},
    Row{Fault::PlaceEmpty, ErrorCode::NotFound,
        QT_TRANSLATE_NOOP("sallyport::Fault", "nothing stands there in the policy in force")},
    Row{Fault::RevisionMeanwhile, ErrorCode::Conflict,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "revision %1 by %2 was applied in the meantime; merge with it and apply again")},
    Row{Fault::PolicyRefused, ErrorCode::InvalidValue,
        QT_TRANSLATE_NOOP("sallyport::Fault", "the policy has errors; see problems")},
    Row{Fault::NothingToEnd, ErrorCode::Missing,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "say what to end: sessions, connections or a filter (an empty filter fits everything)")},
    Row{Fault::NotHandedOut, ErrorCode::UnknownWord,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "\"%1\" is not handed out; use mspclnt.ini, msplat.txt, wspad.dat or wpad.dat")},
    Row{Fault::ListenerOff, ErrorCode::Conflict,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "the policy has this service switched off; enable its listener and apply")},
    Row{Fault::FileFailed, ErrorCode::Io, QT_TRANSLATE_NOOP("sallyport::Fault", "can't be read or written (%1)")},
    Row{Fault::FolderNotWritten, ErrorCode::Io,
        QT_TRANSLATE_NOOP("sallyport::Fault", "can't be written (%1); check the folder and its permissions")},
    Row{Fault::FileNotWritten, ErrorCode::Io,
        QT_TRANSLATE_NOOP("sallyport::Fault", "can't be written (%1); free some space on the disk")},
    Row{Fault::FileIsFolder, ErrorCode::Io, QT_TRANSLATE_NOOP("sallyport::Fault", "is a folder; name a file")},
    Row{Fault::FileBehindLink, ErrorCode::PermissionDenied,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "\"%1\" is a link in a folder that everybody may write to; name the file that is meant")},
    Row{Fault::FileOfAnother, ErrorCode::PermissionDenied,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "belongs to another user, in a folder that everybody may write to; name another file")},
    Row{Fault::FileOtherNames, ErrorCode::PermissionDenied,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "has other names, and is in a folder that everybody may write to; name another file")},
    Row{Fault::ServerListDamaged, ErrorCode::Corrupt,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "is no list of servers; bring the file back from a backup, or remove it and add the servers again")},
    Row{Fault::IdentityDamaged, ErrorCode::Corrupt,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "holds no certificate with its key; bring the file back from a backup, or remove it and add the servers "
            "again")},
    Row{Fault::DraftMeanwhile, ErrorCode::Conflict,
        QT_TRANSLATE_NOOP("sallyport::Fault", "another console changed this draft meanwhile; load it")},
    Row{Fault::DatabaseLocked, ErrorCode::TimedOut,
        QT_TRANSLATE_NOOP("sallyport::Fault", "another program keeps the database locked; end it or try again (%1)")},
    Row{Fault::DatabaseReadOnly, ErrorCode::PermissionDenied,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "the database can't be written; check owner and permissions of the file and its folder (%1)")},
    Row{Fault::DatabaseUnreadable, ErrorCode::PermissionDenied,
        QT_TRANSLATE_NOOP("sallyport::Fault", "the database can't be read; check owner and permissions of the file")},
    Row{Fault::DatabaseClosed, ErrorCode::Io,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "the database can't be opened; check that its folder exists and may be written (%1)")},
    Row{Fault::DatabaseWithoutLog, ErrorCode::Io,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "no write-ahead log can be kept beside the database; move it to a local disk")},
    Row{Fault::DiskBroken, ErrorCode::Io,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "the disk can't be read or written; look for its messages in the system's log (%1)")},
    Row{Fault::DiskFull, ErrorCode::Io,
        QT_TRANSLATE_NOOP("sallyport::Fault", "the disk is full; free some space (%1)")},
    Row{Fault::DatabaseDamaged, ErrorCode::Corrupt,
        QT_TRANSLATE_NOOP("sallyport::Fault", "the database is damaged; put a backup in its place (%1)")},
    Row{Fault::DatabaseFailed, ErrorCode::Database, QT_TRANSLATE_NOOP("sallyport::Fault", "the database failed (%1)")},
    Row{Fault::DatabaseSilent, ErrorCode::Database,
        QT_TRANSLATE_NOOP("sallyport::Fault", "the database has no answer to \"%1\"")},
    Row{Fault::DatabaseNewer, ErrorCode::Unsupported,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "this file is of version %1, this program knows versions up to %2; use the newer program")},
    Row{Fault::DatabaseForeign, ErrorCode::Unsupported,
        QT_TRANSLATE_NOOP("sallyport::Fault", "this is no such database of Sallyport; name another file")},
    Row{Fault::StoredMissing, ErrorCode::Corrupt,
        QT_TRANSLATE_NOOP("sallyport::Fault", "object %1 is missing; put a backup in its place")},
    Row{Fault::StoredDamaged, ErrorCode::Corrupt,
        QT_TRANSLATE_NOOP("sallyport::Fault", "object %1 is damaged; put a backup in its place")},
    Row{Fault::RevisionsMissing, ErrorCode::Corrupt,
        QT_TRANSLATE_NOOP("sallyport::Fault", "the policy database holds no revision; put a backup in its place")},
    Row{Fault::FetchDamaged, ErrorCode::Corrupt,
        QT_TRANSLATE_NOOP("sallyport::Fault", "\"%1\" is no address of a client; put a backup in its place")},
    Row{Fault::RoleUnknown, ErrorCode::Corrupt,
        QT_TRANSLATE_NOOP("sallyport::Fault", "console %1 has the unknown role \"%2\"; revoke it")},
    Row{Fault::LogCounterMissing, ErrorCode::Corrupt,
        QT_TRANSLATE_NOOP("sallyport::Fault", "the row counter is missing; put a backup in its place")},
    Row{Fault::LogRowDamaged, ErrorCode::Corrupt,
        QT_TRANSLATE_NOOP("sallyport::Fault", "row %1 can't be read; put a backup of the file in its place (%2)")},
    Row{Fault::PolicyFileLost, ErrorCode::Io,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "was removed, replaced or changed by another program under the running service, which goes on with the "
            "policy it has in memory and takes no change; save that one first (\"sallyportctl policy export\"), stop "
            "the service, then put a backup in its place, without a -wal file beside it, and start it again")},
    Row{Fault::RecordFileLost, ErrorCode::Io,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "was removed, replaced or changed by another program under the running service, which takes no change, "
            "since it could not record it; stop the service, then put a backup in its place, without a -wal file "
            "beside it, and start it again; without a backup the audit trail begins anew and consoles elsewhere enrol "
            "again")},
    Row{Fault::LogFileLost, ErrorCode::Io,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "was removed, replaced or changed by another program under the running service, which logs to the daily "
            "files only; stop the service and start it again, which begins a new one unless a backup is in its place, "
            "without a -wal file beside it")},
    Row{Fault::RecordsWait, ErrorCode::Database,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "nothing can be recorded at present; records that wait to be written: %1")},
    Row{Fault::ServiceOff, ErrorCode::Cancelled, QT_TRANSLATE_NOOP("sallyport::Fault", "switched off by policy")},
    Row{Fault::NoPolicyYet, ErrorCode::Missing, QT_TRANSLATE_NOOP("sallyport::Fault", "no policy yet")},
    Row{Fault::StoppedBy, ErrorCode::Cancelled, QT_TRANSLATE_NOOP("sallyport::Fault", "stopped by %1")},
    Row{Fault::StoppedBySomebody, ErrorCode::Cancelled,
        QT_TRANSLATE_NOOP("sallyport::Fault", "stopped by an operator")},
    Row{Fault::OnFreePort, ErrorCode::Conflict,
        QT_TRANSLATE_NOOP("sallyport::Fault", "on a free port instead of the policy's %1")},
    Row{Fault::ListenTaken, ErrorCode::Conflict,
        QT_TRANSLATE_NOOP("sallyport::Fault", "%1 is in use by another program")},
    Row{Fault::ListenNotHere, ErrorCode::Io,
        QT_TRANSLATE_NOOP("sallyport::Fault", "%1 is no address of this computer")},
    Row{Fault::ListenForbidden, ErrorCode::PermissionDenied,
        QT_TRANSLATE_NOOP("sallyport::Fault", "the service's user may not listen on %1; choose a port above 1023")},
    Row{Fault::ListenFailed, ErrorCode::Io, QT_TRANSLATE_NOOP("sallyport::Fault", "%1 can't be listened on (%2)")},
    Row{Fault::ConsolesPortTaken, ErrorCode::Conflict,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "%1, where consoles elsewhere connect, is in use by another program; end that one, or start the service "
            "with another --control-tls; trying again")},
    Row{Fault::ConsolesAddressNotHere, ErrorCode::Io,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "%1, where consoles elsewhere connect, is no address of this computer; start the service with another "
            "--control-tls; trying again")},
    Row{Fault::ConsolesPortForbidden, ErrorCode::PermissionDenied,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "the service's user may not listen on %1, where consoles elsewhere connect; choose a port above 1023; "
            "trying again")},
    Row{Fault::ConsolesUnheard, ErrorCode::Io,
        QT_TRANSLATE_NOOP("sallyport::Fault", "consoles elsewhere can't connect to %1 (%2); trying again")},
    Row{Fault::ClientPlacesTaken, ErrorCode::LimitExceeded,
        QT_TRANSLATE_NOOP(
            "sallyport::Fault", "all %1 places for clients are taken; further clients are refused or wait")},
    Row{Fault::ClientShareTaken, ErrorCode::LimitExceeded,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "%1 has %2 of the %3 places for clients, all that one address may have (--client-share %4); its further "
            "connections are refused")},
    Row{Fault::ClientMemoryTaken, ErrorCode::LimitExceeded,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "unfinished requests of clients hold %1, all they may (--request-memory); further long ones are refused")},
    Row{Fault::ClientMemoryShareTaken, ErrorCode::LimitExceeded,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "unfinished requests of %1 hold %2, all that one address may have (--client-share %3 of --request-memory); "
            "its further long ones are refused")},
    Row{Fault::ClientBindsTaken, ErrorCode::LimitExceeded,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "%1 waits with %2 BINDs, all that one address may have (--client-binds); further ones are refused")},
};
static_assert(rows.size() + 1 == static_cast<std::size_t>(Fault::Count));

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].fault != static_cast<Fault>(i + 1))
            return false;
    }
    return true;
}
static_assert(inOrder());

// Whether the words that may be written stand there, which are ours and stay whole.
bool isChoice(const QString& text, const QString& place)
{
    return text.contains(QStringLiteral("one of ") + place) || text.contains(QStringLiteral("one of: ") + place);
}

} // namespace

QString faultWord(Fault fault)
{
    if (!faultText(fault))
        return {};
    QString word = QString::fromLatin1(QMetaEnum::fromType<Fault>().valueToKey(static_cast<int>(fault)));
    word[0] = word.at(0).toLower();
    return word;
}

std::optional<Fault> faultFromWord(QStringView word)
{
    if (word.isEmpty() || !word.front().isLower())
        return std::nullopt;
    QByteArray key = word.toLatin1();
    key[0] = static_cast<char>(key.at(0) - 'a' + 'A');
    bool known = false;
    const auto fault = static_cast<Fault>(QMetaEnum::fromType<Fault>().keyToValue(key.constData(), &known));
    return known && faultText(fault) ? std::optional(fault) : std::nullopt;
}

const char* faultText(Fault fault)
{
    const auto place = static_cast<std::size_t>(fault);
    return place >= 1 && place <= rows.size() ? rows[place - 1].text : nullptr;
}

qsizetype argumentCount(Fault fault)
{
    qsizetype highest = 0;
    for (const char* c = faultText(fault); c && *c != '\0'; ++c) {
        if (*c == '%' && c[1] >= '1' && c[1] <= '9')
            highest = std::max<qsizetype>(highest, c[1] - '0');
    }
    return highest;
}

QString withArguments(const QString& text, const QStringList& arguments)
{
    QString result;
    result.reserve(text.size() + 32);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int digit = text.at(i) == u'%' && i + 1 < text.size() ? text.at(i + 1).unicode() - u'0' : 0;
        if (digit >= 1 && digit <= arguments.size()) {
            result += arguments.at(digit - 1);
            ++i;
        } else {
            result += text.at(i);
        }
    }
    return result;
}

Error makeError(Fault fault, const QString& subject, const QStringList& arguments)
{
    const char* text = faultText(fault);
    if (!text)
        return {};
    Q_ASSERT(arguments.size() == argumentCount(fault));
    const ErrorCode code = rows[static_cast<std::size_t>(fault) - 1].code;
    const QString english = QString::fromUtf8(text);
    QStringList quoted;
    for (const QString& argument : arguments) {
        const QString place = QStringLiteral("%%1").arg(quoted.size() + 1);
        quoted.append(isChoice(english, place) ? argument : excerpt(argument));
    }
    return {code, subject, withArguments(english, quoted), fault, quoted};
}

} // namespace sallyport
