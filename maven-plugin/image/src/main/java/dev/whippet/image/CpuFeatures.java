package dev.whippet.image;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/// Takes the processor for what the image was built for. The VM refuses to start on a lesser one,
/// and then asks once more, for vectors that code may choose at run time: code for x86-64-v3 has no
/// such choice, and in a virtual machine each question goes to its host.
@TargetClass(
    className = "com.oracle.svm.core.cpufeature.RuntimeCPUFeatureCheckImpl",
    onlyWith = Without.CpuFeatures.class)
final class CpuFeatures {
  private CpuFeatures() {}

  @Substitute
  void reinitialize() {}
}
