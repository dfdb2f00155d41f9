package dev.whippet;

import java.io.InputStream;

/// A Lambda function's code that sends its response while it makes it (response streaming).
///
/// When it throws matters: before the first byte has been sent, the invocation fails as that of a
/// [Handler] does; after it, the caller has got a part of the response, and learns of the error
/// behind it, in the trailer. What is thrown does not end the process, unless it is a
/// [VirtualMachineError] other than [StackOverflowError].
///
/// One instance serves all invocations; see [Handler] for threads.
///
/// @see <a
///   href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html">Response
///   streaming</a>
@FunctionalInterface
public interface StreamHandler {
  /// Handles one event.
  ///
  /// @param event the payload
  /// @param response takes the response; ended when the method returns
  /// @param context facts about this invocation
  /// @throws Exception reported to Lambda as the invocation's error
  void handle(InputStream event, ResponseStream response, Context context) throws Exception;
}
