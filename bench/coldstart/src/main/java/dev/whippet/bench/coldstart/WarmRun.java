package dev.whippet.bench.coldstart;

import dev.whippet.bench.report.Machine;
import dev.whippet.bench.report.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Invokes all candidates in turn, one event each, in processes that stay: whatever else the
/// machine does meets them alike, invocation by invocation.
///
/// @param candidates the first is what the others are compared with
/// @param event what each invocation gets
/// @param warmUp how many invocations of each do not count
/// @param invocations how many of each count
record WarmRun(List<Candidate> candidates, Event event, int warmUp, int invocations) {
  WarmResult measure() throws IOException {
    List<FunctionUnderTest> functions = new ArrayList<>();
    double[][] millis = new double[candidates.size()][invocations];
    List<Double> loads = new ArrayList<>(List.of(Machine.load()));
    try {
      for (Candidate candidate : candidates) {
        functions.add(new FunctionUnderTest(candidate, event));
        functions.getLast().awaitReady();
      }
      for (int i = -warmUp; i < invocations; i++) {
        for (int k = 0; k < functions.size(); k++) {
          // not always the same one after the same other
          int which = (k + Math.floorMod(i, functions.size())) % functions.size();
          FunctionUnderTest function = functions.get(which);
          long nanos = function.invoke();
          function.acknowledge();
          function.awaitReady();
          if (i >= 0) {
            millis[which][i] = nanos / 1e6;
          }
        }
      }
      loads.add(Machine.load());
    } finally {
      functions.forEach(FunctionUnderTest::close);
    }
    Map<String, Percentiles> percentiles = new LinkedHashMap<>();
    for (int k = 0; k < millis.length; k++) {
      percentiles.put(candidates.get(k).name(), Percentiles.of(millis[k]));
    }
    return new WarmResult(this, Machine.describe(), new Series(loads), percentiles);
  }
}
