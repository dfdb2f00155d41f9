package dev.whippet.testing;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Random ids that look like Lambda's. Nobody has to be kept from guessing them, and a secure
/// random number generator would cost the start more than all else.
final class Ids {
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private Ids() {}

  static String random() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = (random.nextLong() & ~0xf000L) | VERSION_4;
    long low = (random.nextLong() >>> 2) | VARIANT;
    return new UUID(high, low).toString();
  }
}
