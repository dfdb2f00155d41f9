package dev.whippet.support;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A server whose every byte a test decides: each connection runs a script.
public class ScriptedServer implements Closeable {
  /// What to do with one connection.
  @FunctionalInterface
  public interface Script {
    void run(Peer peer) throws Exception;
  }

  private final ServerSocket listener;
  private final Script script;
  private final boolean recording;
  private final AtomicInteger connections = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();

  /// Runs the same script on each connection.
  public ScriptedServer(Script script) {
    this(script, true);
  }

  /// Runs the same script on each connection.
  ///
  /// @param recording whether requests are kept
  @SuppressWarnings("this-escape") // to a thread that starts when all fields are set
  public ScriptedServer(Script script, boolean recording) {
    this.script = script;
    this.recording = recording;
    try {
      listener = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("scripted-server").start(this::accept);
  }

  /// Runs one script after another, a connection each; further connections are reset.
  public static ScriptedServer sequence(Script... scripts) {
    return new ScriptedServer(peer -> {
      if (peer.connection() < scripts.length) {
        scripts[peer.connection()].run(peer);
      } else {
        peer.reset();
      }
    });
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        Peer peer = new Peer(socket, connections.getAndIncrement(), this);
        open.add(socket);
        Thread.ofPlatform().daemon().name("scripted-peer").start(() -> serve(peer, socket));
      } catch (IOException e) {
        // closed: the loop ends
      }
    }
  }

  private void serve(Peer peer, Socket socket) {
    try (socket) {
      script.run(peer);
    } catch (SocketException e) {
      // the client has gone, or the server was closed
    } catch (Throwable fault) {
      faults.add(fault);
    } finally {
      open.remove(socket);
    }
  }

  void record(RecordedRequest request) {
    if (recording) {
      requests.add(request);
    }
  }

  /// Host and port, as in AWS_LAMBDA_RUNTIME_API.
  public String authority() {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  /// How many connections came so far.
  public int connections() {
    return connections.get();
  }

  /// How many connections the server has not closed, nor seen closed, yet.
  public int openConnections() {
    return open.size();
  }

  /// All requests read whole so far.
  public List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  /// Requests whose method and path end like this, in the order in which they came.
  public List<RecordedRequest> requests(String end) {
    return requests.stream().filter(r -> (r.method() + " " + r.path()).endsWith(end)).toList();
  }

  /// Waits until there are so many requests whose method and path end like this.
  public List<RecordedRequest> awaitRequests(String end, int count) {
    Await.until(count + " requests " + end, () -> requests(end).size() >= count);
    return requests(end);
  }

  /// What scripts threw, other than by a broken connection.
  public List<Throwable> faults() {
    return List.copyOf(faults);
  }

  /// Waits for no one, and ends all connections.
  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!faults.isEmpty()) {
      throw new AssertionError("a script failed", faults.getFirst());
    }
  }

  static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
