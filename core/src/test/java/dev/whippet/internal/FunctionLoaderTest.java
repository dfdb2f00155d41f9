package dev.whippet.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.Bootstrap;
import dev.whippet.Context;
import dev.whippet.Handler;
import dev.whippet.support.CapturedErr;
import dev.whippet.support.FunctionRun;
import dev.whippet.support.RuntimeApiDouble;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionLoaderTest {
  private static final AtomicReference<String> STARTED = new AtomicReference<>();

  private final RuntimeApiDouble lambda = new RuntimeApiDouble();

  @AfterEach
  void close() {
    lambda.close();
  }

  static class Echo implements Handler<Object, Object> {
    @Override
    public Object handle(Object event, Context context) {
      return event;
    }
  }

  static final class Main {
    private Main() {}

    public static void main(String[] args) {
      STARTED.set(args.length + " arguments");
    }
  }

  static final class InstanceMain extends Echo {
    public void main(String[] args) {
      STARTED.set("not static: " + args.length);
    }
  }

  static final class FailingMain {
    private FailingMain() {}

    public static void main(String[] args) throws IOException {
      if (args.length > 0) {
        throw new IOException("no configuration");
      }
    }
  }

  static final class WithParameter extends Echo {
    WithParameter(int size) {
      STARTED.set("with " + size);
    }
  }

  static final class Checked extends Echo {
    Checked() throws IOException {
      throw new IOException("no file");
    }
  }

  static final class Unchecked extends Echo {
    Unchecked() {
      throw new IllegalStateException("no state");
    }
  }

  static final class WithError extends Echo {
    WithError() {
      throw new AssertionError("no luck");
    }
  }

  abstract static class Abstract extends Echo {}

  @Test
  void aMainIsRun() {
    String[] args = {Main.class.getName()};
    assertEquals(0, FunctionLoader.start(args, FunctionRun.environment(lambda)));
    assertEquals("1 arguments", STARTED.get());
    assertEquals(0, lambda.requests().size());
  }

  @Test
  void bootstrapReturnsWhereTheMainDoes() {
    STARTED.set(null);
    Bootstrap.main(new String[] {Main.class.getName(), "more"});
    assertEquals("2 arguments", STARTED.get());
  }

  @ParameterizedTest
  @CsvSource({"Echo", "InstanceMain"})
  void aHandlerIsServed(String name) {
    lambda.event("1", "[1]").end();
    Map<String, String> environment =
        FunctionRun.environment(
            lambda, "_HANDLER", FunctionLoaderTest.class.getName() + "$" + name + "::handle");
    assertEquals(1, FunctionLoader.start(new String[0], environment));
    assertEquals("[1]", lambda.reply("1").text());
  }

  @ParameterizedTest
  @CsvSource({
    "$FailingMain, no configuration",
    "$WithParameter, has no constructor without parameters",
    "$Checked, 'no file\",\"errorType\":\"java.io.IOException'",
    "$Unchecked, no state",
    "$WithError, no luck",
    "$Abstract, cannot be made",
    "$Missing, is not there",
    "'', is no handler"
  })
  void whatCannotBeStartedIsAnInitError(String name, String message) {
    lambda.end();
    String[] args = {FunctionLoaderTest.class.getName() + name};
    try (CapturedErr log = new CapturedErr()) {
      assertEquals(1, FunctionLoader.start(args, FunctionRun.environment(lambda)));
      assertEquals(1, lambda.requests().size(), log::text);
    }
    String text = lambda.requests("/init/error").getFirst().text();
    assertTrue(text.contains(message), text);
  }

  @Test
  void withoutLambdaItIsOneLine() {
    for (Map<String, String> environment :
        List.of(Map.<String, String>of(), Map.of("AWS_LAMBDA_RUNTIME_API", "nonsense"))) {
      try (CapturedErr log = new CapturedErr()) {
        assertEquals(64, FunctionLoader.start(new String[0], environment));
        assertEquals(1, log.text().lines().count(), log::text);
        assertTrue(log.text().startsWith("whippet: "), log::text);
      }
    }
  }
}
