package dev.whippet.processor;

import java.util.Map;
import javax.lang.model.type.TypeMirror;

/// The types that core's `ScalarReader` reads, each with a sample of it in JSON.
final class ScalarTypes {
  static final Map<String, String> SAMPLES =
      Map.ofEntries(
          Map.entry("boolean", "true"),
          Map.entry("byte", "1"),
          Map.entry("short", "1"),
          Map.entry("int", "1"),
          Map.entry("long", "1"),
          Map.entry("float", "1.5"),
          Map.entry("double", "1.5"),
          Map.entry("char", "\"a\""),
          Map.entry("byte[]", "\"YQ==\""),
          Map.entry("java.lang.Boolean", "true"),
          Map.entry("java.lang.Byte", "1"),
          Map.entry("java.lang.Short", "1"),
          Map.entry("java.lang.Integer", "1"),
          Map.entry("java.lang.Long", "1"),
          Map.entry("java.lang.Float", "1.5"),
          Map.entry("java.lang.Double", "1.5"),
          Map.entry("java.lang.Character", "\"a\""),
          Map.entry("java.lang.String", "\"a\""),
          Map.entry("java.lang.CharSequence", "\"a\""),
          Map.entry("java.lang.Number", "1"),
          Map.entry("java.math.BigDecimal", "1.5"),
          Map.entry("java.math.BigInteger", "1"),
          Map.entry("java.nio.ByteBuffer", "\"YQ==\""),
          Map.entry("java.util.Date", "1"),
          Map.entry("java.time.Instant", "\"2026-01-31T12:00:00Z\""),
          Map.entry("java.time.LocalDate", "\"2026-01-31\""),
          Map.entry("java.time.LocalDateTime", "\"2026-01-31T12:00:00\""),
          Map.entry("java.time.OffsetDateTime", "\"2026-01-31T12:00:00+01:00\""),
          Map.entry("java.time.ZonedDateTime", "\"2026-01-31T12:00:00+01:00\""),
          Map.entry("java.time.LocalTime", "\"12:00:00\""),
          Map.entry("java.time.Duration", "\"PT1M30S\""),
          Map.entry("java.time.Period", "\"P1Y2M\""),
          Map.entry("java.time.Year", "\"2026\""),
          Map.entry("java.time.YearMonth", "\"2026-01\""),
          Map.entry("java.time.ZoneId", "\"Z\""),
          Map.entry("java.util.UUID", "\"00000000-0000-0000-0000-000000000000\""),
          Map.entry("java.net.URI", "\"a\""));

  private ScalarTypes() {}

  static boolean contains(TypeMirror type) {
    return SAMPLES.containsKey(TypeNames.binary(type));
  }
}
