package dev.whippet.runtimeapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:9001, 127.0.0.1, 9001", "169.254.100.1:65535, 169.254.100.1, 65535",
    "[::1]:1, 0:0:0:0:0:0:0:1, 1", "localhost:80, 127.0.0.1, 80"
  })
  void hostAndPort(String authority, String address, int port) {
    Endpoint endpoint = Endpoint.parse(authority);
    assertEquals(authority, endpoint.authority());
    assertEquals(address, endpoint.address().getAddress().getHostAddress());
    assertEquals(port, endpoint.address().getPort());
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, expected host:port",
    "http://127.0.0.1:80, expected host:port",
    ":80, expected host:port",
    "127.0.0.1:65536, with a port from 1 to 65535",
    "127.0.0.1:0, with a port from 1 to 65535",
    "127.0.0.1:, with a port from 1 to 65535",
    "127.0.0.1:8x, with a port from 1 to 65535",
    "a.invalid:80, the host 'a.invalid' has no address",
    "1.invalid:80, the host '1.invalid' has no address"
  })
  void whatIsNoneSaysWhy(String authority, String why) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Endpoint.parse(authority));
    assertTrue(e.getMessage().startsWith("the Runtime API's address '" + authority + "'"));
    assertTrue(e.getMessage().contains(why), e::getMessage);
  }

  @Test
  void theUserAgentNamesTheVersionOfThePom() {
    assertEquals(System.getProperty("whippet.version").replace("-SNAPSHOT", ""), UserAgent.VERSION);
    assertEquals(
        "whippet/" + UserAgent.VERSION + "-java" + Runtime.version().feature(), UserAgent.VALUE);
  }
}
