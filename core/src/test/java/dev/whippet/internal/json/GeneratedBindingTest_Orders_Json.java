package dev.whippet.internal.json;

/// Stands for what the processor would generate.
final class GeneratedBindingTest_Orders_Json extends GeneratedBindingTest.OrdersBinding {}
