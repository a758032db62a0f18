// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/objects.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonValue>
#include <QSet>

#include <cmath>

namespace sallyport
{

namespace
{

// Values whose text is longer than this become objects of their own.
constexpr qsizetype inlineBytes = 1024;
// A run ends after an element whose checksum has these bits clear: 32 elements on average, 256 at most.
constexpr quint64 runMask = 31;
constexpr std::size_t longestRun = 256;

void appendString(QByteArray& out, const QString& text)
{
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += "\\u00";
            out += hex[c >> 4];
            out += hex[c & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

QByteArray numberText(const QJsonValue& value)
{
    const double number = value.toDouble();
    constexpr double exact = 9007199254740992.0; // 2^53
    if (std::floor(number) == number && std::abs(number) <= exact)
        return QByteArray::number(value.toInteger());
    return QByteArray::number(number, 'g', 17);
}

// FNV-1a with a final mix. Decides only where lists are cut, so it need not resist anybody; changing it costs space in
// existing files, not correctness.
quint64 checksum(const QByteArray& bytes)
{
    quint64 sum = 0xcbf29ce484222325U;
    for (const char c : bytes)
        sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    sum ^= sum >> 33;
    sum *= 0xff51afd7ed558ccdU;
    return sum ^ (sum >> 33);
}

class Encoder
{
public:
    explicit Encoder(ObjectTree& tree)
        : m_tree(tree)
    {
    }

    QByteArray encode(const QJsonValue& value)
    {
        switch (value.type()) {
        case QJsonValue::Bool:
            return value.toBool() ? QByteArray("true") : QByteArray("false");
        case QJsonValue::Double:
            return numberText(value);
        case QJsonValue::String: {
            QByteArray text;
            appendString(text, value.toString());
            return text;
        }
        case QJsonValue::Array:
            return encodeList(value.toArray());
        case QJsonValue::Object: {
            QByteArray text = encodeMembers(value.toObject());
            if (text.size() <= inlineBytes)
                return text;
            return reference("$ref", store("{\"value\":" + text + '}'));
        }
        default:
            return "null";
        }
    }

    // Members in the order of their names: QJsonObject keeps them so.
    QByteArray encodeMembers(const QJsonObject& object)
    {
        QByteArray text("{");
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (text.size() > 1)
                text += ',';
            const QString name = it.key();
            appendString(text, name.startsWith(u'$') ? QString(u'$' % name) : name);
            text += ':';
            text += encode(it.value());
        }
        return text + '}';
    }

    QByteArray store(const QByteArray& bytes)
    {
        QByteArray address = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        if (!m_seen.contains(address)) {
            m_seen.insert(address);
            m_tree.objects.emplace_back(address, bytes);
        }
        return address;
    }

private:
    static QByteArray reference(const char* kind, const QByteArray& address)
    {
        return QByteArray("{\"") + kind + "\":\"" + address.toHex() + "\"}";
    }

    QByteArray encodeList(const QJsonArray& list)
    {
        std::vector<QByteArray> texts;
        texts.reserve(static_cast<std::size_t>(list.size()));
        qsizetype size = 0;
        for (const QJsonValue& element : list) {
            texts.push_back(encode(element));
            size += texts.back().size() + 1;
        }
        if (size <= inlineBytes)
            return join("[", texts, 0, texts.size()) + ']';
        std::vector<QByteArray> level = cut("{\"items\":[", texts);
        while (level.size() > 1)
            level = cut("{\"nodes\":[", level);
        return QByteArray("{\"$list\":") + level.front() + '}';
    }

    static QByteArray join(const char* open, const std::vector<QByteArray>& texts, std::size_t from, std::size_t to)
    {
        QByteArray joined(open);
        for (std::size_t i = from; i < to; ++i) {
            if (i > from)
                joined += ',';
            joined += texts[i];
        }
        return joined;
    }

    // Stores runs of `texts` and gives their quoted addresses. At least two elements a run, so that levels shrink.
    std::vector<QByteArray> cut(const char* open, const std::vector<QByteArray>& texts)
    {
        std::vector<QByteArray> addresses;
        std::size_t from = 0;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const std::size_t length = i + 1 - from;
            const bool ends = length >= longestRun || (length >= 2 && (checksum(texts[i]) & runMask) == 0);
            if (!ends && i + 1 < texts.size())
                continue;
            addresses.push_back('"' + store(join(open, texts, from, i + 1) + "]}").toHex() + '"');
            from = i + 1;
        }
        return addresses;
    }

    ObjectTree& m_tree;
    QSet<QByteArray> m_seen;
};

} // namespace

ObjectTree encodeObjects(const QJsonObject& root)
{
    ObjectTree tree;
    Encoder encoder(tree);
    tree.root = encoder.store("{\"value\":" + encoder.encodeMembers(root) + '}');
    return tree;
}

} // namespace sallyport
