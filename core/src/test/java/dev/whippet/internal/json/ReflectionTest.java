package dev.whippet.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class ReflectionTest {
  @Test
  void isThereUnlessLeftOutAndSaysWhatToDoIfItIs() {
    assertFalse(Reflection.LEFT_OUT);
    assertEquals(
        "cannot write com.example.Receipt as JSON: it has no binding by whippet-processor, and reflection is left out; name it in a handler's class, annotate it with @Bind, or package with -Dwhippet.reflection=true (docs/json.md#without-reflection)",
        Reflection.missing("write", "com.example.Receipt").getMessage());
  }
}
