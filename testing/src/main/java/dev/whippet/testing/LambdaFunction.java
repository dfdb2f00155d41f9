package dev.whippet.testing;

/// A function that can be invoked, wherever it runs. Safe for use by several threads: an invocation
/// waits until a worker of the function is free.
public interface LambdaFunction {
  /// Invokes the function and waits for its answer.
  ///
  /// @param invocation the event and what goes with it
  /// @return the answer, an error of the function included; never null
  InvocationResult invoke(Invocation invocation);

  /// Invokes the function and waits for its answer.
  ///
  /// @param event the event, usually JSON
  /// @return the answer, an error of the function included; never null
  default InvocationResult invoke(String event) {
    return invoke(Invocation.of(event));
  }

  /// Invokes the function and waits for its answer.
  ///
  /// @param event the event, usually JSON in UTF-8
  /// @return the answer, an error of the function included; never null
  default InvocationResult invoke(byte[] event) {
    return invoke(Invocation.of(event));
  }
}
