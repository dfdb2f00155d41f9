package app;

import dev.whippet.Context;
import dev.whippet.Handler;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.text.NumberFormat;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import javax.security.auth.Subject;

/** Uses what a function may use of java.base, and that a smaller JVM might lack. */
public class UsesJdk implements Handler<Map<String, String>, Map<String, Object>> {
  @Override
  public Map<String, Object> handle(Map<String, String> event, Context context) throws Exception {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("tls", tls());
    facts.put("authorities", authorities() > 50);
    facts.put("signed", signed());
    facts.put("sealed", sealed());
    facts.put("time", time());
    facts.put("text", text());
    facts.put("sorted", sorted());
    facts.put("process", process());
    facts.put("language", new Subject().toString().lines().findFirst().orElseThrow());
    facts.put("null", isNull(null));
    facts.put("nullInJdk", isNullInJdk());
    facts.put("line", line() > 0);
    facts.put("classes", classes() > 5000);
    return facts;
  }

  private static String tls() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = UsesJdk.class.getResourceAsStream("/keys.p12")) {
      store.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust(store).getTrustManagers(), null);
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (SSLServerSocket server =
        (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 1, loopback)) {
      FutureTask<Void> served =
          new FutureTask<>(() -> {
            try (var socket = server.accept()) {
              socket.getOutputStream().write('!');
            }
            return null;
          });
      Thread.ofVirtual().start(served);
      try (SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket("localhost", server.getLocalPort())) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        int answer = socket.getInputStream().read();
        served.get();
        return socket.getSession().getProtocol() + (char) answer;
      }
    }
  }

  private static TrustManagerFactory trust(KeyStore store) throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    return trust;
  }

  private static int authorities() throws Exception {
    return ((X509TrustManager) trust(null).getTrustManagers()[0]).getAcceptedIssuers().length;
  }

  private static boolean signed() throws Exception {
    KeyPair keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    byte[] signed = signature.sign();
    signature.initVerify(keys.getPublic());
    return signature.verify(signed);
  }

  private static String sealed() throws Exception {
    SecretKey key = KeyGenerator.getInstance("AES").generateKey();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, key);
    byte[] sealed = cipher.doFinal("secret".getBytes(StandardCharsets.UTF_8));
    Cipher opener = Cipher.getInstance("AES/GCM/NoPadding");
    opener.init(Cipher.DECRYPT_MODE, key, cipher.getParameters());
    return new String(opener.doFinal(sealed), StandardCharsets.UTF_8);
  }

  private static String time() {
    return DateTimeFormatter.ofPattern("EEEE, MMMM d, HH:mm zzzz", Locale.US)
        .format(LocalDateTime.of(2026, 7, 1, 12, 0).atZone(ZoneId.of("Europe/Berlin")));
  }

  private static String text() {
    return String.join(
        " ",
        Normalizer.normalize("A\u030a", Normalizer.Form.NFC),
        Character.getName('e'),
        "Gr\u00fc\u00dfe".toUpperCase(Locale.GERMAN),
        new String("\u4f60".getBytes(Charset.forName("GB18030")), Charset.forName("GB18030")),
        NumberFormat.getCurrencyInstance(Locale.US).format(1234.5),
        Boolean.toString("x".matches("\\p{IsLatin}")));
  }

  private static boolean sorted() {
    int[] numbers = new Random(1).ints(100_000).toArray();
    Arrays.sort(numbers);
    return IntStream.range(1, numbers.length).allMatch(i -> numbers[i - 1] <= numbers[i]);
  }

  private static String process() throws Exception {
    Process process = new ProcessBuilder("echo", "hello").start();
    try (InputStream in = process.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private static String isNull(String missing) {
    try {
      return missing.trim();
    } catch (NullPointerException e) {
      return e.getMessage();
    }
  }

  private static String isNullInJdk() {
    try {
      return Boolean.toString("abc".contains(null));
    } catch (NullPointerException e) {
      return e.getMessage();
    }
  }

  private static int line() {
    try {
      return Integer.parseInt("no number");
    } catch (NumberFormatException e) {
      return Arrays.stream(e.getStackTrace()).mapToInt(StackTraceElement::getLineNumber).min().orElseThrow();
    }
  }

  private static long classes() throws Exception {
    try (var tree =
        Files.walk(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base"))) {
      return tree.filter(file -> file.toString().endsWith(".class")).count();
    }
  }
}
