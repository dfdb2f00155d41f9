/// Tools to run and test a Lambda function on one's own machine: the Runtime API emulated in
/// process and on the command line, a JUnit 5 extension, and sample events.
module dev.whippet.testing {
  requires dev.whippet.core;
  // no Jackson type appears in an exported package
  requires tools.jackson.jr.ob;
  // needed by @LambdaTest alone, whose users have it: the emulator is used without JUnit too
  requires static transitive org.junit.jupiter.api;

  exports dev.whippet.testing;
}
