# rollcall_generate(
#     TARGET <name>           the INTERFACE library to make; what links it can include the generated headers
#     SCHEMA_DIR <folder>     the folder with the *.schema.json files
#     NAMESPACE <namespace>   of the types; `shop::model` is included as <shop/model/all.hpp>
#     [OUTPUT_DIR <folder>]   where the headers' path begins; by default a folder <name> in the build folder
# )
#
# The headers are generated when the project is built, and again when a schema file or the generator has changed; one
# that stays the same keeps its time, so that nothing is compiled for it. Needs the target rollcall::codegen.
function(rollcall_generate)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "TARGET;SCHEMA_DIR;NAMESPACE;OUTPUT_DIR" "")
    if(NOT arg_TARGET OR NOT arg_SCHEMA_DIR OR NOT arg_NAMESPACE OR arg_UNPARSED_ARGUMENTS)
        message(
            FATAL_ERROR
            "rollcall_generate(TARGET <name> SCHEMA_DIR <folder> NAMESPACE <namespace> [OUTPUT_DIR <folder>])"
        )
    endif()
    if(NOT arg_OUTPUT_DIR)
        set(arg_OUTPUT_DIR ${arg_TARGET})
    endif()
    cmake_path(ABSOLUTE_PATH arg_SCHEMA_DIR NORMALIZE)
    cmake_path(ABSOLUTE_PATH arg_OUTPUT_DIR BASE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR} NORMALIZE)
    string(REPLACE "::" "/" path ${arg_NAMESPACE})
    set(stamp ${CMAKE_CURRENT_BINARY_DIR}/${arg_TARGET}.stamp)

    file(GLOB schema_files CONFIGURE_DEPENDS ${arg_SCHEMA_DIR}/*.schema.json)
    # A file that goes away is a change, too, but nothing would be newer for it.
    set(schema_list ${CMAKE_CURRENT_BINARY_DIR}/${arg_TARGET}.schema-files)
    file(CONFIGURE OUTPUT ${schema_list} CONTENT "${schema_files}\n" @ONLY)
    # What the schema generates is known once it has been generated. Ninja must be told, or it would not see in the
    # same run that a header has changed.
    file(GLOB headers CONFIGURE_DEPENDS ${arg_OUTPUT_DIR}/${path}/*.hpp)
    add_custom_command(
        OUTPUT ${stamp}
        BYPRODUCTS ${headers}
        COMMAND
            rollcall::codegen generate --schema ${arg_SCHEMA_DIR} --output ${arg_OUTPUT_DIR}/${path} --namespace
            ${arg_NAMESPACE}
        COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
        DEPENDS ${schema_files} ${schema_list} $<TARGET_FILE:rollcall::codegen>
        COMMENT "Generating ${arg_NAMESPACE} from ${arg_SCHEMA_DIR}"
        VERBATIM
    )
    add_custom_target(${arg_TARGET}-headers DEPENDS ${stamp})

    add_library(${arg_TARGET} INTERFACE)
    add_dependencies(${arg_TARGET} ${arg_TARGET}-headers)
    target_include_directories(${arg_TARGET} INTERFACE ${arg_OUTPUT_DIR})
    target_link_libraries(${arg_TARGET} INTERFACE rollcall::rollcall)
endfunction()
