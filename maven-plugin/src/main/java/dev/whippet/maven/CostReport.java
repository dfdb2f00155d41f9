package dev.whippet.maven;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;

/// What a million requests would cost if each took as long as was measured here. AWS bills a cold
/// start's init with the invocation that caused it: for custom runtimes as ever, for all others
/// since August 2025.
///
/// @param prices what AWS charges
/// @param memory the function's, in MB
/// @param warmMs what a warm invocation takes; empty if it was not measured
/// @param coldMs what init and the first invocation take together
/// @see <a
///   href="https://aws.amazon.com/blogs/compute/aws-lambda-standardizes-billing-for-init-phase/">AWS
///   Lambda standardizes billing for INIT phase</a>
record CostReport(PriceTable prices, int memory, OptionalDouble warmMs, OptionalDouble coldMs) {
  // AWS, in the announcement: cold starts are typically under 1% of the invocations
  private static final BigDecimal COLD_SHARE = new BigDecimal("0.01");

  /// Of the medians of a report.
  static CostReport of(StartupReport report, PriceTable prices, int memory) {
    OptionalDouble init = report.median(StartupReport.INIT);
    OptionalDouble first = report.median(StartupReport.FIRST);
    OptionalDouble cold =
        init.isPresent() && first.isPresent()
            ? OptionalDouble.of(init.getAsDouble() + first.getAsDouble())
            : OptionalDouble.empty();
    return new CostReport(prices, memory, report.median(StartupReport.WARM), cold);
  }

  /// A section for the terminal; empty if nothing was measured that costs.
  String table() {
    if (warmMs.isEmpty() && coldMs.isEmpty()) {
      return "";
    }
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "%-29s %10s %10s%n",
            "cost per million requests",
            TargetPlatform.ARM64,
            TargetPlatform.X86_64));
    warmMs.ifPresent(millis -> row(table, "all warm", millis));
    coldMs.ifPresent(millis -> row(table, "all cold", millis));
    if (warmMs.isPresent() && coldMs.isPresent()) {
      line(table, "1% cold", mixed(TargetPlatform.ARM64), mixed(TargetPlatform.X86_64));
    }
    table.append(
        String.format(
            Locale.ROOT,
            "at %d MB; %s, prices of %s, requests $%s included; times as here%n",
            memory,
            prices.region(),
            prices.date(),
            prices.millionRequests()));
    return table.toString();
  }

  private void row(StringBuilder table, String label, double millis) {
    line(
        table,
        "%s, billed %d ms".formatted(label, PriceTable.billed(millis)),
        total(TargetPlatform.ARM64, millis),
        total(TargetPlatform.X86_64, millis));
  }

  private static void line(StringBuilder table, String label, BigDecimal arm64, BigDecimal x86) {
    table.append(
        String.format(Locale.ROOT, "%-29s %10s %10s%n", label, dollars(arm64), dollars(x86)));
  }

  private BigDecimal mixed(String architecture) {
    BigDecimal cold = total(architecture, coldMs.orElseThrow()).multiply(COLD_SHARE);
    BigDecimal warm =
        total(architecture, warmMs.orElseThrow()).multiply(BigDecimal.ONE.subtract(COLD_SHARE));
    return cold.add(warm);
  }

  private BigDecimal total(String architecture, double millis) {
    return prices.compute(architecture, memory, millis).add(prices.millionRequests());
  }

  private static String dollars(BigDecimal amount) {
    return "$" + amount.setScale(4, RoundingMode.HALF_UP).toPlainString();
  }
}
