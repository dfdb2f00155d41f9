/// See the one class in it.
module dev.whippet.examples.simdsearch {
  requires dev.whippet.core;
  requires dev.whippet.simd;

  opens dev.whippet.examples.simdsearch;
}
