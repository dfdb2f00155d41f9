package dev.whippet.json;

import java.lang.reflect.Array;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import java.util.function.LongFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.jr.ob.impl.JSONReader;

/// Numbers, booleans, strings, and what is written as a string, as are constants of enums.
public final class ScalarReader extends StrictReader {
  private final String expected;
  private final Object absent;
  private final Conversion<JsonParser> conversion;

  /// What makes a value of a token, or of its text.
  ///
  /// @param <T> a parser at the token, or the text
  @FunctionalInterface
  public interface Conversion<T> {
    /// Makes the value.
    ///
    /// @param source the token or text
    /// @return null for a token of another kind
    /// @throws Exception if it stands for no value
    Object of(T source) throws Exception;
  }

  private ScalarReader(Class<?> type, String expected, Conversion<JsonParser> conversion) {
    super(type, type.getTypeName(), null);
    this.expected = expected;
    // the element of a new array is its type's zero
    this.absent = type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    this.conversion = conversion;
  }

  /// The reader for a class of scalars.
  ///
  /// @param type a class
  /// @return null if it is none
  public static ScalarReader of(Class<?> type) {
    if (type.isEnum()) {
      return text(type, "one of ", name -> constant(type, name));
    }
    // by names, since the JVM generates a switch over classes in each start
    return switch (type.getTypeName()) {
      case "java.lang.String", "java.lang.CharSequence" -> text(type, "a string", text -> text);
      case "int", "java.lang.Integer" ->
          integer(type, Integer.MIN_VALUE, Integer.MAX_VALUE, value -> (int) value);
      case "long", "java.lang.Long" ->
          integer(type, Long.MIN_VALUE, Long.MAX_VALUE, value -> value);
      case "short", "java.lang.Short" ->
          integer(type, Short.MIN_VALUE, Short.MAX_VALUE, value -> (short) value);
      case "byte", "java.lang.Byte" ->
          integer(type, Byte.MIN_VALUE, Byte.MAX_VALUE, value -> (byte) value);
      case "double", "java.lang.Double" -> number(type, JsonParser::getDoubleValue);
      case "float", "java.lang.Float" -> number(type, JsonParser::getFloatValue);
      case "java.math.BigDecimal", "java.lang.Number" -> number(type, JsonParser::getDecimalValue);
      case "java.math.BigInteger" ->
          new ScalarReader(type, "an integer", ScalarReader::toBigInteger);
      case "boolean", "java.lang.Boolean" ->
          new ScalarReader(type, "true or false", ScalarReader::toBoolean);
      case "char", "java.lang.Character" ->
          text(type, "a string of one character", ScalarReader::toCharacter);
      case "byte[]" -> text(type, "a string in Base64", Base64.getDecoder()::decode);
      case "java.nio.ByteBuffer" -> // in AWS's event classes, as the next
          text(
              type,
              "a string in Base64",
              text -> ByteBuffer.wrap(Base64.getDecoder().decode(text)));
      case "java.util.Date" ->
          new ScalarReader(type, "a time in seconds or in ISO 8601", ScalarReader::toDate);
      case "java.time.Instant" -> text(type, "a time as in '2026-01-31T12:00:00Z'", Instant::parse);
      case "java.time.LocalDate" -> text(type, "a date as in '2026-01-31'", LocalDate::parse);
      case "java.time.LocalDateTime" ->
          text(type, "a local time as in '2026-01-31T12:00:00'", LocalDateTime::parse);
      case "java.time.OffsetDateTime" ->
          text(type, "a time as in '2026-01-31T12:00:00+01:00'", OffsetDateTime::parse);
      case "java.time.ZonedDateTime" ->
          text(type, "a time as in '2026-01-31T12:00:00+01:00'", ZonedDateTime::parse);
      case "java.time.LocalTime" -> text(type, "a time of day as in '12:00:00'", LocalTime::parse);
      case "java.time.Duration" -> text(type, "a duration as in 'PT1M30S'", Duration::parse);
      case "java.time.Period" -> text(type, "a period as in 'P1Y2M'", Period::parse);
      case "java.time.Year" -> text(type, "a year as in '2026'", Year::parse);
      case "java.time.YearMonth" -> text(type, "a month as in '2026-01'", YearMonth::parse);
      case "java.time.ZoneId" -> text(type, "a time zone as in 'Europe/Berlin'", ZoneId::of);
      case "java.util.UUID" -> text(type, "a UUID", UUID::fromString);
      case "java.net.URI" -> text(type, "a URI", URI::create);
      default -> null;
    };
  }

  /// The reader of a class without properties whose values are written as strings, as those of
  /// Joda-Time in AWS's event classes.
  ///
  /// @param type the class
  /// @param parse its static method `parse`
  /// @return the reader
  public static ScalarReader parsed(Class<?> type, Conversion<String> parse) {
    return text(type, "a string that its method 'parse' takes", parse);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Enum's own type parameter is the enum
  static Object constant(Class<?> type, String name) {
    return Enum.valueOf((Class) type, name);
  }

  private static ScalarReader integer(
      Class<?> type, long min, long max, LongFunction<Object> narrowing) {
    return new ScalarReader(
        type,
        "an integer from " + min + " to " + max,
        parser -> {
          long value;
          if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            value = parser.getLongValue();
          } else if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            value = parser.getDecimalValue().longValueExact(); // 3.0 and 1e3 are integers too
          } else {
            return null;
          }
          return value < min || value > max ? null : narrowing.apply(value);
        });
  }

  private static ScalarReader number(Class<?> type, Conversion<JsonParser> conversion) {
    return new ScalarReader(
        type,
        "a number",
        parser -> parser.currentToken().isNumeric() ? conversion.of(parser) : null);
  }

  private static ScalarReader text(Class<?> type, String expected, Conversion<String> conversion) {
    return new ScalarReader(
        type,
        expected,
        parser ->
            parser.currentToken() == JsonToken.VALUE_STRING
                ? conversion.of(parser.getString())
                : null);
  }

  private static Object toBoolean(JsonParser parser) {
    return parser.currentToken().isBoolean() ? parser.getBooleanValue() : null;
  }

  private static Object toCharacter(String text) {
    return text.length() == 1 ? text.charAt(0) : null;
  }

  @SuppressWarnings("JavaUtilDate") // as AWS's event classes have it
  private static Object toDate(JsonParser parser) {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return Date.from(OffsetDateTime.parse(parser.getString()).toInstant());
    }
    return parser.currentToken().isNumeric()
        ? new Date(Math.round(1000 * parser.getDoubleValue()))
        : null;
  }

  private static Object toBigInteger(JsonParser parser) {
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT ? parser.getBigIntegerValue() : null;
  }

  @Override
  public Object absent() {
    return absent;
  }

  @Override
  protected Object readValue(JSONReader reader, JsonParser parser) {
    Exception cause = null;
    try {
      Object value = conversion.of(parser);
      if (value != null) {
        return value;
      }
    } catch (Exception e) { // what the parsers of numbers, of java.time and others throw
      if (e instanceof JacksonException json && !(json instanceof InputCoercionException)) {
        throw json; // not JSON from here on, or above a limit
      }
      cause = e;
    }
    throw mismatch(parser, expected(), found(parser), cause);
  }

  /// An enum is asked for its constants only here: this may be made when a native image is built,
  /// where no class of the user's is initialised.
  private String expected() {
    return valueType().isEnum()
        ? expected + Arrays.toString(valueType().getEnumConstants())
        : expected;
  }
}
