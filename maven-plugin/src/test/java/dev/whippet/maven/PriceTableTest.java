package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceTableTest {
  private final PriceTable prices = PriceTable.bundled();

  @Test
  void theTableSaysWhereAndWhen() {
    assertEquals("us-east-1", prices.region());
    assertEquals(prices.date(), LocalDate.parse(prices.date()).toString());
    assertEquals(new BigDecimal("0.20"), prices.millionRequests());
  }

  /// A published example: a million requests of 500 ms at 128 MB, said to be $0.85 on arm64 and
  /// $1.06 on x86_64. Lambda's gigabyte has 1,024 MB, which makes it $0.83 and $1.04.
  @Test
  void aMillionRequestsOf500MsAt128Mb() {
    assertEquals(new BigDecimal("0.8333375"), prices.compute("arm64", 128, 500));
    assertEquals(new BigDecimal("1.04166875"), prices.compute("x86_64", 128, 500));
  }

  /// The example's own figures come of a gigabyte of 1,000 MB, and of cutting off after the cents.
  @Test
  void theExamplesFiguresAreThoseOfADecimalGigabyte() {
    assertEquals(new BigDecimal("0.85"), cents(prices.compute("arm64", 128, 500)));
    assertEquals(new BigDecimal("1.06"), cents(prices.compute("x86_64", 128, 500)));
  }

  private static BigDecimal cents(BigDecimal ofBinaryGigabytes) {
    return ofBinaryGigabytes.multiply(new BigDecimal("1.024")).setScale(2, RoundingMode.DOWN);
  }

  @Test
  void aPartOfAMillisecondIsBilledAsAWholeOne() {
    assertEquals(prices.compute("arm64", 512, 2), prices.compute("arm64", 512, 1.001));
    assertEquals(1, PriceTable.billed(0.04));
    assertEquals(52, PriceTable.billed(52));
  }

  @Test
  void aFileOfOnesOwnReplacesThePrices(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("prices.properties");
    String text =
        """
        region=eu-central-2
        date=2027-01-01
        request.million=0.3
        gb-second.arm64=0.00002
        gb-second.x86_64=0.00003
        """;
    Files.writeString(file, text);
    PriceTable own = PriceTable.of(file);
    assertEquals("eu-central-2", own.region());
    assertEquals(new BigDecimal("22"), own.compute("arm64", 1024, 1100));
    assertEquals(new BigDecimal("33"), own.compute("x86_64", 1024, 1100));

    Files.writeString(file, text.replace("date=2027-01-01\n", ""));
    PackagingException lacking = assertThrows(PackagingException.class, () -> PriceTable.of(file));
    assertTrue(lacking.getMessage().contains("lacks 'date'"), lacking.getMessage());

    Files.writeString(file, text.replace("0.00002", "cheap"));
    PackagingException odd = assertThrows(PackagingException.class, () -> PriceTable.of(file));
    assertTrue(
        odd.getMessage().endsWith("has 'cheap' for 'gb-second.arm64': expected dollars, as 0.20"),
        odd.getMessage());

    Path none = folder.resolve("none");
    PackagingException absent = assertThrows(PackagingException.class, () -> PriceTable.of(none));
    assertTrue(absent.getMessage().startsWith("cannot read the prices in"), absent.getMessage());
  }
}
