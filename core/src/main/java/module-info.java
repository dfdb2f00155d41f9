/// The Whippet runtime: implement [dev.whippet.Handler] and serve an AWS Lambda function.
@SuppressWarnings(
    "requires-automatic") // AWS publishes no module name; absent unless the user adds it
module dev.whippet.core {
  // generated readers and writers are Jackson-jr's: its types appear in dev.whippet.json, in no
  // other
  // exported package
  requires transitive tools.jackson.jr.ob;
  requires org.slf4j;
  // the provider that the archetype adds; with another one, or none, core logs through that
  requires static org.slf4j.simple;
  // for functions written against AWS's RequestHandler
  requires static aws.lambda.java.core;

  exports dev.whippet;
  exports dev.whippet.json;
  exports dev.whippet.runtimeapi;
  // makes the log provider by its name
  exports dev.whippet.internal.logging to
      org.slf4j;
}
