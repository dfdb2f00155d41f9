package dev.whippet.image;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.util.Random;

/// Names the files of Unix domain sockets that are bound to no name in particular. The JDK draws
/// from a SecureRandom for them, and so every use of a SocketChannel brings all security providers
/// into an image. That the file is new is seen to when it is made, not by its name.
@TargetClass(className = "sun.nio.ch.UnixDomainSockets")
final class SocketFileNames {
  private SocketFileNames() {}

  @Substitute
  static Random getRandom() {
    return new Random();
  }
}
