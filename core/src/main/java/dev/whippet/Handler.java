package dev.whippet;

/// A Lambda function's code: takes one event, returns one result.
///
/// The event and the result are JSON, bound to `I` and `O`: records, beans, enums,
/// [java.util.List], [java.util.Map], [String], numbers and booleans, nested and generic as needed.
/// Two types stand for the payload itself, unparsed: `byte[]` and [java.io.InputStream]. [Void] as
/// output, or a null result, answers JSON `null`. An event that does not fit the type is answered
/// with an [EventFormatException]; the handler is not called.
///
/// One instance serves all invocations, one after another; with more than one invocation at a time
/// (`AWS_LAMBDA_MAX_CONCURRENCY` above 1, Lambda Managed Instances) it is called from several
/// threads and must be thread-safe.
///
/// Whatever [#handle] throws is reported to Lambda as this invocation's error, and the function
/// goes on with the next event. Only a [VirtualMachineError] other than [StackOverflowError] ends
/// the process after the report, since the JVM cannot be trusted after it.
///
/// @param <I> the event's type
/// @param <O> the result's type
@FunctionalInterface
public interface Handler<I, O> {
  /// Handles one event.
  ///
  /// @param event the event; null if the payload is JSON `null`
  /// @param context facts about this invocation
  /// @return the result; null is answered as JSON `null`
  /// @throws Exception reported to Lambda as the invocation's error
  O handle(I event, Context context) throws Exception;
}
