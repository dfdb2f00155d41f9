package dev.whippet.simd;

import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;

/// Prints, as a table of Markdown, the largest error that a million random vectors show against the
/// stated bound, and the largest of the functions over every 17th float, for both tiers.
///
/// Vectors are up to 300 long, a fifth of them longer; their elements are uniform, normal, all
/// positive, or of magnitudes over sixteen powers of two.
final class AccuracyReport {
  private static final int CASES = Integer.getInteger("cases", 1_000_000);
  private static final int CAPACITY = 2000;

  private final Kernels kernels;
  private final int sums;

  private AccuracyReport(Kernels kernels, int sums) {
    this.kernels = kernels;
    this.sums = sums;
  }

  public static void main(String[] args) {
    System.out.println("| operation | tier | largest error | cases |\n|---|---|---|---|");
    Kernels vectors = new VectorKernels();
    int lanes = 4 * jdk.incubator.vector.FloatVector.SPECIES_PREFERRED.length();
    for (AccuracyReport report :
        new AccuracyReport[] {
          new AccuracyReport(new ScalarKernels(), 8), new AccuracyReport(vectors, lanes)
        }) {
      report.reductions();
      report.functions();
    }
  }

  private String tier() {
    return kernels instanceof ScalarKernels ? "scalar" : "vector";
  }

  private static float next(RandomGenerator random, int distribution) {
    return switch (distribution) {
      case 0 -> 2 * random.nextFloat() - 1;
      case 1 -> (float) random.nextGaussian();
      case 2 -> random.nextFloat();
      default -> Math.scalb(2 * random.nextFloat() - 1, random.nextInt(16) - 8);
    };
  }

  private void reductions() {
    Random random = new Random(7);
    float[] a = new float[CAPACITY];
    float[] b = new float[CAPACITY];
    String[] names = {"dot", "squaredL2", "l1", "sum", "cosine", "dotF64"};
    double[] worst = new double[names.length];
    for (int test = 0; test < CASES; test++) {
      int n = 1 + random.nextInt(random.nextInt(5) == 0 ? CAPACITY - 20 : 300);
      int offset = random.nextInt(17);
      int distribution = random.nextInt(4);
      double dot = 0, dots = 0, l2 = 0, l1 = 0, sum = 0, magnitudes = 0, aa = 0, bb = 0;
      for (int i = 0; i < n; i++) {
        float x = next(random, distribution);
        float y = next(random, distribution);
        a[offset + i] = x;
        b[1 + i] = y;
        dot += (double) x * y;
        dots += Math.abs((double) x * y);
        l2 += ((double) x - y) * ((double) x - y);
        l1 += Math.abs((double) x - y);
        sum += x;
        magnitudes += Math.abs(x);
        aa += (double) x * x;
        bb += (double) y * y;
      }
      FloatReductions floats = kernels.floats();
      worst(worst, 0, floats.dot(a, offset, b, 1, n) - dot, roundings(n, sums) * dots);
      worst(worst, 1, floats.squaredL2(a, offset, b, 1, n) - l2, (roundings(n, sums) + 2) * l2);
      worst(worst, 2, floats.l1(a, offset, b, 1, n) - l1, roundings(n, sums) * l1);
      worst(worst, 3, floats.sum(a, offset, n) - sum, roundings(n, sums) * magnitudes);
      double norms = Math.sqrt(aa * bb);
      double cosine = dot / norms;
      double bound = roundings(n, sums / 2) * (dots / norms + Math.abs(cosine)) + 1;
      worst(worst, 4, floats.cosine(a, offset, b, 1, n) - cosine, bound);
      double precise = kernels.doubles().dot(a, offset, b, 1, n);
      worst(worst, 5, precise - dot, (n + 5) * dots * 0x1p-29);
    }
    for (int i = 0; i < names.length; i++) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %.2f of the bound | %,d |%n",
          names[i],
          tier(),
          worst[i],
          CASES);
    }
  }

  private static double roundings(int n, int sums) {
    return (double) n / sums + Math.log(sums) / Math.log(2) + 2;
  }

  private static void worst(double[] worst, int i, double error, double units) {
    worst[i] = Math.max(worst[i], Math.abs(error) / (units * 0x1p-24));
  }

  private void functions() {
    int size = 1024;
    float[] a = new float[size];
    float[] dst = new float[size];
    for (TranscendentalsContract.Function function : TranscendentalsContract.Function.ALL) {
      double worst = 0;
      float where = 0;
      long count = 0;
      for (long bits = 0; bits < 1L << 32; ) {
        for (int i = 0; i < size; i++, bits += 17) {
          a[i] = Float.intBitsToFloat((int) bits);
        }
        function.kernel().apply(kernels.transcendentals(), a, 0, dst, 0, size);
        for (int i = 0; i < size; i++) {
          double exact = function.reference().applyAsDouble(a[i]);
          double error = TranscendentalsContract.Function.error(exact, dst[i]);
          if (error > worst) {
            worst = error;
            where = a[i];
          }
        }
        count += size;
      }
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %.3f ulp, at %s | %,d |%n",
          function.name(),
          tier(),
          worst,
          where,
          count);
    }
  }
}
