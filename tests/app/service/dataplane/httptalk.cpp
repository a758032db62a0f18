// SPDX-License-Identifier: GPL-3.0-or-later
#include "httptalk.h"

namespace sallyport::testing
{

std::string receiveHead(BlockingSocket& socket)
{
    std::string head;
    while (!head.ends_with("\r\n\r\n")) {
        const std::string byte = socket.receive(1);
        if (byte.empty())
            break;
        head += byte;
    }
    return head;
}

std::string receiveMessage(BlockingSocket& socket)
{
    std::string message = receiveHead(socket);
    const std::string name = "\r\nContent-Length: ";
    if (const std::size_t at = message.find(name); at != std::string::npos)
        message += socket.receive(std::stoul(message.substr(at + name.size())));
    return message;
}

std::string receiveAll(BlockingSocket& socket)
{
    std::string all;
    while (true) {
        const std::string byte = socket.receive(1);
        if (byte.empty())
            return all;
        all += byte;
    }
}

std::string withLength(const std::string& startLine, const std::string& body)
{
    return startLine + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

} // namespace sallyport::testing
