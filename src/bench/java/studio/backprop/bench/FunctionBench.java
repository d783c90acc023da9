package studio.backprop.bench;

import org.openjdk.jmh.annotations.Benchmark;

/** Functions of single numbers, and the softmax of rows of ten; GELU is made of erf. */
public class FunctionBench extends Bench {
  private static final int COUNT = 4000;
  private static final int CLASSES = 10;

  private final float[] x = numbers(COUNT);
  private final float[] y = new float[COUNT];

  @Benchmark
  public float[] exp(Traffic done) {
    kernels.exp(x, y, COUNT);
    return counted(done);
  }

  @Benchmark
  public float[] tanh(Traffic done) {
    kernels.tanh(x, y, COUNT);
    return counted(done);
  }

  @Benchmark
  public float[] sigmoid(Traffic done) {
    kernels.sigmoid(x, y, COUNT);
    return counted(done);
  }

  @Benchmark
  public float[] erf(Traffic done) {
    kernels.erf(x, y, COUNT);
    return counted(done);
  }

  @Benchmark
  public float[] softmax(Traffic done) {
    kernels.softmaxRows(x, y, COUNT / CLASSES, CLASSES);
    return counted(done);
  }

  private float[] counted(Traffic done) {
    done.floats(2.0 * COUNT);
    return y;
  }
}
