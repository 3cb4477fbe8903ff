# The kernels are compiled once for each processor family; kernels.cc chooses among them at run time.
foreach(family IN ITEMS avx2 avx512)
  set(flags -mavx2 -mfma)
  if(family STREQUAL avx512)
    list(APPEND flags -mavx512f -mprefer-vector-width=512)
    if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
      # GCC 12 takes the undefined operands of its own AVX-512 headers for a mistake of ours.
      list(APPEND flags -Wno-maybe-uninitialized)
    endif()
  endif()
  set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/syntax/kernels_${family}.cc
    PROPERTIES COMPILE_OPTIONS "-O3;${flags}")
endforeach()
set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/syntax/kernels_plain.cc
  PROPERTIES COMPILE_OPTIONS "-O3")
