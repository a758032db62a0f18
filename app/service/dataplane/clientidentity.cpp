// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/clientidentity.h"

#include <QStringDecoder>

namespace sallyport
{

namespace
{

constexpr std::size_t longestIdentity = 256;

bool isIdentity(std::string_view text)
{
    if (text.size() > longestIdentity || text.find('\t') != std::string_view::npos)
        return false;
    // Stateless: an unfinished character at the end is an error, too.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return !decoder.hasError();
}

} // namespace

std::optional<ClientIdentity> identify(const http::RequestHead& head)
{
    const auto read = [&head](http::FieldName name, std::string_view& value) {
        value = head.value(name);
        return head.count(name) <= 1 && isIdentity(value);
    };
    ClientIdentity identity;
    const bool good = read(http::FieldName::SallyportApplication, identity.application)
        && read(http::FieldName::SallyportUser, identity.user)
        && read(http::FieldName::SallyportComputer, identity.computer);
    return good ? std::optional(identity) : std::nullopt;
}

} // namespace sallyport
