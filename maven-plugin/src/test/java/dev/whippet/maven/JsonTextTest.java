package dev.whippet.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  @Test
  void laysOutWithoutChangingAnything() {
    String text = "{\"a\":[1.10, -0,{ } , [ ]],\"b{,\\\"]\":\"x: [\\\\\",\"c\":null}";

    assertEquals(
        """
        {
          "a": [
            1.10,
            -0,
            {},
            []
          ],
          "b{,\\"]": "x: [\\\\",
          "c": null
        }\
        """,
        JsonText.pretty(text));
    assertEquals("\"text\"", JsonText.pretty(" \"text\"\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[1]", "\"x\"", "null", " 12.50 "})
  void knowsJson(String text) {
    assertTrue(JsonText.isValid(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{} {}", "{'a':1}", "hello", "[1,]"})
  void knowsWhatIsNotJson(String text) {
    assertFalse(JsonText.isValid(text));
    PackagingException e =
        assertThrows(
            PackagingException.class, () -> JsonText.check("-Ddata", text.getBytes(UTF_8)));
    assertTrue(e.getMessage().startsWith("-Ddata is not JSON: "), e::getMessage);
    assertNull(e.getCause());
  }

  @Test
  void saysWhereAndNothingOfTheParsersSettings() {
    PackagingException e =
        assertThrows(
            PackagingException.class, () -> JsonText.check("-Ddata", "{\"a\":1".getBytes(UTF_8)));

    assertEquals(
        "-Ddata is not JSON: Unexpected end-of-input: expected close marker for Object (line 1, column 7)",
        e.getMessage());
  }
}
