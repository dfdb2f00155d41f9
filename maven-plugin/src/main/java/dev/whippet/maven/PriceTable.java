package dev.whippet.maven;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/// What Lambda charges, in US dollars.
///
/// @param region where
/// @param date when, as a text
/// @param millionRequests for a million requests, whatever they take
/// @param gbSecond for a GB-second, by architecture, `arm64` and `x86_64`
/// @see <a href="https://aws.amazon.com/lambda/pricing/">AWS Lambda pricing</a>
record PriceTable(
    String region, String date, BigDecimal millionRequests, Map<String, BigDecimal> gbSecond) {
  // Lambda's gigabyte has 1,024 of the megabytes in which memory is set
  private static final int MB_PER_GB = 1024;
  private static final int MS_PER_SECOND = 1000;
  private static final int MILLION = 1_000_000;

  /// The prices that come with the plugin.
  static PriceTable bundled() {
    try (InputStream file = PriceTable.class.getResourceAsStream("lambda-prices.properties")) {
      return read("lambda-prices.properties", new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The prices of a file with the keys of the plugin's own, such as those of another region.
  static PriceTable of(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      return read(file.toString(), reader);
    } catch (IOException e) {
      throw new PackagingException("cannot read the prices in " + file + ": " + e.getMessage(), e);
    }
  }

  private static PriceTable read(String name, Reader reader) throws IOException {
    Properties prices = new Properties();
    prices.load(reader);
    return new PriceTable(
        text(name, prices, "region"),
        text(name, prices, "date"),
        price(name, prices, "request.million"),
        Map.of(
            TargetPlatform.ARM64, price(name, prices, "gb-second.arm64"),
            TargetPlatform.X86_64, price(name, prices, "gb-second.x86_64")));
  }

  private static String text(String name, Properties prices, String key) {
    String value = prices.getProperty(key, "").strip();
    if (value.isEmpty()) {
      throw new PackagingException(
          "%s lacks '%s': expected region, date, request.million, gb-second.arm64, gb-second.x86_64"
              .formatted(name, key));
    }
    return value;
  }

  private static BigDecimal price(String name, Properties prices, String key) {
    String value = text(name, prices, key);
    try {
      return new BigDecimal(value);
    } catch (NumberFormatException e) {
      throw new PackagingException(
          "%s has '%s' for '%s': expected dollars, as 0.20".formatted(name, value, key), e);
    }
  }

  /// What a million invocations cost, without the requests themselves.
  ///
  /// @param architecture `arm64` or `x86_64`
  /// @param memory the function's, in MB
  /// @param millis what each takes; Lambda bills whole milliseconds
  /// @return dollars, exactly
  BigDecimal compute(String architecture, int memory, double millis) {
    return gbSecond
        .get(architecture)
        .multiply(BigDecimal.valueOf(memory))
        .multiply(BigDecimal.valueOf(billed(millis)))
        .multiply(BigDecimal.valueOf(MILLION / MS_PER_SECOND))
        .divide(BigDecimal.valueOf(MB_PER_GB), 12, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }

  /// The milliseconds that Lambda bills for such a time: a part of one counts as one.
  static long billed(double millis) {
    return (long) Math.ceil(millis);
  }
}
