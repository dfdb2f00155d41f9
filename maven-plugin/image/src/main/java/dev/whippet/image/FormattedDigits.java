package dev.whippet.image;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import com.oracle.svm.core.annotate.TargetElement;
import java.util.Formatter;
import java.util.Locale;

/// Formats numbers in English, the only language an image has unless it is built with others. The
/// JDK looks each digit and separator up in the data of a language, and so brings java.text, all
/// calendars and the loggers of what may fail there. And leaves dates in format strings out, if no
/// class of the function has one.
@TargetClass(className = "java.util.Formatter", innerClass = "FormatSpecifier")
final class FormattedDigits {
  FormattedDigits() {}

  @Substitute
  @TargetElement(onlyWith = Without.Locales.class)
  StringBuilder localizedMagnitude(
      Formatter formatter,
      StringBuilder target,
      CharSequence value,
      int offset,
      int flags,
      int width,
      Locale locale) {
    StringBuilder text = target == null ? new StringBuilder() : target;
    int begin = text.length();
    int dot = offset;
    while (dot < value.length() && value.charAt(dot) != '.') {
      dot++;
    }
    for (int i = offset; i < value.length(); i++) {
      if ((flags & Flags.GROUP) != 0
          && i > offset
          && i < dot
          && (dot - i) % Flags.GROUP_SIZE == 0) {
        text.append(',');
      }
      text.append(value.charAt(i));
    }
    if ((flags & Flags.ZERO_PAD) != 0 && text.length() < width) {
      text.insert(begin, "0".repeat(width - text.length()));
    }
    return text;
  }

  @Substitute
  @TargetElement(onlyWith = Without.Locales.class)
  void localizedMagnitudeExp(
      Formatter formatter, StringBuilder target, char[] digits, int offset, Locale locale) {
    target.append(digits, offset, digits.length - offset);
  }

  @Substitute
  @TargetElement(onlyWith = Without.FormattedDates.class)
  @SuppressWarnings("DoNotCallSuggester") // the JDK calls it
  void printDateTime(Formatter formatter, Object date, Locale locale) {
    throw new UnsupportedOperationException(
        "dates in format strings are not part of this native image, since no class or resource had one when it was built: package with -Dwhippet.trim=false");
  }

  /// As in the JDK's class of this name.
  static final class Flags {
    static final int ZERO_PAD = 1 << 5;
    static final int GROUP = 1 << 6;

    private static final int GROUP_SIZE = 3;
  }

  /// The signs that go with these digits.
  @TargetClass(value = Formatter.class, onlyWith = Without.Locales.class)
  static final class Signs {
    private Signs() {}

    @Substitute
    static char getZero(Locale locale) {
      return '0';
    }

    @Substitute
    static char getDecimalSeparator(Locale locale) {
      return '.';
    }

    @Substitute
    static char getGroupingSeparator(Locale locale) {
      return ',';
    }

    @Substitute
    static char getMinusSign(Locale locale) {
      return '-';
    }
  }
}
