package studio.backprop.op;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * What an op computes, written as plainly as possible for one example, with random sizes: which numbers go into which results.
 *
 * @param largest whether a result is the largest of its numbers, the first of equal ones, instead of their sum
 */
record Definition(String name, Shape in, Shape weight, int weights, int biases, boolean largest, OpRows.Place place, Terms terms) {
  /** One number that goes into a result: x, times a weight where there is one, times a share. */
  interface Term {
    void take(int x, int w, int y, double share);
  }

  /** All of them, result by result and in ascending order of x. */
  interface Terms {
    void visit(Term term);
  }

  @Override
  public String toString() {
    return name + " over " + in;
  }

  private static Definition plain(String name, Shape in, boolean largest, OpRows.Place place, Terms terms) {
    return new Definition(name, in, null, 0, 0, largest, place, terms);
  }

  static List<Definition> draw(SplittableRandom random) {
    List<Definition> all = new ArrayList<>(List.of(convolveSequence(random), convolveTransposed(random), upsample(random)));
    all.addAll(List.of(pool(random, false), pool(random, true)));
    Shape image = image(random);
    for (int axis = 0; axis < 3; axis++) {
      all.addAll(List.of(mean(image, axis), largest(image, axis), slice(random, image, axis)));
    }
    all.addAll(List.of(permute(image, 0, 2, 1), permute(image, 1, 2, 0), permute(image, 2, 1, 0), repeat(random)));
    return all;
  }

  private static Shape image(SplittableRandom random) {
    return Shape.of(random.nextInt(1, 6), random.nextInt(2, 8), random.nextInt(2, 8));
  }

  private static WindowAxis sweep(SplittableRandom random, int size) {
    int kernel = random.nextInt(1, 5);
    int stride = random.nextInt(1, 4);
    int dilation = random.nextInt(1, 3);
    int reach = dilation * (kernel - 1) + 1;
    int before = random.nextInt(0, reach) + Math.max(0, (reach - size + 1) / 2);
    return new WindowAxis(size, kernel, stride, dilation, before, random.nextInt(0, reach) + Math.max(0, (reach - size + 1) / 2));
  }

  private static Definition convolveSequence(SplittableRandom random) {
    int groups = random.nextInt(1, 4);
    int groupIn = random.nextInt(1, 5);
    int groupOut = random.nextInt(1, 6);
    int features = groups * groupIn;
    int filters = groups * groupOut;
    WindowAxis s = sweep(random, random.nextInt(1, 12));
    Shape weight = Shape.of(groupIn, s.kernel());
    OpRows.Place place = (b, x) -> new ConvolveSequence(b, "y", x.get(0), b.parameter("w"), b.parameter("b"), s, groups);
    return new Definition("conv 1d " + s + groups, Shape.of(s.size(), features), weight, filters, filters, false, place, term -> {
      for (int t = 0; t < s.steps(); t++) {
        for (int f = 0; f < filters; f++) {
          for (int c = 0; c < groupIn; c++) {
            for (int k = 0; k < s.kernel(); k++) {
              int at = t * s.stride() + k * s.dilation() - s.before();
              if (at >= 0 && at < s.size()) {
                term.take(at * features + f / groupOut * groupIn + c, (f * groupIn + c) * s.kernel() + k, t * filters + f, 1);
              }
            }
          }
        }
      }
    });
  }

  /** The sweeps go over the result. */
  private static Definition convolveTransposed(SplittableRandom random) {
    int groups = random.nextInt(1, 3);
    int groupIn = random.nextInt(1, 5);
    int groupOut = random.nextInt(1, 5);
    WindowAxis down = sweep(random, random.nextInt(2, 10));
    WindowAxis across = sweep(random, random.nextInt(2, 10));
    Shape in = Shape.of(groups * groupIn, down.steps(), across.steps());
    Shape weight = Shape.of(groupOut, down.kernel(), across.kernel());
    OpRows.Place place = (b, x) -> new ConvolveTransposed(b, "y", x.get(0), b.parameter("w"), b.parameter("b"), down, across, groups);
    int filters = groups * groupOut;
    return new Definition("transposed " + down + across + groups, in, weight, in.size(0), filters, false, place, term -> {
      for (int x = 0; x < in.count(); x++) {
        int c = x / (in.size(1) * in.size(2));
        for (int w = 0; w < weight.count(); w++) {
          int row = x / in.size(2) % in.size(1) * down.stride() + w / across.kernel() % down.kernel() * down.dilation() - down.before();
          int column = x % in.size(2) * across.stride() + w % across.kernel() * across.dilation() - across.before();
          int filter = c / groupIn * groupOut + w / (down.kernel() * across.kernel());
          if (row >= 0 && row < down.size() && column >= 0 && column < across.size()) {
            term.take(x, c * (int) weight.count() + w, (filter * down.size() + row) * across.size() + column, 1);
          }
        }
      }
    });
  }

  private static Definition upsample(SplittableRandom random) {
    Shape in = image(random);
    int down = random.nextInt(1, 4);
    int across = random.nextInt(1, 4);
    int width = in.size(2) * across;
    return plain("upsample " + down + " " + across, in, false, (b, x) -> new Upsample(b, "y", x.get(0), down, across), term -> {
      for (int y = 0; y < in.count() * down * across; y++) {
        term.take(y / width / down * in.size(2) + y % width / across, 0, y, 1);
      }
    });
  }

  private static Definition pool(SplittableRandom random, boolean largest) {
    Shape in = image(random);
    WindowAxis down = window(random, in.size(1));
    WindowAxis across = window(random, in.size(2));
    OpRows.Place place =
        (b, x) -> largest ? new MaxPool(b, "y", x.get(0), down, across) : new AveragePool(b, "y", x.get(0), down, across);
    return plain((largest ? "max " : "average ") + down + across, in, largest, place, term -> {
      for (int y = 0; y < in.size(0) * down.steps() * across.steps(); y++) {
        int row = y / across.steps() % down.steps();
        int column = y % across.steps();
        int plane = y / (across.steps() * down.steps()) * in.size(1);
        int count = (down.end(row) - down.start(row)) * (across.end(column) - across.start(column));
        for (int i = down.start(row); i < down.end(row); i++) {
          for (int j = across.start(column); j < across.end(column); j++) {
            term.take((plane + i) * in.size(2) + j, 0, y, 1.0 / count);
          }
        }
      }
    });
  }

  /** With padding on both sides where it may be, so that windows overlap and reach over the edge. */
  private static WindowAxis window(SplittableRandom random, int size) {
    int kernel = random.nextInt(1, Math.min(5, size + 1));
    return new WindowAxis(size, kernel, random.nextInt(1, 4), 1, random.nextInt(0, kernel), random.nextInt(0, kernel));
  }

  private static Shape without(Shape in, int axis) {
    return axis == 0 ? Shape.of(in.size(1), in.size(2)) : Shape.of(in.size(0), in.size(3 - axis));
  }

  private static int inner(Shape in, int axis) {
    return axis == 0 ? in.size(1) * in.size(2) : axis == 1 ? in.size(2) : 1;
  }

  private static Terms along(Shape in, int axis) {
    int inner = inner(in, axis);
    int size = in.size(axis);
    return term -> {
      for (int y = 0; y < in.count() / size; y++) {
        for (int place = 0; place < size; place++) {
          term.take((y / inner * size + place) * inner + y % inner, 0, y, 1.0 / size);
        }
      }
    };
  }

  private static Definition mean(Shape in, int axis) {
    return plain("mean " + axis, in, false, (b, x) -> new MeanOver(b, "y", x.get(0), axis, without(in, axis)), along(in, axis));
  }

  private static Definition largest(Shape in, int axis) {
    return plain("largest " + axis, in, true, (b, x) -> MaxPool.over(b, "y", x.get(0), axis, without(in, axis)), along(in, axis));
  }

  private static Definition slice(SplittableRandom random, Shape in, int axis) {
    int from = random.nextInt(in.size(axis));
    int to = random.nextInt(from, in.size(axis)) + 1;
    int inner = inner(in, axis);
    int part = (to - from) * inner;
    return plain("slice " + axis + " " + from + " " + to, in, false, (b, x) -> new SliceAxis(b, "y", x.get(0), axis, from, to), term -> {
      for (int y = 0; y < in.count() / in.size(axis) * (to - from); y++) {
        term.take(y / part * in.size(axis) * inner + from * inner + y % part, 0, y, 1);
      }
    });
  }

  private static Definition permute(Shape in, int... order) {
    return plain("permute " + order[0] + order[1] + order[2], in, false, (b, x) -> new PermuteAxes(b, "y", x.get(0), order), term -> {
      int[] place = new int[3];
      for (int y = 0; y < in.count(); y++) {
        place[order[2]] = y % in.size(order[2]);
        place[order[1]] = y / in.size(order[2]) % in.size(order[1]);
        place[order[0]] = y / in.size(order[2]) / in.size(order[1]);
        term.take((place[0] * in.size(1) + place[1]) * in.size(2) + place[2], 0, y, 1);
      }
    });
  }

  private static Definition repeat(SplittableRandom random) {
    int width = random.nextInt(1, 9);
    int times = random.nextInt(1, 6);
    return plain("repeat " + times, Shape.of(width), false, (b, x) -> new RepeatRow(b, "y", x.get(0), times), term -> {
      for (int y = 0; y < times * width; y++) {
        term.take(y % width, 0, y, 1);
      }
    });
  }

  /** The op placed over a filled input, with filled parameters that can be asked for as {@code w} and {@code b}. */
  Op over(TestBuilder builder, Tensor x, SplittableRandom random) {
    fill(x, random);
    if (weight != null) {
      fill(builder.parameter("w", weights, weight, true), random);
      fill(builder.parameter("b", 1, Shape.of(biases), true), random);
    }
    Op op = place.over(builder, List.of(x));
    builder.add(op);
    return op;
  }

  static void fill(Tensor tensor, SplittableRandom random) {
    float[] numbers = new float[tensor.count()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextDouble(-1, 1);
    }
    tensor.set(numbers);
  }
}
