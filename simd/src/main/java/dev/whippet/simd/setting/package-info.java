/// What is settled before the first operation. A package of its own, not exported, because the
/// native image builder initialises it as a whole, and late enough to know what it is building.
package dev.whippet.simd.setting;
