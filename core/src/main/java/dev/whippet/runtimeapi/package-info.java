/// A blocking client of the [Lambda Runtime
/// API](https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html), for those who write their
/// own loop.
package dev.whippet.runtimeapi;
