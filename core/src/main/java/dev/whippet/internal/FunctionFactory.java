package dev.whippet.internal;

import dev.whippet.Handler;
import dev.whippet.StreamHandler;
import dev.whippet.internal.json.GeneratedBinding;
import dev.whippet.internal.json.JavaType;
import dev.whippet.internal.json.JsonBinding;
import dev.whippet.internal.json.JsonBinding.EventReader;
import dev.whippet.json.Binding;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import tools.jackson.jr.ob.api.ValueWriter;

/// Makes the user's handler a [Function]. Types that cannot be bound are found here, at the start.
final class FunctionFactory {
  private final LambdaEnvironment environment;
  private JsonBinding json;

  FunctionFactory(LambdaEnvironment environment) {
    this.environment = environment;
  }

  LambdaEnvironment environment() {
    return environment;
  }

  /// @param handler a handler of any kind
  /// @return the function
  /// @throws IllegalArgumentException if it is no handler, or one whose types cannot be bound
  @SuppressWarnings("IfChainToSwitch") // which costs every start, see JavaType
  Function function(Object handler) {
    if (handler instanceof StreamHandler stream) {
      return new Function.Streaming(stream);
    } else if (handler instanceof TypedLambda<?, ?> lambda) {
      return typed(
          lambda.handler(),
          reader(JavaType.of(lambda.input()), GeneratedBinding.find(lambda.input())),
          writer(JavaType.of(lambda.output()), GeneratedBinding.find(lambda.output())));
    } else if (handler instanceof Handler<?, ?> typed) {
      return declared(typed.getClass(), Handler.class, typed);
    } else if (handler == null) {
      throw new IllegalArgumentException("the handler is null");
    }
    Function aws = AwsHandlers.function(handler, this);
    if (aws == null) {
      throw new IllegalArgumentException(
          "%s is no handler: expected an implementation of dev.whippet.Handler or dev.whippet.StreamHandler"
              .formatted(handler.getClass().getName()));
    }
    return aws;
  }

  /// The function of a handler whose class says its types, as arguments of an interface.
  <I, O> Function.Buffered declared(Class<?> type, Class<?> handlerType, Handler<I, O> handler) {
    Binding binding = GeneratedBinding.find(type);
    if (binding != null && binding.reader() != null && binding.writer() != null) {
      return typed(handler, reader(null, binding), writer(null, binding)); // all there is to know
    }
    JavaType types = JavaType.of(type).as(handlerType);
    if (types.argument(0).isPartlyErased() || types.argument(1).isPartlyErased()) {
      throw new IllegalArgumentException(
          "the event's type of %s is not known, since lambdas, raw types and type variables have none: use run(In.class, Out.class, handler), or a class that implements %s<In, Out>"
              .formatted(type.getName(), handlerType.getSimpleName()));
    }
    return typed(handler, reader(types.argument(0), binding), writer(types.argument(1), binding));
  }

  private static <I, O> Function.Buffered typed(
      Handler<I, O> handler, EventReader<I> reader, ResultWriter writer) {
    return (event, result, context) ->
        writer.write(handler.handle(reader.read(event), context), result);
  }

  @SuppressWarnings("unchecked") // I is the input's class
  private <I> EventReader<I> reader(JavaType input, Binding binding) {
    if (binding != null && binding.reader() != null) {
      return json().primed(binding);
    } else if (input.raw() == byte[].class) {
      return event -> (I) event;
    } else if (input.raw() == InputStream.class) {
      return event -> (I) new ByteArrayInputStream(event);
    }
    return json().reader(input);
  }

  /// Made when a type needs it, since a handler of bytes starts in half the time without.
  JsonBinding json() {
    if (json == null) {
      json = new JsonBinding();
    }
    return json;
  }

  private interface ResultWriter {
    void write(Object result, PayloadBuffer target) throws Exception;
  }

  private ResultWriter writer(JavaType output, Binding binding) {
    ValueWriter generated = binding == null ? null : binding.writer();
    if (generated == null && output.raw() == byte[].class) {
      return (result, target) -> target.write(result == null ? NULL : (byte[]) result);
    } else if (generated == null && output.raw() == InputStream.class) {
      return (result, target) -> {
        try (InputStream stream =
            result == null ? new ByteArrayInputStream(NULL) : (InputStream) result) {
          stream.transferTo(target);
        }
      };
    }
    ValueWriter writer = generated != null ? generated : json().writer(output);
    JsonBinding jackson = json();
    return (result, target) -> jackson.write(writer, result, target);
  }

  private static final byte[] NULL = {'n', 'u', 'l', 'l'};
}
