// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/fault.h"

#include "models/base/visibletext.h"

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
    Row{Fault::ImportForeign, ErrorCode::Syntax,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "This is %1. What can be read are mspclnt.ini and wspcfg.ini (sections such as [Common], lines such as "
            "Disable=1), msplat.txt (lines of addresses) and policies. If it was fetched, something else answered in "
            "the server's place.")},
    Row{Fault::ImportNoSection, ErrorCode::Syntax,
        QT_TRANSLATE_NOOP("sallyport::Fault",
            "This has no section such as [Common] or [msmsgs], as mspclnt.ini and wspcfg.ini have; it begins “%1”.")},
    Row{Fault::ImportEmpty, ErrorCode::Missing, QT_TRANSLATE_NOOP("sallyport::Fault", "The file is empty.")},
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
