/// The Whippet runtime: implement [dev.whippet.Handler] and serve an AWS Lambda function.
module dev.whippet.core {
  // no Jackson type appears in an exported package
  requires tools.jackson.jr.ob;
  requires org.slf4j;

  exports dev.whippet;
  exports dev.whippet.runtimeapi;
}
