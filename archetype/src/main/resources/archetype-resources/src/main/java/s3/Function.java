package ${package};

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whippet.Context;
import dev.whippet.Handler;
import dev.whippet.Whippet;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Learns which objects were written to a bucket.
public final class Function implements Handler<Function.Event, Function.Result> {
  /// What is used of the event. Components are named as in the JSON.
  record Event(List<Notification> Records) {}

  record Notification(String eventName, Entity s3) {}

  record Entity(Bucket bucket, StoredObject object) {}

  record Bucket(String name) {}

  record StoredObject(String key, long size) {}

  record Result(List<String> objects) {}

  private final Logger log = LoggerFactory.getLogger(Function.class);

  @Override
  public Result handle(Event event, Context context) {
    List<String> objects = new ArrayList<>();
    for (Notification notification : event.Records()) {
      Entity entity = notification.s3();
      // S3 encodes keys as in a URL's query
      String key = URLDecoder.decode(entity.object().key(), UTF_8);
      String object = "s3://" + entity.bucket().name() + "/" + key;
      log.info("{} of {}, {} bytes", notification.eventName(), object, entity.object().size());
      objects.add(object);
    }
    return new Result(objects);
  }

  public static void main(String[] args) {
    Whippet.run(Function::new);
  }
}
