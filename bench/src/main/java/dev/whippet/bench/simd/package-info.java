/// SIMD against plain loops and the libraries of the field.
package dev.whippet.bench.simd;
