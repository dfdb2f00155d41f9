/// SIMD kernels with a scalar tier for a short life and a vector tier for a long one.
package dev.whippet.simd;
