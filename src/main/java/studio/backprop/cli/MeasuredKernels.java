package studio.backprop.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import studio.backprop.cli.Measure.Kind;
import studio.backprop.kernel.ConvSize;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.PackedMatrix;
import studio.backprop.kernel.Peak;
import studio.backprop.kernel.RandomNumbers;
import studio.backprop.kernel.TimedConvolution;
import studio.backprop.kernel.TimedProduct;

/** Benchmarks of single kernels, in the sizes of the workloads. */
final class MeasuredKernels {
  static final Measure PEAK = kernel("fma-peak", kernels -> {
    Peak peak = new Peak(kernels);
    return new TimedWork(peak::run, peak.flops());
  });

  static final Measure GEMM_512 = product("gemm-512", 512, 512, 512, product -> product::plain);

  private MeasuredKernels() {}

  /** Matrix products, the state's product of an LSTM, then three passes of five convolutions. */
  static List<Measure> all() {
    List<Measure> all = new ArrayList<>();
    all.add(GEMM_512);
    all.add(product("gemm-1024x64x192", 1024, 64, 192, product -> product::plain));
    all.add(product("gemm-64x128x784-tn", 64, 128, 784, product -> product::leftTransposed));
    all.add(product("gemm-64x128x784-nt", 64, 128, 784, product -> product::rightTransposed));
    all.add(kernel("lstm-hu", MeasuredKernels::stateProduct));
    addConvolution(all, "conv-lenet", new ConvSize(64, 6, 14, 14, 16, 5, 5, 1, 1, 0, 0, 0, 0, 1, 1, 1));
    addConvolution(all, "conv-keras", new ConvSize(64, 32, 13, 13, 64, 3, 3, 1, 1, 0, 0, 0, 0, 1, 1, 1));
    addConvolution(all, "conv-resnet16", same(16, 32));
    addConvolution(all, "conv-resnet32", same(32, 16));
    addConvolution(all, "conv-resnet64", same(64, 8));
    return all;
  }

  private static Measure kernel(String name, Function<Kernels, TimedWork> prepare) {
    return new Measure(name, Kind.KERNEL, prepare);
  }

  private static Measure product(String name, int rows, int columns, int depth, Function<TimedProduct, Runnable> form) {
    return kernel(name, kernels -> {
      TimedProduct product = new TimedProduct(kernels, rows, columns, depth);
      return new TimedWork(form.apply(product), 2 * product.multiplyAdds());
    });
  }

  /** H·U of a time step of 32 sequences with 128 units: the weights of four gates concatenated, packed once. */
  private static TimedWork stateProduct(Kernels kernels) {
    int batch = 32;
    int units = 128;
    int width = 4 * units;
    RandomNumbers numbers = new RandomNumbers();
    PackedMatrix weights = kernels.packed(units, width);
    weights.packTransposed(numbers.normal(width * units), 0);
    float[] states = numbers.normal(batch * units);
    float[] sums = new float[batch * width];
    return new TimedWork(() -> weights.addProduct(batch, states, 0, sums, 0), 2L * batch * units * width);
  }

  /** Convolution of a residual block: 3×3, as many filters as channels, same padding. */
  private static ConvSize same(int channels, int side) {
    return new ConvSize(32, channels, side, side, channels, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1);
  }

  private static void addConvolution(List<Measure> all, String name, ConvSize size) {
    all.add(pass(name + "-forward", size, convolution -> convolution::forward));
    all.add(pass(name + "-dx", size, convolution -> convolution::inputGradient));
    all.add(pass(name + "-dw", size, convolution -> convolution::weightGradient));
  }

  private static Measure pass(String name, ConvSize size, Function<TimedConvolution, Runnable> pass) {
    return kernel(name, kernels -> {
      TimedConvolution convolution = new TimedConvolution(kernels, size, kernels.lanes());
      return new TimedWork(pass.apply(convolution), 2 * convolution.multiplyAdds());
    });
  }
}
