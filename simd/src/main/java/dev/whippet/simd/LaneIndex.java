package dev.whippet.simd;

import jdk.incubator.vector.FloatVector;

/// The vector 0, 1, 2 ... A class of its own, which no image reaches: where it is initialised, the
/// builder would leave the initialisation to the run time, and its constants would not be constant.
final class LaneIndex {
  static final FloatVector FLOATS = FloatVector.zero(FloatVector.SPECIES_PREFERRED).addIndex(1);

  private LaneIndex() {}
}
