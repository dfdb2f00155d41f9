package dev.whippet.image;

import java.util.function.BooleanSupplier;

/// What the plugin has found that no class of a function names, and which its image is made
/// without: it tells native-image by system properties.
enum Without {
  LOCALES,
  FORMATTED_DATES,
  LOG_DATES,
  CPU_FEATURES;

  boolean isSet() {
    String name = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    return Boolean.getBoolean("whippet.without." + name);
  }

  /// No languages but English.
  static final class Locales implements BooleanSupplier {
    Locales() {}

    @Override
    public boolean getAsBoolean() {
      return LOCALES.isSet();
    }
  }

  /// No dates in format strings.
  static final class FormattedDates implements BooleanSupplier {
    FormattedDates() {}

    @Override
    public boolean getAsBoolean() {
      return FORMATTED_DATES.isSet();
    }
  }

  /// No choice of vectors at run time.
  static final class CpuFeatures implements BooleanSupplier {
    CpuFeatures() {}

    @Override
    public boolean getAsBoolean() {
      return CPU_FEATURES.isSet();
    }
  }
}
