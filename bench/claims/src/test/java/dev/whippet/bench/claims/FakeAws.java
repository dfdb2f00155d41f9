package dev.whippet.bench.claims;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/// A command `aws` in a folder of its own, for the PATH: it notes the calls, and answers those of
/// `lambda invoke` with the recorded logs, one after the other.
final class FakeAws {
  private final Path folder;

  FakeAws(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    Path program = folder.resolve("aws");
    Files.writeString(
        program,
        """
        #!/bin/sh
        here=%s
        printf '%%s\\n' "$*" >> "$here/calls"
        [ "$1" != --region ] || shift 2
        if [ -f "$here/fail" ] && echo "$*" | grep -q "$(head -1 "$here/fail")"; then
          tail -1 "$here/fail" >&2
          mv "$here/fail" "$here/failed"
          exit 255
        fi
        case "$1 $2" in
          'iam create-role') echo arn:aws:iam::123456789012:role/made ;;
          'lambda invoke')
            number=$(cat "$here/number" 2> /dev/null || echo 0)
            echo $((number + 1)) > "$here/number"
            cat "$here/answer-$number"
            for file; do :; done
            echo '{"errorMessage":"recorded"}' > "$file"
            [ ! -f "$here/interrupt" ] || kill -TERM "$PPID"
            ;;
          *) echo '{}' ;;
        esac
        """
            .formatted(folder));
    if (!program.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + program + " executable");
    }
  }

  /// What the invocations answer.
  ///
  /// @param functionError `None`, or what kind of error the function had
  /// @param logs the log of each
  void record(String functionError, List<String> logs) throws IOException {
    for (int i = 0; i < logs.size(); i++) {
      String encoded = Base64.getEncoder().encodeToString(logs.get(i).getBytes(UTF_8));
      Files.writeString(folder.resolve("answer-" + i), functionError + "\t" + encoded + "\n");
    }
  }

  /// Makes the next call that contains such words fail, once.
  void fail(String words, String message) throws IOException {
    Files.writeString(folder.resolve("fail"), words + "\n" + message + "\n");
  }

  /// Ends the caller by SIGTERM at its first invocation.
  void interrupt() throws IOException {
    Files.createFile(folder.resolve("interrupt"));
  }

  List<String> calls() throws IOException {
    Path calls = folder.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }
}
