# Configures, builds and runs one of the consumers; CMakeLists.txt beside this file says with what.
file(REMOVE_RECURSE ${work})

if(consumer STREQUAL "installed")
    execute_process(
        COMMAND ${CMAKE_COMMAND} --install ${rollcall_build} --config "${config}" --prefix ${work}/first
        COMMAND_ERROR_IS_FATAL ANY
        OUTPUT_QUIET
    )
    # An installed package can be moved, and does not lean on the folders it was built from.
    file(RENAME ${work}/first ${work}/prefix)
    file(GLOB_RECURSE package_files ${work}/prefix/*.cmake)
    cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH tests)
    cmake_path(GET tests PARENT_PATH rollcall_source)
    foreach(package_file IN LISTS package_files)
        file(READ ${package_file} text)
        foreach(folder IN ITEMS ${rollcall_source}/ ${rollcall_build}/)
            string(FIND "${text}" ${folder} at)
            if(NOT at EQUAL -1)
                message(FATAL_ERROR "${package_file} names the folder ${folder}, which its users do not have")
            endif()
        endforeach()
    endforeach()
endif()

execute_process(
    COMMAND
        ${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/${consumer} -B ${work}/build -G ${generator} --no-warn-unused-cli
        -D CMAKE_CXX_COMPILER=${compiler} -D CMAKE_CXX_FLAGS=${flags} -D CMAKE_BUILD_TYPE=${config}
        -D CMAKE_PREFIX_PATH=${work}/prefix -D CONSUMER_CODEGEN=${codegen}
    COMMAND_ERROR_IS_FATAL ANY
)
execute_process(COMMAND ${CMAKE_COMMAND} --build ${work}/build --config "${config}" COMMAND_ERROR_IS_FATAL ANY)
execute_process(
    COMMAND ${CMAKE_CTEST_COMMAND} --output-on-failure --no-tests=error --build-config "${config}"
    WORKING_DIRECTORY ${work}/build
    COMMAND_ERROR_IS_FATAL ANY
)
