package dev.whippet.testing;

import dev.whippet.json.Binding;
import tools.jackson.jr.ob.api.ValueReader;
import tools.jackson.jr.ob.api.ValueWriter;

/// Stands for what the processor would generate.
final class NativeMetadataTest_Inherited_Json implements Binding {
  @Override
  public ValueReader reader() {
    return null;
  }

  @Override
  public ValueWriter writer() {
    return null;
  }

  @Override
  public String sample() {
    return "";
  }
}
