/// Run a Lambda function as Lambda does, without Lambda.
///
/// - [dev.whippet.testing.RuntimeApiEmulator] is Lambda's side of the Runtime API.
/// - [dev.whippet.testing.FunctionProcess] starts a `bootstrap` against it.
/// - [dev.whippet.testing.InProcessFunction] runs a handler against it in this JVM.
/// - [dev.whippet.testing.LambdaTest] does any of these for a JUnit 5 test class.
/// - [dev.whippet.testing.LambdaFunction] is what each of them is to a test.
/// - [dev.whippet.testing.SampleEvents] are events in the shapes of AWS's services.
/// - [dev.whippet.testing.Main] is the command line.
package dev.whippet.testing;
