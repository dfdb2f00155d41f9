package dev.whippet.json;

import java.math.BigDecimal;
import java.math.BigInteger;
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
import java.util.function.Function;
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
  private final Function<JsonParser, Object> conversion;

  /// @param conversion gives null for a token of another kind
  private ScalarReader(
      Class<?> type, String expected, Object absent, Function<JsonParser, Object> conversion) {
    super(type, type.getTypeName());
    this.expected = expected;
    this.absent = absent;
    this.conversion = conversion;
  }

  /// The reader for a class of scalars.
  ///
  /// @param type a class
  /// @return null if it is none
  public static ScalarReader of(Class<?> type) {
    if (type == String.class || type == CharSequence.class) {
      return text(type, "a string", text -> text);
    } else if (type == int.class || type == Integer.class) {
      return integer(type, 0, Integer.MIN_VALUE, Integer.MAX_VALUE, value -> (int) value);
    } else if (type == long.class || type == Long.class) {
      return integer(type, 0L, Long.MIN_VALUE, Long.MAX_VALUE, value -> value);
    } else if (type == boolean.class || type == Boolean.class) {
      return new ScalarReader(
          type, "true or false", type.isPrimitive() ? false : null, ScalarReader::toBoolean);
    } else if (type == double.class || type == Double.class) {
      return number(type, 0.0, JsonParser::getDoubleValue);
    } else if (type == float.class || type == Float.class) {
      return number(type, 0.0f, JsonParser::getFloatValue);
    } else if (type == short.class || type == Short.class) {
      return integer(type, (short) 0, Short.MIN_VALUE, Short.MAX_VALUE, value -> (short) value);
    } else if (type == byte.class || type == Byte.class) {
      return integer(type, (byte) 0, Byte.MIN_VALUE, Byte.MAX_VALUE, value -> (byte) value);
    } else if (type == char.class || type == Character.class) {
      Object absent = type.isPrimitive() ? '\0' : null;
      return new ScalarReader(type, "a string of one character", absent, ScalarReader::toCharacter);
    } else if (type == BigDecimal.class || type == Number.class) {
      return number(type, null, JsonParser::getDecimalValue);
    } else if (type == BigInteger.class) {
      return new ScalarReader(type, "an integer", null, ScalarReader::toBigInteger);
    } else if (type.isEnum()) {
      return text(type, "one of ", name -> constant(type, name));
    }
    return written(type);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Enum's own type parameter is the enum
  private static Object constant(Class<?> type, String name) {
    return Enum.valueOf((Class) type, name);
  }

  private static ScalarReader written(Class<?> type) {
    if (type == byte[].class) {
      return text(type, "a string in Base64", Base64.getDecoder()::decode);
    } else if (type == ByteBuffer.class) { // in AWS's event classes, as the next
      return text(
          type, "a string in Base64", text -> ByteBuffer.wrap(Base64.getDecoder().decode(text)));
    } else if (type == Date.class) {
      return new ScalarReader(type, "a time in seconds or in ISO 8601", null, ScalarReader::toDate);
    } else if (type == Instant.class) {
      return text(type, "a time as in '2026-01-31T12:00:00Z'", Instant::parse);
    } else if (type == LocalDate.class) {
      return text(type, "a date as in '2026-01-31'", LocalDate::parse);
    } else if (type == LocalDateTime.class) {
      return text(type, "a local time as in '2026-01-31T12:00:00'", LocalDateTime::parse);
    } else if (type == OffsetDateTime.class) {
      return text(type, "a time as in '2026-01-31T12:00:00+01:00'", OffsetDateTime::parse);
    } else if (type == ZonedDateTime.class) {
      return text(type, "a time as in '2026-01-31T12:00:00+01:00'", ZonedDateTime::parse);
    } else if (type == LocalTime.class) {
      return text(type, "a time of day as in '12:00:00'", LocalTime::parse);
    } else if (type == Duration.class) {
      return text(type, "a duration as in 'PT1M30S'", Duration::parse);
    } else if (type == Period.class) {
      return text(type, "a period as in 'P1Y2M'", Period::parse);
    } else if (type == Year.class) {
      return text(type, "a year as in '2026'", Year::parse);
    } else if (type == YearMonth.class) {
      return text(type, "a month as in '2026-01'", YearMonth::parse);
    } else if (type == ZoneId.class) {
      return text(type, "a time zone as in 'Europe/Berlin'", ZoneId::of);
    } else if (type == UUID.class) {
      return text(type, "a UUID", UUID::fromString);
    } else if (type == URI.class) {
      return text(type, "a URI", URI::create);
    }
    return null;
  }

  private static ScalarReader integer(
      Class<?> type, Object zero, long min, long max, LongFunction<Object> narrowing) {
    return new ScalarReader(
        type,
        "an integer from " + min + " to " + max,
        type.isPrimitive() ? zero : null,
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

  private static ScalarReader number(
      Class<?> type, Object zero, Function<JsonParser, Object> conversion) {
    return new ScalarReader(
        type,
        "a number",
        type.isPrimitive() ? zero : null,
        parser -> parser.currentToken().isNumeric() ? conversion.apply(parser) : null);
  }

  private static ScalarReader text(Class<?> type, String expected, Function<String, Object> parse) {
    return new ScalarReader(
        type,
        expected,
        null,
        parser ->
            parser.currentToken() == JsonToken.VALUE_STRING
                ? parse.apply(parser.getString())
                : null);
  }

  private static Object toBoolean(JsonParser parser) {
    return parser.currentToken().isBoolean() ? parser.getBooleanValue() : null;
  }

  private static Object toCharacter(JsonParser parser) {
    if (parser.currentToken() != JsonToken.VALUE_STRING || parser.getString().length() != 1) {
      return null;
    }
    return parser.getString().charAt(0);
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
    Object value;
    try {
      value = conversion.apply(parser);
    } catch (InputCoercionException e) { // a number out of range
      throw mismatch(parser, expected(), e);
    } catch (JacksonException e) { // not JSON from here on, or above a limit
      throw e;
    } catch (RuntimeException e) { // what the parsers of java.time and others throw
      throw mismatch(parser, expected(), e);
    }
    if (value == null) {
      throw mismatch(parser, expected());
    }
    return value;
  }

  /// An enum is asked for its constants only here: this may be made when a native image is built,
  /// where no class of the user's is initialised.
  private String expected() {
    return valueType().isEnum()
        ? expected + Arrays.toString(valueType().getEnumConstants())
        : expected;
  }
}
