package dev.whippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.support.Await;
import dev.whippet.support.ForkedJvm;
import dev.whippet.support.FunctionRun;
import dev.whippet.support.RecordedRequest;
import dev.whippet.support.ScriptedServer;
import dev.whippet.support.Wire;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A million invocations: nothing grows, and every reply is that to its event.
@Tag("soak")
class SoakIT {
  private static final int COUNT = Integer.getInteger("whippet.soak.count", 1_000_000);
  private static final int SAMPLES = 40;

  /// Answers a record of its request id and the event.
  static final class Echo implements Handler<Echo.Event, Echo.Result> {
    record Event(int number, String text) {}

    record Result(String id, int number, String text) {}

    @Override
    public Result handle(Event event, Context context) {
      return new Result(context.requestId(), event.number(), event.text());
    }
  }

  /// Hands out numbered events, and checks each reply against its event.
  private static final class Numbers {
    private final AtomicInteger handedOut = new AtomicInteger();
    private final AtomicInteger matched = new AtomicInteger();
    private final BitSet answered = new BitSet(COUNT);
    private final ScriptedServer server =
        new ScriptedServer(
            peer -> {
              while (true) {
                RecordedRequest request = peer.readRequest();
                if (request == null) {
                  return;
                } else if (request.method().equals("GET")) {
                  peer.send(next());
                } else {
                  check(request);
                  peer.send(Wire.ACCEPTED);
                }
              }
            },
            false);

    private String next() {
      int number = handedOut.getAndIncrement();
      return number >= COUNT
          ? Wire.response(500, "the end")
          : Wire.event("id-" + number, "{\"number\":" + number + ",\"text\":\"gr\u00fc\u00df\"}");
    }

    private void check(RecordedRequest reply) {
      int number = Integer.parseInt(reply.path().replaceAll(".*/id-|/response", ""));
      String expected =
          "{\"id\":\"id-" + number + "\",\"number\":" + number + ",\"text\":\"gr\u00fc\u00df\"}";
      synchronized (answered) {
        if (!reply.text().equals(expected) || answered.get(number)) {
          throw new AssertionError("reply to " + number + ": " + reply.text());
        }
        answered.set(number);
      }
      matched.incrementAndGet();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16})
  void nothingGrowsAndEveryReplyMatches(int concurrency) {
    Numbers numbers = new Numbers();
    try (ScriptedServer server = numbers.server;
        ForkedJvm jvm =
            ForkedJvm.start(
                FunctionRun.environment(
                    server, "AWS_LAMBDA_MAX_CONCURRENCY", Integer.toString(concurrency)),
                "-Xmx32m",
                "-Xms32m",
                "-XX:+AlwaysPreTouch",
                "dev.whippet.Bootstrap",
                Echo.class.getName())) {
      Sampler rss = new Sampler("RSS in KiB", () -> jvm.statusKib("VmRSS"));
      Sampler files = new Sampler("open files", jvm::openFiles);
      Sampler threads = new Sampler("threads", () -> jvm.statusKib("Threads"));
      for (int i = 1; i < SAMPLES; i++) {
        int until = (int) ((long) COUNT * i / SAMPLES);
        Await.progress("invocation " + until, numbers.matched, until);
        rss.sample(i);
        files.sample(i);
        threads.sample(i);
      }
      assertEquals(1, jvm.status(), jvm::output);
      assertEquals(COUNT, numbers.matched.get());
      assertEquals(concurrency, server.connections());
      rss.report(concurrency);
      files.report(concurrency);
      threads.report(concurrency);
      assertTrue(rss.growth() <= 0.02, () -> "RSS grew by " + 100 * rss.growth() + "%");
      assertTrue(files.growth() <= 0 && threads.growth() <= 0);
    }
  }

  /// The greatest value in the first half of the run, behind its warm-up, and in the second.
  private static final class Sampler {
    private final String what;
    private final LongSupplier source;
    private long first;
    private long second;

    Sampler(String what, LongSupplier source) {
      this.what = what;
      this.source = source;
    }

    void sample(int index) {
      long value = source.getAsLong();
      if (index < SAMPLES / 2) {
        first = Math.max(first, value);
      } else {
        second = Math.max(second, value);
      }
    }

    double growth() {
      return (double) (second - first) / first;
    }

    void report(int concurrency) {
      System.out.println(
          "soak of "
              + COUNT
              + ", concurrency "
              + concurrency
              + ": "
              + what
              + " at most "
              + first
              + " in the first half, "
              + second
              + " in the second");
    }
  }
}
