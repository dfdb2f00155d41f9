package dev.whippet.image;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.util.Locale;

/// Tells whether a sigma is the last letter of a word, which it is written otherwise in lower case.
/// The JDK divides the text into words by the rules of a language, and so brings those into every
/// image. These are the rules of the [Unicode Standard, table
/// 3-17](https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/#G54277).
@TargetClass(className = "java.lang.ConditionalSpecialCasing")
final class FinalSigma {
  private FinalSigma() {}

  /// @param index where the sigma is
  @Substitute
  static boolean isFinalCased(String text, int index, Locale locale) {
    int before = index;
    while (before > 0 && Property.isIgnorable(text.codePointBefore(before))) {
      before -= Character.charCount(text.codePointBefore(before));
    }
    int after = index + Character.charCount(text.codePointAt(index));
    while (after < text.length() && Property.isIgnorable(text.codePointAt(after))) {
      after += Character.charCount(text.codePointAt(after));
    }
    return before > 0
        && Property.isCased(text.codePointBefore(before))
        && (after == text.length() || !Property.isCased(text.codePointAt(after)));
  }

  /// Properties of characters.
  private static final class Property {
    private static boolean isCased(int letter) {
      return Character.isLowerCase(letter)
          || Character.isUpperCase(letter)
          || Character.isTitleCase(letter);
    }

    private static boolean isIgnorable(int character) {
      return switch (Character.getType(character)) {
        case Character.NON_SPACING_MARK,
            Character.ENCLOSING_MARK,
            Character.FORMAT,
            Character.MODIFIER_LETTER,
            Character.MODIFIER_SYMBOL ->
            !isCased(character);
        default -> "'.:\u00B7\u2018\u2019\u2024\u2027".indexOf(character) >= 0;
      };
    }
  }
}
