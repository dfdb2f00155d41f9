package ${package};

import dev.whippet.Context;
import dev.whippet.Handler;
import dev.whippet.Whippet;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does something at the times that a schedule says.
public final class Function implements Handler<Function.Event, Function.Result> {
  /// What is used of the event.
  ///
  /// @param time when it was due
  /// @param resources the schedule's ARN
  record Event(Instant time, List<String> resources) {}

  record Result(Instant done) {}

  private final Logger log = LoggerFactory.getLogger(Function.class);

  @Override
  public Result handle(Event event, Context context) {
    log.info("due at {} by {}", event.time(), event.resources());
    return new Result(event.time());
  }

  public static void main(String[] args) {
    Whippet.run(Function::new);
  }
}
