package studio.backprop.kernel;

/**
 * The loops that cost time. Two twins give the same answers within rounding: {@link ScalarKernels}, plain Java, and
 * {@code VectorKernels}, which uses the Vector API. {@link KernelChoice} picks one for the process. All matrices are row-major;
 * {@code at} arguments are where a matrix starts in its array. Nothing here allocates.
 */
public interface Kernels {
  /** {@code scalar} or {@code vector}. */
  String name();

  /** The threads that share large jobs. How a job is cut never depends on their number, so the bits do not either. */
  Workers workers();

  /** C = A·B, or C += A·B with {@code add}. A: [m, k], B: [k, n], C: [m, n]. */
  void multiply(boolean add, int m, int n, int k, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt);

  /** C (+)= Aᵀ·B. A: [k, m], B: [k, n], C: [m, n]. Weight gradients are of this form. */
  void multiplyLeftTransposed(boolean add, int m, int n, int k, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt);

  /** C (+)= A·Bᵀ. A: [m, k], B: [n, k], C: [m, n]. Input gradients are of this form. */
  void multiplyRightTransposed(boolean add, int m, int n, int k, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt);

  /** A convolution of fixed sizes with the scratch memory it needs. */
  Convolution convolution(ConvSize size);

  /** y = eˣ for the first n numbers. */
  void exp(float[] x, float[] y, int n);

  /** y = ln x for the first n numbers, x above 0. */
  void log(float[] x, float[] y, int n);

  /** y = 1 / (1 + e⁻ˣ). */
  void sigmoid(float[] x, float[] y, int n);

  void tanh(float[] x, float[] y, int n);

  /** y = the error function of x. */
  void erf(float[] x, float[] y, int n);

  /** Each row of y is the softmax of the same row of x: eˣ⁻ᵐᵃˣ / Σ. */
  void softmaxRows(float[] x, float[] y, int rows, int columns);

  /** y += scale · x for the first n numbers. */
  void addScaled(float scale, float[] x, float[] y, int n);

  /** Σ x² of the first n numbers, summed in double in a fixed order. */
  double sumOfSquares(float[] x, int n);
}
