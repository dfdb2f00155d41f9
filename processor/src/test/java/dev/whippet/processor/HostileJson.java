package dev.whippet.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Makes of JSON what nobody should send.
final class HostileJson {
  private static final Pattern VALUE =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"(?!:)|-?[0-9][0-9.eE+-]*|true|false|null|[\\[{]");
  private static final Pattern NAME = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\":");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "\"\"",
          "\"x\"",
          "\"SMALL\"",
          "0",
          "-1",
          "3.0",
          "1e3",
          "1.5",
          "1e400",
          "-1e-400",
          "9".repeat(30),
          "9".repeat(1100),
          "3000000000",
          "[]",
          "{}",
          "[null]",
          "[[[]]]",
          "{\"a\":{\"a\":{}}}",
          "[1,\"2\",{}]",
          "\"" + "long ".repeat(20) + "\"",
          "{\"from\":2,\"to\":1}",
          "{\"clazz\":\"\"}",
          "{\"error\":\"e\"}",
          "{\"CLAZZ\":\"c\"}",
          "\"\\ud800\"",
          "NaN",
          "'x'",
          "/**/",
          "[".repeat(600),
          "{\"next\":".repeat(600),
          "");

  private HostileJson() {}

  static List<String> of(String json, Random random) {
    List<String> all = new ArrayList<>();
    all.add(json.substring(0, random.nextInt(json.length())));
    all.add(json + (random.nextBoolean() ? json : "x"));
    List<MatchResult> values = VALUE.matcher(json).results().toList();
    for (String value : VALUES) {
      MatchResult place = values.get(random.nextInt(values.size()));
      boolean scalar = !place.group().equals("[") && !place.group().equals("{");
      all.add(
          json.substring(0, place.start())
              + value
              + json.substring(scalar ? place.end() : place.start()));
    }
    List<MatchResult> names = NAME.matcher(json).results().toList();
    for (int i = 0; i < 5 && !names.isEmpty(); i++) {
      MatchResult place = names.get(random.nextInt(names.size()));
      String value = VALUES.get(random.nextInt(VALUES.size()));
      String before = json.substring(0, place.start());
      String after = json.substring(place.start());
      all.add(before + "\"unknown\":" + value + "," + after);
      all.add(before + place.group() + value + "," + after); // a duplicate, which comes first
      all.add(before + place.group().toUpperCase(java.util.Locale.ROOT) + value + "," + after);
    }
    return all;
  }
}
