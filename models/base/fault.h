// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QMetaType>
#include <QStringList>

#include <optional>

namespace sallyport
{

Q_NAMESPACE

// What exactly is wrong with a value, a policy or a file: one row of the table in fault.cpp, which gives each its
// ErrorCode and its English text. The console translates that text (texts::detail in models/items); logs and command
// lines print it as it is. None: an error whose detail is free text. The names cross the control channel (faultWord()):
// one that has been given is not given to anything else.
enum class Fault : int {
    None,
    // Values of application keys
    ValueMissing,
    NotSwitch,
    NotAChoice,
    PortExpected,
    NotPorts,
    PortsBackwards,
    PortsFromAny,
    NotPortAddress,
    PortTwice,
    NotServer,
    // Fields of a policy
    ServerUnnamed,
    TooLong,
    ControlCharacter,
    NotHost,
    OutOfRange,
    GroupAddress,
    LinkLocalListener,
    PortOfWebProxy,
    PortOfFirewallClient,
    FirewallClientPortDiffers,
    WebProxyPortDiffers,
    ClientServerUnnamed,
    ClientServerWithoutAddress,
    AddressNotReachable,
    AddressTwice,
    NotWebUrl,
    BrowsersWithoutProxy,
    BrowsersWithoutScript,
    RangeMixed,
    RangeBackwards,
    RangeOverlaps,
    RangeMask,
    RangeEverything,
    LoopbackMissing,
    NotDomain,
    DomainTwice,
    DomainCovered,
    // Application entries
    NameEmpty,
    NameTooLong,
    NameSpace,
    NameControl,
    NameNotLatin1,
    NameBracket,
    NameFolder,
    NameReserved,
    NameExtension,
    NameSpelling,
    NameWildcard,
    NameTwice,
    NameSpeltTwice,
    IdEmpty,
    IdTwice,
    KeyTwice,
    NotCanonical,
    KeyOfAnyProgram,
    PortInBothLists,
    EntryWithoutKeys,
    KeysWithoutEffect,
    // Policy JSON
    TextMissing,
    FlagMissing,
    NumberMissing,
    ArrayMissing,
    ObjectMissing,
    NotText,
    NotFlag,
    NotNumber,
    NotArray,
    NotObject,
    NotWholeNumber,
    NotAddress,
    UnknownWord,
    UnknownApplicationKey,
    UnknownMember,
    MemberTwice,
    NotJson,
    JsonNotObject,
    UnknownFormat,
    // Every file and document
    TooManyProblems,
    FileTooLarge,
    FileHoldsNul,
    // mspclnt.ini and wspcfg.ini
    ClientHeaderBroken,
    ClientHeaderUnclosed,
    ClientSectionTwice,
    ClientLineOutside,
    ClientKeyless,
    ClientKeyTwice,
    ClientKeyUnknown,
    ServerKeyUnknown,
    ClientKeyOfAnyProgram,
    ClientValueMissing,
    NoProgramSection,
    NameCodePage,
    NameUnreadable,
    SectionNotOfWspcfg,
    SettingNotNumber,
    SettingNotFlag,
    SettingNotAddress,
    SettingNotPath,
    SettingNotDomain,
    SettingLeftOut,
    SettingTakenAs,
    SettingTooGreat,
    SettingWithPort,
    ProgramKeptBlocked,
    NameAndAddresses,
    // The whole policy as one ini
    PolicyHeaderBroken,
    PolicySectionTwice,
    PolicySectionMissing,
    PolicySectionUnknown,
    PolicyLineOutside,
    PolicyLineKeyless,
    PolicyKeyTwice,
    PolicyKeyMissing,
    PolicyKeyUnknown,
    PolicyFormatUnknown,
    PolicyNotText,
    PolicyNotNumber,
    PolicyNotAddress,
    PolicyNotAddresses,
    PolicyNotWord,
    PolicyNotRange,
    PolicyItemQuotes,
    PolicyNameQuotes,
    PolicyNameTwice,
    PolicyIdDamaged,
    PolicyValueQuotes,
    // Address tables
    LatNotTwoAddresses,
    LatNotAddress,
    LatMixed,
    LatBackwards,
    // Filters
    FilterFieldUnknown,
    FilterValueMissing,
    FilterNotPort,
    FilterQuoteOpen,
    FilterWordMissing,
    FilterNumberMissing,
    FilterNotNumber,
    FilterNotBytes,
    FilterNotTime,
    FilterTimeUnfinished,
    FilterTooLong,
    FilterNotComparable,
    // Imports
    ImportForeign,
    ImportNoSection,
    ImportEmpty,
    // The control channel
    NotConnected,
    ConnectionLost,
    ConnectionRefused,
    HostUnknown,
    NoWayThere,
    ConnectionEnded,
    ServiceSilent,
    ServiceSilentFor,
    CodeNotSent,
    EnrolmentUnknown,
    NotEncrypted,
    ConnectionFailed,
    SocketUnserved,
    SocketForbidden,
    SocketNameTooLong,
    FingerprintChanged,
    FingerprintUnexpected,
    FingerprintDigits,
    AnswerForeign,
    AnswerUnreadable,
    AnswerLine,
    CallTooLong,
    CertificateDamaged,
    CertificateForeign,
    // What the service answers instead
    NotEnrolled,
    EnrolmentCode,
    EnrolmentLocal,
    ConsoleUnknown,
    TooManyConsoles,
    OperatorsOnly,
    AdministratorsOnly,
    ServersOwnOnly,
    MethodUnknown,
    AnswerTooLong,
    TextTooLong,
    NameLength,
    RevisionUnknown,
    PlaceEmpty,
    RevisionMeanwhile,
    PolicyRefused,
    NothingToEnd,
    NotHandedOut,
    ListenerOff,
    // Files and databases
    FileFailed,
    FileIsFolder,
    FileBehindLink,
    FileOfAnother,
    FileOtherNames,
    ServerListDamaged,
    IdentityDamaged,
    DraftMeanwhile,
    DatabaseLocked,
    DatabaseReadOnly,
    DatabaseClosed,
    DiskBroken,
    DiskFull,
    DatabaseDamaged,
    DatabaseFailed,
    DatabaseNewer,
    DatabaseForeign,
    // States of a service
    ServiceOff,
    NoPolicyYet,
    StoppedBy,
    StoppedBySomebody,
    OnFreePort,
    ListenTaken,
    ListenNotHere,
    ListenForbidden,
    ListenFailed,
    Count, // not a fault
};
Q_ENUM_NS(Fault)

// Its name as it crosses the control channel: "portTwice". Empty for None.
QString faultWord(Fault fault);
// Empty for a word that this version does not know.
std::optional<Fault> faultFromWord(QStringView word);

// The English text with its places %1, %2 …; a key for translation in the context `faultContext`. Null for None.
const char* faultText(Fault fault);
// How many arguments its text has places for.
qsizetype argumentCount(Fault fault);
inline constexpr const char* faultContext = "sallyport::Fault";

// `text` with %1, %2 … replaced by the arguments, each once and as they are: a "%2" inside an argument stays.
QString withArguments(const QString& text, const QStringList& arguments);

// An error with the fault's code and its English text as detail. `arguments` are as many as argumentCount(); what the
// text quotes of them is the beginning of a long one, as excerpt() has it.
Error makeError(Fault fault, const QString& subject, const QStringList& arguments = {});

} // namespace sallyport
