package studio.backprop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConvolutionTest {
  private static final List<ConvSize> SIZES = List.of(
      size(3, 1, 8, 8, 6, 5, 5).with(1, 2, 2, 2, 2, 1, 1),
      size(16, 6, 14, 14, 16, 5, 5).with(1, 0, 0, 0, 0, 1, 1),
      size(17, 3, 9, 7, 5, 3, 3).with(1, 1, 1, 1, 1, 1, 1),
      size(33, 2, 6, 6, 9, 3, 3).with(2, 0, 0, 1, 1, 1, 1),
      size(2, 16, 8, 8, 24, 3, 3).with(2, 1, 1, 1, 1, 1, 1),
      size(5, 4, 10, 11, 7, 3, 2).with(1, 2, 1, 2, 1, 2, 1),
      size(20, 8, 5, 5, 12, 1, 1).with(1, 0, 0, 0, 0, 1, 1),
      size(4, 8, 6, 6, 10, 1, 1).with(2, 0, 0, 0, 0, 1, 1),
      size(4, 6, 7, 7, 9, 3, 3).with(1, 1, 1, 1, 1, 1, 3),
      size(19, 8, 7, 7, 8, 3, 3).with(1, 1, 1, 1, 1, 1, 8),
      size(6, 4, 7, 7, 8, 3, 3).with(2, 1, 1, 1, 1, 1, 4),
      size(2, 3, 3, 3, 4, 5, 5).with(1, 2, 2, 2, 2, 1, 1),
      size(1, 2, 2, 2, 3, 4, 4).with(1, 1, 1, 2, 2, 1, 1),
      size(7, 5, 9, 9, 3, 3, 3).with(3, 0, 2, 1, 0, 1, 1),
      size(1, 1, 1, 12, 3, 1, 4).with(1, 0, 3, 0, 0, 1, 1),
      size(31, 7, 4, 4, 17, 2, 2).with(1, 0, 0, 1, 1, 1, 1),
      size(64, 1, 4, 4, 1, 3, 3).with(1, 1, 1, 1, 1, 1, 1),
      size(9, 13, 5, 6, 19, 3, 3).with(1, 3, 3, 3, 3, 3, 1),
      size(32, 5, 6, 7, 7, 3, 3).with(2, 1, 1, 1, 1, 1, 1),
      size(48, 6, 5, 5, 9, 3, 2).with(1, 0, 1, 1, 0, 1, 3),
      size(16, 9, 6, 8, 8, 3, 3).with(1, 1, 1, 1, 1, 1, 1),
      size(32, 4, 9, 11, 15, 3, 3).with(1, 1, 1, 1, 1, 1, 1),
      size(16, 4, 11, 9, 23, 3, 3).with(2, 1, 1, 1, 1, 1, 1),
      size(16, 3, 9, 10, 8, 3, 3).with(1, 2, 2, 2, 2, 2, 1),
      size(18, 4, 6, 6, 18, 3, 3).with(1, 1, 1, 1, 1, 1, 2),
      size(32, 3, 9, 12, 7, 5, 5).with(1, 2, 2, 2, 2, 1, 1),
      size(16, 2, 7, 9, 4, 5, 5).with(1, 2, 2, 2, 2, 1, 1),
      size(16, 3, 8, 8, 9, 2, 5).with(1, 0, 2, 1, 2, 1, 1),
      // stride 1 and three or five taps in a row: the narrowest, planes of 64 pixels, groups, rows that see no tap, flat and tall kernels
      size(17, 12, 6, 3, 18, 3, 3).with(1, 1, 1, 1, 1, 1, 1),
      size(16, 8, 8, 8, 14, 3, 3).with(1, 0, 0, 0, 0, 1, 1),
      size(5, 12, 6, 9, 16, 5, 5).with(1, 4, 1, 3, 4, 1, 2),
      size(3, 4, 3, 7, 8, 3, 3).with(1, 4, 0, 3, 2, 1, 1),
      size(2, 8, 1, 5, 6, 1, 3).with(1, 0, 1, 0, 1, 1, 1),
      size(18, 10, 7, 4, 11, 7, 5).with(1, 3, 2, 3, 2, 1, 1));

  private record Part(int batch, int channels, int height, int width, int filters, int kernelHeight, int kernelWidth) {
    /** The horizontal stride is one more than the vertical where that is above 1, so that the two cannot be confused. */
    ConvSize with(int stride, int top, int left, int bottom, int right, int dilation, int groups) {
      return new ConvSize(batch, channels, height, width, filters, kernelHeight, kernelWidth, stride, stride == 3 ? 2 : stride,
          top, left, bottom, right, dilation, dilation, groups);
    }
  }

  private static Part size(int batch, int channels, int height, int width, int filters, int kernelHeight, int kernelWidth) {
    return new Part(batch, channels, height, width, filters, kernelHeight, kernelWidth);
  }

  private final Random random = new Random(11);

  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.KernelPair#all")
  void forwardEqualsThePlainSum(Kernels kernels) {
    for (ConvSize size : SIZES) {
      Case c = new Case(size);
      Convolution convolution = kernels.convolution(size, 1, false);
      for (int pass = 0; pass < 2; pass++) {
        float[] y = KernelPair.random(random, c.dy.length);
        convolution.forward(c.x, c.w, c.b, y);
        assertClose(y, c.forward(c.b), size, "y");
        convolution.forward(c.x, c.w, null, y);
        assertClose(y, c.forward(new float[c.b.length]), size, "y without bias");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.KernelPair#all")
  void backwardAddsThreeGradients(Kernels kernels) {
    for (ConvSize size : SIZES) {
      Case c = new Case(size);
      Convolution convolution = kernels.convolution(size, 1, false);
      for (int pass = 0; pass < 2; pass++) {
        float[] dx = KernelPair.random(random, c.x.length);
        float[] dw = KernelPair.random(random, c.w.length);
        float[] db = KernelPair.random(random, c.b.length);
        double[][] expected = c.backward(dx, dw, db);
        convolution.backward(c.x, c.w, c.dy, c.dy, dx, true, dw, db);
        assertClose(dx, expected[0], size, "dx");
        assertClose(dw, expected[1], size, "dw");
        assertClose(db, expected[2], size, "db");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.KernelPair#all")
  void eachGradientCanBeLeftOut(Kernels kernels) {
    ConvSize size = SIZES.get(2);
    Case c = new Case(size);
    Convolution convolution = kernels.convolution(size, 1, false);
    float[] dx = new float[c.x.length];
    float[] dw = new float[c.w.length];
    float[] db = new float[c.b.length];
    double[][] expected = c.backward(dx, dw, db);
    convolution.backward(c.x, c.w, c.dy, c.dy, dx, true, null, null);
    assertClose(dx, expected[0], size, "dx");
    convolution.backward(c.x, c.w, c.dy, c.dy, null, true, dw, null);
    assertClose(dw, expected[1], size, "dw");
    convolution.backward(c.x, c.w, c.dy, c.dy, null, true, null, db);
    assertClose(db, expected[2], size, "db");
  }

  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.KernelPair#all")
  void aReluKeepsNegativeSumsAndTheirGradientsBack(Kernels kernels) {
    for (ConvSize size : SIZES) {
      Case c = new Case(size);
      Convolution convolution = kernels.convolution(size, 1, true);
      float[] y = new float[c.dy.length];
      convolution.forward(c.x, c.w, c.b, y);
      double[] expected = c.forward(c.b);
      for (int i = 0; i < y.length; i++) {
        expected[i] = Math.max(0, expected[i]);
      }
      assertClose(y, expected, size, "y");
      float[] dx = KernelPair.random(random, c.x.length);
      float[] dw = new float[c.w.length];
      float[] db = new float[c.b.length];
      float[] dy = c.dy.clone();
      c.letPass(y);
      double[][] gradients = c.backward(new float[c.x.length], dw, db);
      convolution.backward(c.x, c.w, y, dy, dx, false, dw, db);
      assertClose(dx, gradients[0], size, "dx, overwritten");
      assertClose(dw, gradients[1], size, "dw");
      assertClose(db, gradients[2], size, "db");
    }
  }

  /** Of a batch of 28×28, and of large images: as one running float sum each would be several times as far off. */
  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.KernelPair#all")
  void aWeightGradientOfManyPixelsKeepsItsDigits(Kernels kernels) {
    for (ConvSize size : List.of(size(80, 1, 28, 28, 4, 3, 3).with(1, 1, 1, 1, 1, 1, 1), size(2, 2, 96, 96, 3, 3, 3)
        .with(1, 1, 1, 1, 1, 1, 1))) {
      Case c = new Case(size);
      level(c.x);
      level(c.dy);
      float[] dw = new float[c.w.length];
      double[] expected = c.backward(c.x, dw, c.b)[1];
      kernels.convolution(size, 1, false).backward(c.x, c.w, c.dy, c.dy, null, true, dw, null);
      for (int i = 0; i < dw.length; i++) {
        assertThat((dw[i] - expected[i]) / expected[i]).as("%s at %d", size, i).isCloseTo(0, within(3.5e-7));
      }
    }
  }

  /** To the bit: a filter alone is summed by other tiles, but by the same products in the same order. */
  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.KernelPair#all")
  void aFilterAmongOthersHasTheWeightGradientThatItHasAlone(Kernels kernels) {
    assumeTrue(kernels.lanes() > 1, "plain Java has no lanes");
    for (ConvSize size : List.of(
        size(32, 3, 9, 10, 9, 3, 3).with(1, 1, 1, 1, 1, 1, 1), size(40, 9, 13, 13, 15, 3, 3).with(1, 0, 0, 0, 0, 1, 1),
        size(16, 2, 38, 38, 8, 3, 3).with(1, 0, 0, 0, 0, 1, 1), size(16, 2, 37, 31, 7, 3, 3).with(1, 1, 1, 1, 1, 1, 1),
        size(32, 4, 14, 14, 6, 5, 5).with(1, 0, 0, 0, 0, 1, 1), size(16, 3, 11, 12, 8, 3, 3).with(2, 1, 1, 1, 1, 1, 1))) {
      Case c = new Case(size);
      float[] dw = new float[c.w.length];
      kernels.convolution(size, 1, false).backward(c.x, c.w, c.dy, c.dy, null, true, dw, null);
      ConvSize oneFilter = size(size.batch(), size.inChannels(), size.inHeight(), size.inWidth(), 1, size.kernelHeight(),
          size.kernelWidth()).with(size.strideHeight(), size.padTop(), size.padLeft(), size.padBottom(), size.padRight(), 1, 1);
      for (int filter = 0; filter < size.filters(); filter++) {
        float[] alone = new float[size.taps()];
        float[] dy = ofFilter(filter, c);
        kernels.convolution(oneFilter, 1, false).backward(c.x, c.w, dy, dy, null, true, alone, null);
        assertThat(alone).as("filter %d of %s", filter, size)
            .isEqualTo(Arrays.copyOfRange(dw, filter * size.taps(), (filter + 1) * size.taps()));
      }
    }
  }

  private static float[] ofFilter(int filter, Case c) {
    int pixels = c.size.outPixels();
    float[] dy = new float[c.size.batch() * pixels];
    for (int image = 0; image < c.size.batch(); image++) {
      System.arraycopy(c.dy, (image * c.size.filters() + filter) * pixels, dy, image * pixels, pixels);
    }
    return dy;
  }

  /** Above 0, as the outputs of a ReLU are: then sums grow and every rounding counts. */
  private static void level(float[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = 1 + numbers[i] / 8;
    }
  }

  /** Each size that fills whole lanes, against the same convolution of row-major images. */
  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.KernelPair#all")
  void imagesInLanesGiveTheSame(Kernels kernels) {
    int lanes = kernels.lanes();
    assumeTrue(lanes > 1, "plain Java has no lanes");
    for (ConvSize size : SIZES) {
      if (size.batch() % lanes == 0) {
        compareLanes(kernels, new Case(size));
      }
    }
  }

  private void compareLanes(Kernels kernels, Case c) {
    ConvSize size = c.size;
    LaneOrder images = kernels.arrangement(size.batch(), size.inChannels() * size.inPixels());
    LaneOrder results = kernels.arrangement(size.batch(), size.filters() * size.outPixels());
    for (boolean relu : new boolean[] {true, false}) {
      Convolution rows = kernels.convolution(size, 1, relu);
      Convolution lanes = kernels.convolution(size, kernels.lanes(), relu);
      float[][] one = new float[5][];
      float[][] other = new float[5][];
      one[0] = new float[c.dy.length];
      rows.forward(c.x, c.w, c.b, one[0]);
      float[] y = new float[c.dy.length];
      lanes.forward(moved(images::toLanes, c.x), c.w, c.b, y);
      other[0] = moved(results::toRows, y);
      float[] start = KernelPair.random(random, c.x.length);
      for (boolean add : new boolean[] {true, false}) {
        one[1] = start.clone();
        other[1] = moved(images::toLanes, start);
        for (int i = 2; i < 4; i++) {
          one[i] = new float[i == 2 ? c.w.length : c.b.length];
          other[i] = one[i].clone();
        }
        rows.backward(c.x, c.w, one[0], c.dy, one[1], add, one[2], one[3]);
        lanes.backward(moved(images::toLanes, c.x), c.w, y, moved(results::toLanes, c.dy), other[1], add, other[2], other[3]);
        assertThat(other[0]).as("y of %s", size).isEqualTo(one[0]);
        assertThat(moved(images::toRows, other[1])).as("dx of %s", size).isEqualTo(one[1]);
        assertThat(other[2]).as("dw of %s", size).isEqualTo(one[2]);
        assertThat(other[3]).as("db of %s", size).isEqualTo(one[3]);
      }
    }
  }

  private static float[] moved(BiConsumer<float[], float[]> how, float[] from) {
    float[] to = new float[from.length];
    how.accept(from, to);
    return to;
  }

  private static void assertClose(float[] actual, double[] expected, ConvSize size, String what) {
    for (int i = 0; i < expected.length; i++) {
      if (!(Math.abs(actual[i] - expected[i]) <= 5e-6 * (4 + Math.abs(expected[i])))) {
        assertThat((double) actual[i]).as("%s at %d of %s", what, i, size).isEqualTo(expected[i]);
      }
    }
  }

  /** Numbers for one size, and the definition of a convolution written as plainly as possible, in double. */
  private final class Case {
    final ConvSize size;
    final float[] x;
    final float[] w;
    final float[] b;
    final float[] dy;

    Case(ConvSize size) {
      this.size = size;
      x = KernelPair.random(random, size.batch() * size.inChannels() * size.inPixels());
      w = KernelPair.random(random, size.filters() * size.taps());
      b = KernelPair.random(random, size.filters());
      dy = KernelPair.random(random, size.batch() * size.filters() * size.outPixels());
    }

    double[] forward(float[] bias) {
      double[] y = new double[dy.length];
      for (int i = 0; i < y.length; i++) {
        y[i] = bias[i / size.outPixels() % size.filters()];
      }
      visit((xAt, wAt, yAt) -> y[yAt] += (double) x[xAt] * w[wAt]);
      return y;
    }

    double[][] backward(float[] dxBefore, float[] dwBefore, float[] dbBefore) {
      double[] dx = doubles(dxBefore);
      double[] dw = doubles(dwBefore);
      double[] db = doubles(dbBefore);
      visit((xAt, wAt, yAt) -> {
        dx[xAt] += (double) dy[yAt] * w[wAt];
        dw[wAt] += (double) dy[yAt] * x[xAt];
      });
      for (int i = 0; i < dy.length; i++) {
        db[i / size.outPixels() % size.filters()] += dy[i];
      }
      return new double[][] {dx, dw, db};
    }

    /** Drops the arriving gradients where a ReLU gave 0. */
    void letPass(float[] y) {
      for (int i = 0; i < dy.length; i++) {
        dy[i] = y[i] > 0 ? dy[i] : 0;
      }
    }

    private void visit(Product product) {
      for (int filter = 0; filter < size.filters(); filter++) {
        for (int channel = 0; channel < size.groupChannels(); channel++) {
          for (int kh = 0; kh < size.kernelHeight(); kh++) {
            for (int kw = 0; kw < size.kernelWidth(); kw++) {
              visitTap(filter, channel, kh, kw, product);
            }
          }
        }
      }
    }

    private void visitTap(int filter, int channel, int kh, int kw, Product product) {
      int wAt = ((filter * size.groupChannels() + channel) * size.kernelHeight() + kh) * size.kernelWidth() + kw;
      int inChannel = filter / size.groupFilters() * size.groupChannels() + channel;
      for (int image = 0; image < size.batch(); image++) {
        for (int oh = 0; oh < size.outHeight(); oh++) {
          for (int ow = 0; ow < size.outWidth(); ow++) {
            int ih = oh * size.strideHeight() + kh * size.dilationHeight() - size.padTop();
            int iw = ow * size.strideWidth() + kw * size.dilationWidth() - size.padLeft();
            if (ih >= 0 && ih < size.inHeight() && iw >= 0 && iw < size.inWidth()) {
              int xAt = ((image * size.inChannels() + inChannel) * size.inHeight() + ih) * size.inWidth() + iw;
              int yAt = ((image * size.filters() + filter) * size.outHeight() + oh) * size.outWidth() + ow;
              product.take(xAt, wAt, yAt);
            }
          }
        }
      }
    }
  }

  private interface Product {
    void take(int xAt, int wAt, int yAt);
  }

  private static double[] doubles(float[] from) {
    double[] to = new double[from.length];
    for (int i = 0; i < to.length; i++) {
      to[i] = from[i];
    }
    return to;
  }
}
