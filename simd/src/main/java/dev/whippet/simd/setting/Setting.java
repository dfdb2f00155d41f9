package dev.whippet.simd.setting;

/// The forced tier and, in a native image, what it was built with. The builder initialises this
/// class (the jar's `native-image.properties` says so): there, all of it is constant, and what it
/// rules out is not in the image.
public final class Setting {
  /// Whether this is a native image, or becomes one.
  public static final boolean IN_IMAGE =
      System.getProperty("org.graalvm.nativeimage.imagecode") != null;

  /// What `whippet.simd` asks for: auto, scalar or vector.
  public static final String MODE = mode();

  /// Whether this is an image whose builder compiles the Vector API to vector instructions.
  public static final boolean IMAGE_HAS_VECTORS = IN_IMAGE && hasVectorApiSupport();

  /// Whether this is an image for ARM64.
  public static final boolean IMAGE_IS_AARCH64 = IN_IMAGE && isForAarch64();

  private Setting() {}

  private static String mode() {
    String mode = System.getProperty("whippet.simd", "auto");
    if (mode.equals("auto") || mode.equals("scalar") || mode.equals("vector")) {
      return mode;
    }
    throw new IllegalArgumentException(
        "whippet.simd is " + mode + ": expected auto, scalar or vector");
  }

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
      Class<?> aarch64 = Class.forName("org.graalvm.nativeimage.Platform$AARCH64");
      return (boolean)
          Class.forName("org.graalvm.nativeimage.Platform")
              .getMethod("includedIn", Class.class)
              .invoke(null, aarch64);
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
