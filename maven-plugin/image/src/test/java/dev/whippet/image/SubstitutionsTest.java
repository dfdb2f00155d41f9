package dev.whippet.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Substitutions give what the methods give that they stand for.
class SubstitutionsTest {
  private static final long SEED = 20261122;

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0.0,
        -0.0,
        1.0,
        -1.5,
        0.1,
        Double.MIN_VALUE,
        -Double.MIN_NORMAL,
        Double.MAX_VALUE,
        Double.NaN,
        Double.NEGATIVE_INFINITY
      })
  void hexDigits(double number) {
    assertEquals(Double.toHexString(number), HexDigits.toHexString(number));
  }

  @Test
  void hexDigitsOfRandomNumbers() {
    Random random = new Random(SEED);
    for (int i = 0; i < 100_000; i++) {
      hexDigits(Double.longBitsToDouble(random.nextLong()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ΟΔΟΣ",
        "ΟΔΟΣ ΚΑΙ",
        "ΣΑΣ",
        "Σ",
        "1Σ",
        "Σ1",
        "ΑΣ.",
        "ΑΣ'Α",
        "ΑΣ\u0301",
        "Α\u0301Σ",
        "Α ΣΑ",
        "\uD835\uDC00Σ",
        "ΑΣ\uD835\uDC00"
      })
  void finalSigma(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    StringBuilder expected = new StringBuilder();
    StringBuilder actual = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 'Σ') {
        expected.append(lower.charAt(i));
        actual.append(FinalSigma.isFinalCased(text, i, Locale.ROOT) ? 'ς' : 'σ');
      }
    }
    assertEquals(expected.toString(), actual.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "12", "123", "1234", "1234567", "0.5", "1234.5678", "100000.25"})
  void groupedDigits(String number) {
    int decimals = number.contains(".") ? number.length() - number.indexOf('.') - 1 : 0;
    for (int width = 1; width < 16; width++) {
      assertEquals(
          String.format(
              Locale.ENGLISH, "%0," + width + "." + decimals + "f", Double.parseDouble(number)),
          new FormattedDigits()
              .localizedMagnitude(
                  null,
                  null,
                  number,
                  0,
                  FormattedDigits.Flags.GROUP | FormattedDigits.Flags.ZERO_PAD,
                  width,
                  Locale.ENGLISH)
              .toString());
    }
  }

  @Test
  void digitsGoBehindWhatIsThere() {
    StringBuilder text = new StringBuilder("-");
    new FormattedDigits()
        .localizedMagnitude(null, text, "x5", 1, FormattedDigits.Flags.ZERO_PAD, 4, null);
    assertEquals("-005", text.toString());
  }

  @Test
  void aDateThatIsLeftOutSaysHowToKeepIt() {
    String message =
        assertThrows(
                UnsupportedOperationException.class,
                () -> new FormattedDigits().printDateTime(null, null, null))
            .getMessage();
    assertEquals(
        "dates in format strings are not part of this native image, since no class or resource had one when it was built: package with -Dwhippet.trim=false",
        message);
  }

  @Test
  void missingMetadata() {
    assertEquals(
        "Cannot reflectively access field 'a.B#c': name it in the section 'reflection' of a reachability-metadata.json in META-INF/native-image and build the image again, see https://www.graalvm.org/latest/reference-manual/native-image/metadata/#reflection",
        MissingMetadata.registrationMessage(
            "access field", "'a.B#c'", "{}", "reflectively", "reflection", "reflection"));
  }
}
