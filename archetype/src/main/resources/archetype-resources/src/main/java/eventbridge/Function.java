package ${package};

import dev.whippet.Context;
import dev.whippet.Handler;
import dev.whippet.Whippet;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the event OrderPlaced from an event bus.
public final class Function implements Handler<Function.Event, Function.Result> {
  /// What is used of the event; `detail` is what its sender put there.
  record Event(Instant time, Order detail) {}

  record Order(long orderId, String customer) {}

  record Result(String accepted) {}

  private final Logger log = LoggerFactory.getLogger(Function.class);

  @Override
  public Result handle(Event event, Context context) {
    Order order = event.detail();
    log.info("order {} of {} at {}", order.orderId(), order.customer(), event.time());
    return new Result("order " + order.orderId());
  }

  public static void main(String[] args) {
    Whippet.run(Function::new);
  }
}
