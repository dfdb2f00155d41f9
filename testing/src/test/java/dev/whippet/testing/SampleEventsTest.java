package dev.whippet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SampleEventsTest {
  static Stream<String> names() {
    return SampleEvents.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void areJsonObjects(String name) throws IOException {
    assertFalse(Json.object(SampleEvents.load(name).getBytes(UTF_8)).isEmpty());
  }

  @Test
  void areTwelve() {
    assertEquals(12, SampleEvents.names().size());
    assertEquals(SampleEvents.names().stream().sorted().toList(), SampleEvents.names());
  }

  @ParameterizedTest
  @CsvSource({
    "sqs, eventSource, aws:sqs",
    "sns, EventSource, aws:sns",
    "s3, eventSource, aws:s3",
    "dynamodb, eventSource, aws:dynamodb",
    "kinesis, eventSource, aws:kinesis",
  })
  void nameTheirSource(String name, String field, String source) throws IOException {
    Map<String, Object> event = Json.object(SampleEvents.load(name).getBytes(UTF_8));
    for (Object entry : (List<?>) event.get("Records")) {
      assertEquals(source, ((Map<?, ?>) entry).get(field));
    }
  }

  @Test
  void listsTheNamesIfThereIsNone() {
    var e = assertThrows(IllegalArgumentException.class, () -> SampleEvents.load("../sqs"));
    assertTrue(e.getMessage().contains("apigateway-v2"), e.getMessage());
  }
}
