/// The same function on AWS's own Java runtime client.
package dev.whippet.bench.aws;
