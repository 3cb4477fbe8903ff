# The kernels are compiled once for each processor family; kernels.cc chooses among them at run time.
set(kernel_flags_plain)
set(kernel_flags_avx2 -mavx2)
set(kernel_flags_avxvnni -mavx2 -mavxvnni)
set(kernel_flags_avx512 -mavx2 -mavx512f -mavx512bw -mavx512vl -mavx512vnni
  -mprefer-vector-width=512)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # GCC 12 takes the undefined operands of its own AVX-512 headers for a mistake of ours.
  list(APPEND kernel_flags_avx512 -Wno-uninitialized -Wno-maybe-uninitialized)
endif()
foreach(family IN ITEMS plain avx2 avxvnni avx512)
  set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/syntax/kernels_${family}.cc
    PROPERTIES COMPILE_OPTIONS "-O3;-ffp-contract=off;${kernel_flags_${family}}")
endforeach()
