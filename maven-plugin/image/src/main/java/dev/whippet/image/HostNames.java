package dev.whippet.image;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.net.InetAddress;
import java.net.spi.InetAddressResolver;

/// Asks the system for the addresses of hosts. The JDK can read a file of them that a system
/// property names, for tests of its own, and brings the scanner for it into every image.
@TargetClass(InetAddress.class)
final class HostNames {
  private HostNames() {}

  @Substitute
  static InetAddressResolver createBuiltinInetAddressResolver() {
    return (InetAddressResolver) (Object) new BySystem();
  }

  @TargetClass(value = InetAddress.class, innerClass = "PlatformResolver")
  static final class BySystem {
    @Alias
    BySystem() {}
  }
}
