package dev.whippet.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Tells what of the tools for building, packaging and deploying a function is there, in which
 * version, and what to do about the rest. Never fails.
 */
@Mojo(name = "doctor", requiresProject = false, threadSafe = true)
public final class DoctorMojo extends AbstractWhippetMojo {
  /** The function's architecture, `x86_64` or `arm64`; this machine's if not given. */
  @Parameter(property = "whippet.architecture")
  private String architecture;

  /** Made by Maven, which then sets the parameters. */
  public DoctorMojo() {}

  @Override
  @SuppressWarnings("SystemOut") // the findings are this goal's result, wanted with -q too
  void run() {
    new Checkup(
            System.getenv(),
            jdkHome(),
            TargetPlatform.ofMachine(),
            TargetPlatform.known(architecture))
        .findings()
        .forEach(System.out::println);
  }
}
