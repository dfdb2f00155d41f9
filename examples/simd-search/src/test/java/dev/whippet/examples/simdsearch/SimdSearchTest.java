package dev.whippet.examples.simdsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.testing.InvocationResult;
import dev.whippet.testing.LambdaFunction;
import dev.whippet.testing.LambdaTest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@LambdaTest(SimdSearch.class)
class SimdSearchTest {
  private static final Pattern RESULT =
      Pattern.compile("\\{\"matches\":\\[(.*)],\"quantized\":\\[(.*)],\"recall\":([^,}]+)}");
  private static final Pattern MATCH = Pattern.compile("\\{\"row\":(\\d+),\"score\":([-+.\\dE]+)}");

  /// The function's result, read back.
  private record Found(List<Match> matches, List<Match> quantized, double recall) {
    static Found by(LambdaFunction function, String event) {
      InvocationResult result = function.invoke(event);
      Matcher fields = RESULT.matcher(result.text());
      assertTrue(fields.matches(), result.toString());
      return new Found(
          list(fields.group(1)), list(fields.group(2)), Double.parseDouble(fields.group(3)));
    }

    private static List<Match> list(String json) {
      List<Match> matches = new ArrayList<>();
      for (Matcher match = MATCH.matcher(json); match.find(); ) {
        matches.add(new Match(Integer.parseInt(match.group(1)), Float.parseFloat(match.group(2))));
      }
      return matches;
    }
  }

  @Test
  void aRowIsItsOwnNearestAndQuantisationFindsNearlyAll(LambdaFunction function) {
    double recall = 0;
    for (int row = 0; row < 50; row++) {
      Found found = Found.by(function, "{\"row\":" + row * 199 + ",\"k\":10}");
      assertEquals(10, found.matches().size());
      assertEquals(row * 199, found.matches().getFirst().row());
      assertEquals(1, found.matches().getFirst().score(), 1e-6);
      assertEquals(row * 199, found.quantized().getFirst().row());
      assertEquals(10, found.quantized().size());
      assertEquals(SimdSearch.recall(found.matches(), found.quantized()), found.recall());
      recall += found.recall() / 50;
    }
    assertTrue(recall > 0.9, "recall of 10 among 10,000 with bytes: " + recall);
  }

  @Test
  void aVectorMayBeAnything(LambdaFunction function) {
    String vector =
        IntStream.range(0, 768).mapToObj(String::valueOf).collect(Collectors.joining(","));
    Found found = Found.by(function, "{\"vector\":[" + vector + "],\"k\":3}");
    assertEquals(3, found.matches().size());
    assertTrue(found.matches().get(0).score() >= found.matches().get(2).score());
  }

  @Test
  void queriesOutOfRangeAreRefusedByName(LambdaFunction function) {
    refused(function, "{\"row\":10000,\"k\":3}", "row is 10000: expected 0 to 9999");
    refused(function, "{\"row\":1,\"k\":0}", "k is 0: expected 1 to 1000");
    refused(function, "{\"vector\":[1.0],\"k\":1}", "vector has 1 numbers: expected 768");
  }

  private static void refused(LambdaFunction function, String event, String message) {
    InvocationResult result = function.invoke(event);
    assertEquals(message, result.error().orElseThrow().message());
  }
}
