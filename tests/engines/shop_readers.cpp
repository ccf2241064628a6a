#include "readers_of.hpp"

#include <shop/all.hpp>

namespace rollcall::engines {

const std::map<std::string_view, type_reader>& shop_readers()
{
    using namespace shop::borrowed;
    static const std::map<std::string_view, type_reader> readers = [] {
        auto result = readers_of<cardPayment, customer, employee, emptyThing, manyThings, order, orderLine, orderPage,
                                 payment, person, product, supplier, transferPayment>();
        // A file may give its type another name.
        result["orderList"] = result.at("orderPage");
        return result;
    }();
    return readers;
}

} // namespace rollcall::engines
