package dev.whippet.simd;

import java.util.Set;

/// Which code serves the operations of [SimdOps] now, and why.
///
/// @param vectorised the operations that the vector tier serves; all others are the scalar tier's
/// @param vectorBits the width of the vectors in bits; 0 if the vector tier serves nothing
/// @param reason why it is so and, where it could be otherwise, what to do
public record Tier(Set<Operation> vectorised, int vectorBits, String reason) {
  /// Takes an immutable copy of the set.
  ///
  /// @param vectorised the operations of the vector tier
  /// @param vectorBits the width of the vectors
  /// @param reason the reason
  public Tier {
    vectorised = Set.copyOf(vectorised);
  }

  /// The tier in one word.
  ///
  /// @return `scalar`, `vector`, or `mixed` where each serves some operations
  public String name() {
    if (vectorised.isEmpty()) {
      return "scalar";
    }
    return vectorised.size() == Operation.values().length ? "vector" : "mixed";
  }
}
