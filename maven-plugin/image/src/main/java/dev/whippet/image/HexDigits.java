package dev.whippet.image;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/// Writes a double in hexadecimal, as a format string may ask. The JDK takes the trailing zeros off
/// with a regular expression, and so brings those into every image.
@TargetClass(Double.class)
final class HexDigits {
  private HexDigits() {}

  @Substitute
  public static String toHexString(double d) {
    if (!Double.isFinite(d)) {
      return Double.toString(d);
    }
    String sign = Math.copySign(1, d) < 0 ? "-0x" : "0x";
    if (d == 0) {
      return sign + "0.0p0";
    }
    boolean normal = Math.abs(d) >= Double.MIN_NORMAL;
    long significand = Double.doubleToRawLongBits(d) << Double.SIZE - Double.PRECISION + 1;
    StringBuilder text = new StringBuilder(sign).append(normal ? "1." : "0.");
    do {
      text.append(Character.forDigit((int) (significand >>> Double.SIZE - 4), 16));
      significand <<= 4;
    } while (significand != 0);
    return text.append('p').append(normal ? Math.getExponent(d) : Double.MIN_EXPONENT).toString();
  }
}
