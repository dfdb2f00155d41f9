package dev.whippet;

import dev.whippet.json.AnyReader;
import dev.whippet.json.AnyWriter;
import dev.whippet.json.Binding;
import tools.jackson.jr.ob.api.ValueReader;
import tools.jackson.jr.ob.api.ValueWriter;

/// Stands for what the processor would generate.
final class WithoutReflectionIT_Bound_Json implements Binding {
  @Override
  public ValueReader reader() {
    return AnyReader.INSTANCE;
  }

  @Override
  public ValueWriter writer() {
    return AnyWriter.INSTANCE;
  }

  @Override
  public String sample() {
    return "{}";
  }
}
