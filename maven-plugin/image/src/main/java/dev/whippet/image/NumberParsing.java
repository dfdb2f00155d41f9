package dev.whippet.image;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.math.BigDecimal;
import java.math.BigInteger;

/// Parses Jackson's numbers by the JDK. Jackson brings a parser of its own, which is quicker for
/// long numbers and has the same results; it, the memory segments it reads by, and the method
/// handles of those are half a megabyte of an image.
@TargetClass(className = "tools.jackson.core.io.NumberInput", onlyWith = Known.class)
final class NumberParsing {
  private NumberParsing() {}

  @Substitute
  static double parseDouble(String text, boolean fast) {
    return Double.parseDouble(text);
  }

  @Substitute
  static double parseDouble(char[] text, boolean fast) {
    return Double.parseDouble(new String(text));
  }

  @Substitute
  static double parseDouble(char[] text, int offset, int length, boolean fast) {
    return Double.parseDouble(new String(text, offset, length));
  }

  @Substitute
  static float parseFloat(String text, boolean fast) {
    return Float.parseFloat(text);
  }

  @Substitute
  static float parseFloat(char[] text, boolean fast) {
    return Float.parseFloat(new String(text));
  }

  @Substitute
  static float parseFloat(char[] text, int offset, int length, boolean fast) {
    return Float.parseFloat(new String(text, offset, length));
  }

  @Substitute
  static BigDecimal parseBigDecimal(String text) {
    return new BigDecimal(text);
  }

  @Substitute
  static BigDecimal parseBigDecimal(String text, boolean fast) {
    return new BigDecimal(text);
  }

  @Substitute
  static BigDecimal parseBigDecimal(char[] text) {
    return new BigDecimal(text);
  }

  @Substitute
  static BigDecimal parseBigDecimal(char[] text, boolean fast) {
    return new BigDecimal(text);
  }

  @Substitute
  static BigDecimal parseBigDecimal(char[] text, int offset, int length) {
    return new BigDecimal(text, offset, length);
  }

  @Substitute
  static BigDecimal parseBigDecimal(char[] text, int offset, int length, boolean fast) {
    return new BigDecimal(text, offset, length);
  }

  @Substitute
  static BigInteger parseBigInteger(String text, boolean fast) {
    return new BigInteger(text);
  }

  @Substitute
  static BigInteger parseBigIntegerWithRadix(String text, int radix, boolean fast) {
    return new BigInteger(text, radix);
  }
}
