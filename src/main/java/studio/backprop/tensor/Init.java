package studio.backprop.tensor;

import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Weight initialization. Glorot preserves the variance of activations and gradients through tanh and sigmoid layers (Glorot and Bengio
 * 2010), He through ReLU layers (He et al. 2015), LeCun through SELU layers (LeCun et al. 1998); orthogonal preserves norms (Saxe et al.
 * 2014). Constant does not break the symmetry of units.
 *
 * @param value for {@link Kind#CONSTANT} only, otherwise 0
 */
public record Init(Kind kind, double value) {
  public enum Kind {
    GLOROT_UNIFORM,
    GLOROT_NORMAL,
    HE_UNIFORM,
    HE_NORMAL,
    LECUN_UNIFORM,
    LECUN_NORMAL,
    ORTHOGONAL,
    CONSTANT
  }

  public static final Init ZERO = constant(0);
  public static final Init ONE = constant(1);

  public static Init of(Kind kind) {
    return new Init(kind, 0);
  }

  public static Init constant(double value) {
    return new Init(Kind.CONSTANT, value);
  }

  /**
   * Initializes a parameter.
   *
   * @param fanIn inputs per output
   * @param fanOut outputs per input
   */
  public void fill(Tensor parameter, int fanIn, int fanOut, SplittableRandom random) {
    float[] w = parameter.values();
    switch (kind) {
      case GLOROT_UNIFORM -> uniform(w, Math.sqrt(6.0 / (fanIn + fanOut)), random);
      case GLOROT_NORMAL -> normal(w, Math.sqrt(2.0 / (fanIn + fanOut)), random);
      case HE_UNIFORM -> uniform(w, Math.sqrt(6.0 / fanIn), random);
      case HE_NORMAL -> normal(w, Math.sqrt(2.0 / fanIn), random);
      case LECUN_UNIFORM -> uniform(w, Math.sqrt(3.0 / fanIn), random);
      case LECUN_NORMAL -> normal(w, Math.sqrt(1.0 / fanIn), random);
      case ORTHOGONAL -> orthogonal(w, parameter.rows(), parameter.rowCount(), random);
      case CONSTANT -> java.util.Arrays.fill(w, (float) value);
    }
  }

  private static void uniform(float[] w, double limit, SplittableRandom random) {
    for (int i = 0; i < w.length; i++) {
      w[i] = (float) random.nextDouble(-limit, limit);
    }
  }

  private static void normal(float[] w, double deviation, SplittableRandom random) {
    for (int i = 0; i < w.length; i++) {
      w[i] = (float) (deviation * gaussian(random));
    }
  }

  /** Q of a QR decomposition of a normal matrix, with the signs of R's diagonal: uniform over the orthogonal group (Haar). */
  private static void orthogonal(float[] w, int rows, int columns, SplittableRandom random) {
    int tall = Math.max(rows, columns);
    int thin = Math.min(rows, columns);
    RealMatrix drawn = new Array2DRowRealMatrix(tall, thin);
    for (int i = 0; i < tall; i++) {
      for (int j = 0; j < thin; j++) {
        drawn.setEntry(i, j, gaussian(random));
      }
    }
    QRDecomposition qr = new QRDecomposition(drawn);
    RealMatrix q = qr.getQ();
    RealMatrix r = qr.getR();
    for (int i = 0; i < tall; i++) {
      for (int j = 0; j < thin; j++) {
        float entry = (float) (q.getEntry(i, j) * Math.signum(r.getEntry(j, j)));
        w[rows >= columns ? i * columns + j : j * columns + i] = entry;
      }
    }
  }

  /** Standard normal number by Box–Muller: the JDK does not guarantee its own sequence across versions. */
  public static double gaussian(SplittableRandom random) {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }

  /** File format: {@code he_normal}, {@code constant 0.5}. */
  @Override
  public String toString() {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return kind == Kind.CONSTANT ? name + " " + value : name;
  }

  /** @throws IllegalArgumentException if the text is not one that {@link #toString} writes */
  public static Init parse(String text) {
    String[] parts = text.split(" ", 2);
    Kind kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
    return new Init(kind, parts.length == 2 ? Double.parseDouble(parts[1]) : 0);
  }
}
