package dev.whippet.image;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/// Knows the socket options that Linux has had since 4.12, the eldest of them for decades. The JDK
/// tries each on a socket of its own before it opens the first, in each start.
@TargetClass(className = "jdk.net.LinuxSocketOptions")
final class SocketOptions {
  private SocketOptions() {}

  @Substitute
  boolean quickAckSupported() {
    return true;
  }

  @Substitute
  boolean keepAliveOptionsSupported() {
    return true;
  }

  @Substitute
  boolean incomingNapiIdSupported() {
    return true;
  }
}
