// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/objects.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonValue>
#include <QSet>

#include <cmath>
#include <string>
#include <string_view>

namespace sallyport
{

namespace
{

// Values whose text is longer than this become objects of their own.
constexpr std::size_t inlineBytes = 1024;
// A run ends after an element whose checksum has these bits clear: 32 elements on average, 256 at most.
constexpr quint64 runMask = 31;
constexpr std::size_t longestRun = 256;

void appendString(std::string& out, const QString& text)
{
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        if (c == '"' || c == '\\')
            out += {'\\', c};
        else if (static_cast<unsigned char>(c) < 0x20)
            out += {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
        else
            out += c;
    }
    out += '"';
}

void appendNumber(std::string& out, const QJsonValue& value)
{
    const double number = value.toDouble();
    constexpr double exact = 9007199254740992.0; // 2^53
    if (std::floor(number) == number && std::abs(number) <= exact)
        out += std::to_string(value.toInteger());
    else
        out += QByteArray::number(number, 'g', 17).toStdString();
}

// FNV-1a with a final mix. Decides only where lists are cut, so it need not resist anybody; changing it costs space in
// existing files, not correctness.
quint64 checksum(std::string_view bytes)
{
    quint64 sum = 0xcbf29ce484222325U;
    for (const char c : bytes)
        sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    sum ^= sum >> 33;
    sum *= 0xff51afd7ed558ccdU;
    return sum ^ (sum >> 33);
}

// Texts one behind the other.
struct Texts {
    std::string joined;
    std::vector<std::size_t> ends;

    std::string_view at(std::size_t i) const
    {
        const std::size_t begin = i == 0 ? 0 : ends[i - 1];
        return std::string_view(joined).substr(begin, ends[i] - begin);
    }
};

class Encoder
{
public:
    explicit Encoder(ObjectTree& tree)
        : m_tree(tree)
    {
    }

    // Members in the order of their names: QJsonObject keeps them so.
    void appendMembers(std::string& out, const QJsonObject& object)
    {
        out += '{';
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it != object.begin())
                out += ',';
            const QString name = it.key();
            appendString(out, name.startsWith(u'$') ? QString(u'$' % name) : name);
            out += ':';
            append(out, it.value());
        }
        out += '}';
    }

    QByteArray store(const std::string& bytes)
    {
        const auto size = static_cast<qsizetype>(bytes.size());
        QByteArray address = QCryptographicHash::hash(QByteArrayView(bytes.data(), size), QCryptographicHash::Sha256);
        if (!m_seen.contains(address)) {
            m_seen.insert(address);
            m_tree.objects.emplace_back(address, QByteArray(bytes.data(), size));
        }
        return address;
    }

private:
    void append(std::string& out, const QJsonValue& value)
    {
        switch (value.type()) {
        case QJsonValue::Bool:
            out += value.toBool() ? "true" : "false";
            break;
        case QJsonValue::Double:
            appendNumber(out, value);
            break;
        case QJsonValue::String:
            appendString(out, value.toString());
            break;
        case QJsonValue::Array:
            appendList(out, value.toArray());
            break;
        case QJsonValue::Object:
            appendObject(out, value.toObject());
            break;
        default:
            out += "null";
        }
    }

    void appendObject(std::string& out, const QJsonObject& object)
    {
        const std::size_t begin = out.size();
        appendMembers(out, object);
        if (out.size() - begin <= inlineBytes)
            return;
        const QByteArray address = store("{\"value\":" + out.substr(begin) + '}');
        out.resize(begin);
        out += "{\"$ref\":\"" + address.toHex().toStdString() + "\"}";
    }

    void appendList(std::string& out, const QJsonArray& list)
    {
        Texts texts;
        for (const QJsonValue& element : list) {
            append(texts.joined, element);
            texts.ends.push_back(texts.joined.size());
        }
        if (texts.joined.size() + texts.ends.size() <= inlineBytes) {
            out += join("[", texts, 0, texts.ends.size()) + ']';
            return;
        }
        texts = cut("{\"items\":[", texts);
        while (texts.ends.size() > 1)
            texts = cut("{\"nodes\":[", texts);
        out += "{\"$list\":" + texts.joined + '}';
    }

    static std::string join(const char* open, const Texts& texts, std::size_t from, std::size_t to)
    {
        std::string joined(open);
        for (std::size_t i = from; i < to; ++i) {
            if (i > from)
                joined += ',';
            joined += texts.at(i);
        }
        return joined;
    }

    // Stores runs of `texts` and gives their quoted addresses. At least two elements a run, so that levels shrink.
    Texts cut(const char* open, const Texts& texts)
    {
        Texts addresses;
        std::size_t from = 0;
        for (std::size_t i = 0; i < texts.ends.size(); ++i) {
            const std::size_t length = i + 1 - from;
            const bool ends = length >= longestRun || (length >= 2 && (checksum(texts.at(i)) & runMask) == 0);
            if (!ends && i + 1 < texts.ends.size())
                continue;
            addresses.joined += '"' + store(join(open, texts, from, i + 1) + "]}").toHex().toStdString() + '"';
            addresses.ends.push_back(addresses.joined.size());
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
    std::string text("{\"value\":");
    encoder.appendMembers(text, root);
    tree.root = encoder.store(text + '}');
    return tree;
}

} // namespace sallyport
