package dev.whippet.simd;

/// What a native image was built with. The builder initialises this class (the jar's
/// `native-image.properties` says so), so its answers are constants of the image.
final class NativeImage {
  /// Whether this is a native image, or becomes one.
  static final boolean IN_IMAGE = System.getProperty("org.graalvm.nativeimage.imagecode") != null;

  /// Whether the builder compiles the Vector API to vector instructions.
  static final boolean VECTOR_API = IN_IMAGE && hasVectorApiSupport();

  static final boolean AARCH64 = IN_IMAGE && isForAarch64();

  private NativeImage() {}

  /// The builder registers this feature of its own if, and only if, Vector API support is switched
  /// on and the module is there. A builder that knows no such feature gets the scalar tier.
  private static boolean hasVectorApiSupport() {
    try {
      Class<?> feature = Class.forName("com.oracle.svm.hosted.VectorAPIFeature");
      return (boolean)
          Class.forName("org.graalvm.nativeimage.ImageSingletons")
              .getMethod("contains", Class.class)
              .invoke(null, feature);
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  private static boolean isForAarch64() {
    try {
      Class<?> platform = Class.forName("org.graalvm.nativeimage.Platform");
      Class<?> aarch64 = Class.forName("org.graalvm.nativeimage.Platform$AARCH64");
      return (boolean) platform.getMethod("includedIn", Class.class).invoke(null, aarch64);
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
