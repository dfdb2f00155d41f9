package dev.whippet.testing;

@LambdaTest(Greeter.class)
class LambdaTestInProcessTest extends LambdaTestContract {}
