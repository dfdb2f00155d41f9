package dev.whippet.internal.json;

/// A binding of another version of the processor, which knows what core does not.
final class GeneratedBindingTest_Failing_Json extends GeneratedBindingTest.OrdersBinding {
  GeneratedBindingTest_Failing_Json() {
    throw new NoSuchMethodError("dev.whippet.json.ObjectReader.newer");
  }
}
