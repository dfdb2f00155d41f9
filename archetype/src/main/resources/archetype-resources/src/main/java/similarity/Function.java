package ${package};

import dev.whippet.Context;
import dev.whippet.Handler;
import dev.whippet.Whippet;

/// Finds the vector that is most like a given one, as a search by embeddings does.
public final class Function implements Handler<Function.Request, Function.Response> {
  record Request(float[] query, float[][] candidates) {}

  record Response(int nearest) {}

  @Override
  public Response handle(Request request, Context context) {
    return new Response(Similarity.nearest(request.query(), request.candidates()));
  }

  public static void main(String[] args) {
    Whippet.run(Function::new);
  }
}
