// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/http/head.h"

namespace sallyport::http
{

// By length first: most fields of most messages are Other and cost one comparison or none.
FieldName fieldName(std::string_view name)
{
    const auto is
        = [name](std::string_view word, FieldName id) { return equalsNoCase(name, word) ? id : FieldName::Other; };
    const auto either = [](FieldName first, FieldName second) { return first != FieldName::Other ? first : second; };
    switch (name.size()) {
    case 2:
        return is("TE", FieldName::Te);
    case 3:
        return is("Via", FieldName::Via);
    case 4:
        return either(is("Host", FieldName::Host), is("Date", FieldName::Date));
    case 6:
        return is("Expect", FieldName::Expect);
    case 7:
        return either(either(is("Upgrade", FieldName::Upgrade), is("Referer", FieldName::Referer)),
            is("Trailer", FieldName::Trailer));
    case 10:
        return either(either(is("Connection", FieldName::Connection), is("User-Agent", FieldName::UserAgent)),
            is("Keep-Alive", FieldName::KeepAlive));
    case 12:
        if (const FieldName id
            = either(is("Content-Type", FieldName::ContentType), is("Max-Forwards", FieldName::MaxForwards));
            id != FieldName::Other)
            return id;
        if (equalsNoCase(name, "Proxy-Status"))
            return FieldName::Other;
        break;
    case 13:
        if (equalsNoCase(name, "If-None-Match"))
            return FieldName::IfNoneMatch;
        if (equalsNoCase(name, "Authorization"))
            return FieldName::Authentication;
        break;
    case 14:
        if (equalsNoCase(name, "Content-Length"))
            return FieldName::ContentLength;
        if (equalsNoCase(name, "Sallyport-User"))
            return FieldName::SallyportUser;
        break;
    case 16:
        if (equalsNoCase(name, "WWW-Authenticate"))
            return FieldName::Authentication;
        break;
    case 17:
        return is("Transfer-Encoding", FieldName::TransferEncoding);
    case 18:
        if (equalsNoCase(name, "Sallyport-Computer"))
            return FieldName::SallyportComputer;
        break;
    case 19:
        if (equalsNoCase(name, "Authentication-Info"))
            return FieldName::Authentication;
        break;
    case 21:
        if (equalsNoCase(name, "Sallyport-Application"))
            return FieldName::SallyportApplication;
        break;
    default:
        break;
    }
    return startsWithNoCase(name, "Proxy-") ? FieldName::ProxyField : FieldName::Other;
}

} // namespace sallyport::http
