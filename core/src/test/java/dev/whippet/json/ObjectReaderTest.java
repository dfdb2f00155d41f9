package dev.whippet.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.whippet.EventFormatException;
import dev.whippet.internal.json.JsonBinding;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonParser;
import tools.jackson.jr.ob.impl.JSONReader;

/// The reader of a bean, as `whippet-processor` would write it.
class ObjectReaderTest {
  private static final JsonBinding JSON = new JsonBinding();
  private static final StrictReader STRING = ScalarReader.of(String.class);

  /// Reads the value of a property `id`, `ID` or `name` as a list of both.
  private static final class BeanReader extends ObjectReader {
    BeanReader() {
      super(List.class, "com.example.Bean");
    }

    @Override
    protected Object readValue(JSONReader reader, JsonParser parser) {
      String found = "";
      for (String field; (field = parser.nextName()) != null; ) {
        parser.nextToken();
        switch (declared(field, "id", "ID", "name")) {
          case "id" -> found += "id=" + STRING.read(reader, parser) + " ";
          case "ID" -> found += "ID=" + STRING.read(reader, parser) + " ";
          case "name" -> found += "name=" + STRING.read(reader, parser) + " ";
          default -> parser.skipChildren();
        }
      }
      if (found.isEmpty()) {
        throw refusal(parser, new IOException("no properties"));
      }
      return found.strip();
    }
  }

  private static Object read(String json) {
    return JSON.reader(new BeanReader()).read(json.getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#', // as single quotes stand for double ones here
      value = {
        "{'id':'1','ID':'2'}         | id=1 ID=2",
        "{'Id':'1'}                  | id=1",
        "{'NAME':'n','other':{'id':'1'},'iD':null} | name=n id=null",
      })
  void aNameIsThatOfAPropertyWhateverItsCase(String json, String expected) {
    assertEquals(expected, read(json.replace('\'', '"')));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#', // as single quotes stand for double ones here
      value = {
        "[]          | the event: expected an object for com.example.Bean, got an array",
        "'text'      | the event: expected an object for com.example.Bean, got the string 'text'",
        "{'Name':{}} | the event at /Name: expected a string for java.lang.String, got an object",
        "{}          | the event: com.example.Bean refuses its values: java.io.IOException: no properties",
      })
  void whatIsRefusedIsNamed(String json, String expected) {
    Exception e = assertThrows(EventFormatException.class, () -> read(json.replace('\'', '"')));
    assertEquals(expected, e.getMessage().substring(0, expected.length()));
  }
}
