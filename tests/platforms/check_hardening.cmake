# Looks for what guards a program against mistakes in it:  cmake -D program=… -D is_optimised=… -P check_hardening.cmake
execute_process(
    COMMAND readelf --wide --file-header --program-headers --dynamic --symbols ${program}
    OUTPUT_VARIABLE told
    COMMAND_ERROR_IS_FATAL ANY
)

function(require pattern what)
    if(NOT told MATCHES "${pattern}")
        message(SEND_ERROR "${program}: ${what} (readelf tells nothing like ${pattern})")
    endif()
endfunction()

require("Type: +DYN" "it is loaded at the same address every time")
require("GNU_RELRO" "what the loader fills in can be written to afterwards")
require("Flags:[^\n]* NOW" "functions are looked up when they are called, in a table that can be written to")
require("GNU_STACK[^\n]* RW " "its stack can be run")
require("__stack_chk_fail" "an overwritten stack is not noticed")
require("__glibcxx_assert_fail" "containers are not asked whether an access is inside")
if(is_optimised)
    require("__[a-z]+_chk" "functions of C do not know how large a buffer is")
endif()
