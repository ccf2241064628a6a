# Installs what was built, and looks for the manual page and the completions where shells and man look for them. They are
# what the program prints of itself.
file(REMOVE_RECURSE ${work})
execute_process(
    COMMAND ${CMAKE_COMMAND} --install ${rollcall_build} --config "${config}" --prefix ${work}
    COMMAND_ERROR_IS_FATAL ANY
    OUTPUT_QUIET
)
foreach(
    printed IN
    ITEMS
        "share/man/man1/rollcall-validate.1|--man"
        "share/bash-completion/completions/rollcall-validate|--completion;bash"
        "share/zsh/site-functions/_rollcall_validate|--completion;zsh"
        "share/fish/vendor_completions.d/rollcall-validate.fish|--completion;fish"
)
    string(REGEX MATCH "(.*)\\|(.*)" printed "${printed}")
    set(file ${CMAKE_MATCH_1})
    set(words ${CMAKE_MATCH_2})
    execute_process(
        COMMAND ${work}/bin/rollcall-validate ${words}
        OUTPUT_VARIABLE expected
        COMMAND_ERROR_IS_FATAL ANY
    )
    file(READ ${work}/${file} text)
    if(NOT text STREQUAL expected)
        message(FATAL_ERROR "${file} is not what rollcall-validate ${words} prints")
    endif()
endforeach()
