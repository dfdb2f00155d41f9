package com.example.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HelloTest {
  @Test
  void greets() {
    Hello.Response response = new Hello().handle(new Hello.Request("Ada"), null);

    assertEquals(new Hello.Response("Hello, Ada"), response);
  }
}
