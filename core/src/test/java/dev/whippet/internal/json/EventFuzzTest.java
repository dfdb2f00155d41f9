package dev.whippet.internal.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.whippet.EventFormatException;
import dev.whippet.internal.json.JsonBinding.EventReader;
import dev.whippet.json.AnyWriter;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Any bytes are an event of the type, or an [EventFormatException]; nothing else is thrown.
class EventFuzzTest {
  enum Size {
    SMALL,
    LARGE
  }

  @SuppressWarnings("ArrayRecordComponent") // events may be read into arrays
  record Everything(
      String text,
      int integer,
      Long number,
      double fraction,
      boolean flag,
      char letter,
      BigDecimal decimal,
      byte[] bytes,
      Instant instant,
      UUID uuid,
      Size size,
      Optional<Everything> nested,
      List<Map<String, Everything>> list,
      Map<Size, int[]> map,
      Object any) {}

  private static final JsonBinding JSON = new JsonBinding();
  private static final EventReader<Everything> RECORDS = JSON.reader(JavaType.of(Everything.class));
  private static final EventReader<Object> ANYTHING = JSON.reader(JavaType.of(Object.class));

  @FuzzTest(maxDuration = "1m")
  void anyBytesAreAnEventOrRefused(byte[] payload) {
    read(RECORDS, payload);
  }

  /// What can be read can be written, and is then the same.
  @FuzzTest(maxDuration = "1m")
  void whatIsReadIsWrittenTheSame(byte[] payload) {
    Object value = read(ANYTHING, payload);
    if (value != null) {
      byte[] written = write(value);
      assertArrayEquals(written, write(ANYTHING.read(written)));
    }
  }

  private static <T> T read(EventReader<T> reader, byte[] payload) {
    try {
      return reader.read(payload);
    } catch (EventFormatException e) {
      assertFalse(e.getMessage().isEmpty());
      return null;
    }
  }

  private static byte[] write(Object value) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    JSON.write(AnyWriter.INSTANCE, value, json);
    return json.toByteArray();
  }
}
