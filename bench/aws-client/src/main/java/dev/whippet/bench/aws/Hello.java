package dev.whippet.bench.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.File;

/// Greets by name, as the function measured for Whippet does. Beans instead of records, since the
/// JSON library inside AWS's client does not know records.
public final class Hello implements RequestHandler<Hello.Request, Hello.Response> {
  private static final String NATIVE_LIBRARY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  /// The event.
  public static final class Request {
    private String name;

    /// Made for each event.
    public Request() {}

    /// Whom to greet.
    ///
    /// @return a name
    public String getName() {
      return name;
    }

    /// Sets whom to greet.
    ///
    /// @param name a name
    public void setName(String name) {
      this.name = name;
    }
  }

  /// The result.
  public static final class Response {
    private final String message;

    Response(String message) {
      this.message = message;
    }

    /// The greeting.
    ///
    /// @return a sentence
    public String getMessage() {
      return message;
    }
  }

  /// Made once, at the start.
  public Hello() {}

  @Override
  public Response handleRequest(Request request, Context context) {
    return new Response("Hello, " + request.getName());
  }

  /// Starts AWS's client from within a linked JVM, where its own main class is in another module.
  ///
  /// @param args not used
  /// @throws Throwable what the client throws
  public static void main(String[] args) throws Throwable {
    // else the client copies its native library from the jar to /tmp at each start
    String library = System.getenv("LAMBDA_TASK_ROOT") + "/libaws-lambda-jni.so";
    if (new File(library).exists()) {
      System.setProperty(NATIVE_LIBRARY, library);
    }
    AWSLambda.main(new String[] {Hello.class.getName()});
  }
}
