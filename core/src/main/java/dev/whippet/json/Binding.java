package dev.whippet.json;

import tools.jackson.jr.ob.api.ValueReader;
import tools.jackson.jr.ob.api.ValueWriter;

/// How events are read and results written, without reflection.
///
/// The binding for a class `com.example.Hello` is the class `com.example.Hello_Json`, where core
/// looks for it; for a nested class `Outer.Inner` it is `Outer_Inner_Json`. For a handler's class
/// it reads the handler's events and writes its results; for any other class, it reads and writes
/// that class.
public interface Binding {
  /// The suffix of a binding's class name.
  String SUFFIX = "_Json";

  /// The reader of events.
  ///
  /// @return null if events are not read as JSON
  ValueReader reader();

  /// The writer of results.
  ///
  /// @return null if results are not written as JSON
  ValueWriter writer();

  /// An event with which to warm up: JSON that [#reader] reads, with each name it knows.
  ///
  /// @return JSON text
  String sample();
}
