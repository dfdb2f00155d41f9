package dev.whippet.support;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// A Runtime API that hands out the events it was given, and takes every reply. It says 500 to
/// `/next` when it is told to end, which ends the function.
public final class RuntimeApiDouble extends ScriptedServer {
  private static final String END = Wire.response(500, "the test is over");

  private final BlockingQueue<Script> deliveries;
  private final AtomicInteger unfinished;
  private final Map<String, String> answers;

  public RuntimeApiDouble() {
    this(new LinkedBlockingQueue<>(), new AtomicInteger(), new ConcurrentHashMap<>());
  }

  private RuntimeApiDouble(
      BlockingQueue<Script> deliveries, AtomicInteger unfinished, Map<String, String> answers) {
    super(peer -> {
      boolean busy = false;
      try {
        for (RecordedRequest request; (request = peer.readRequest()) != null; ) {
          if (busy) {
            unfinished.decrementAndGet();
            busy = false;
          }
          if (request.path().equals("/2018-06-01/runtime/invocation/next")) {
            Script delivery = deliveries.take();
            busy = true;
            delivery.run(peer);
          } else if (request.path().equals("/2020-01-01/extension/event/next")) {
            peer.hold();
          } else {
            peer.send(answer(answers, request.path()));
          }
        }
      } finally {
        if (busy) {
          unfinished.decrementAndGet();
        }
      }
    });
    this.deliveries = deliveries;
    this.unfinished = unfinished;
    this.answers = answers;
  }

  private static String answer(Map<String, String> answers, String path) {
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      if (path.endsWith(answer.getKey())) {
        return answer.getValue();
      }
    }
    return path.endsWith("/restore/next")
        ? Wire.response(200, "")
        : path.endsWith("/register")
            ? "HTTP/1.1 200 OK\r\nLambda-Extension-Identifier: ext-1\r\nContent-Length: 2\r\n\r\n{}"
            : Wire.ACCEPTED;
  }

  /// Adds an event.
  public RuntimeApiDouble event(String id, String payload) {
    return delivery(Wire.event(id, payload));
  }

  /// Adds an event with further headers.
  public RuntimeApiDouble event(String id, String payload, Map<String, String> headers) {
    return delivery(Wire.event(id, payload, headers));
  }

  /// Adds an answer to `/next`, byte by byte as given.
  public RuntimeApiDouble delivery(String wire) {
    return delivery(peer -> peer.send(wire));
  }

  /// Adds what to do about the next `/next`.
  public RuntimeApiDouble delivery(Script script) {
    unfinished.incrementAndGet();
    deliveries.add(script);
    return this;
  }

  /// Answers all requests whose path ends like this with these bytes.
  public RuntimeApiDouble answer(String pathEnd, String wire) {
    answers.put(pathEnd, wire);
    return this;
  }

  /// Lets the function end when the deliveries before are done with, by whichever worker.
  public RuntimeApiDouble end() {
    deliveries.add(peer -> {
      Await.until("the end of all deliveries", () -> unfinished.get() <= 0);
      peer.send(END);
    });
    return this;
  }

  /// The replies to an event: those to `/response` and to `/error`.
  public List<RecordedRequest> replies(String id) {
    return requests().stream().filter(r -> r.path().contains("/invocation/" + id + "/")).toList();
  }

  /// The only reply to an event.
  public RecordedRequest reply(String id) {
    List<RecordedRequest> replies = replies(id);
    if (replies.size() != 1) {
      throw new AssertionError("expected one reply to " + id + ", got " + replies);
    }
    return replies.getFirst();
  }
}
