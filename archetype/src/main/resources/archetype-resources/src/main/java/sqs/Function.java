package ${package};

import dev.whippet.Context;
import dev.whippet.Handler;
import dev.whippet.Whippet;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes messages from a queue. Those that fail are delivered again, the others are not.
public final class Function implements Handler<Function.Event, Function.Result> {
  /// What is used of the event. Components are named as in the JSON.
  record Event(List<Message> Records) {}

  record Message(String messageId, String body) {}

  /// What SQS is told, with ReportBatchItemFailures in template.yaml.
  record Result(List<Failure> batchItemFailures) {}

  record Failure(String itemIdentifier) {}

  private final Logger log = LoggerFactory.getLogger(Function.class);

  @Override
  public Result handle(Event event, Context context) {
    List<Failure> failures = new ArrayList<>();
    for (Message message : event.Records()) {
      try {
        process(message);
      } catch (RuntimeException e) {
        log.warn("message {} failed", message.messageId(), e);
        failures.add(new Failure(message.messageId()));
      }
    }
    return new Result(failures);
  }

  private void process(Message message) {
    if (message.body().isBlank()) {
      throw new IllegalArgumentException("the message is empty");
    }
    log.info("message {}: {}", message.messageId(), message.body());
  }

  public static void main(String[] args) {
    Whippet.run(Function::new);
  }
}
